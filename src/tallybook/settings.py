"""What the environment sets, as one frozen object. ``docs/reference.md`` lists every setting."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from tallybook.errors import UsageError

if TYPE_CHECKING:
    from tallybook.gather import Options


@dataclass(frozen=True, kw_only=True)
class Settings:
    """One field for each variable ``TALLYBOOK_...``; the defaults hold where it is not set."""

    register: str | None = field(
        default=None, metadata={"says": "the register file, where --register is not given"}
    )
    name: str | None = field(default=None, metadata={"says": "who judges, where --name is not given"})
    model: str | None = field(
        default=None, metadata={"says": "an installed spaCy pipeline to read with instead of ours"}
    )
    max_bytes: int = field(default=20_000_000, metadata={"says": "largest report that is taken in, in bytes"})
    timeout: float = field(default=30.0, metadata={"says": "seconds that fetching one address may take"})
    busy: float = field(
        default=10.0, metadata={"says": "seconds to wait while another program writes the register"}
    )

    def options(self, *, allow_private: bool = False) -> Options:
        """What gathering is to keep to."""
        from tallybook.gather import Options  # noqa: PLC0415

        return Options(max_bytes=self.max_bytes, timeout=self.timeout, allow_private=allow_private)


def variable(name: str) -> str:
    """The environment variable of a setting."""
    return "TALLYBOOK_" + name.upper()


def load(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of this environment.

    Raises:
        UsageError: a variable holds what its setting cannot be; the message names it.
    """
    environment = os.environ if environment is None else environment
    given: dict[str, object] = {}
    for setting in fields(Settings):
        text = environment.get(variable(setting.name))
        if text:
            given[setting.name] = _value(setting.name, text, setting.default)
    return Settings(**given)  # type: ignore[arg-type]


def _value(name: str, text: str, default: object) -> object:
    if not isinstance(default, int | float):
        return text
    try:
        number = type(default)(text)
    except ValueError:
        number = type(default)(0)
    if not 0 < number < float("inf"):
        raise UsageError(f"{variable(name)}: must be a number above 0, not {text!r}")
    return number
