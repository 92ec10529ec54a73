"""Settings: from the environment, checked, frozen."""

from __future__ import annotations

import dataclasses

import pytest

from tallybook.errors import UsageError
from tallybook.settings import Settings, load


def test_nothing_set_gives_the_defaults() -> None:
    """An empty environment, and empty variables, change nothing."""
    assert load({}) == Settings()
    assert load({"TALLYBOOK_NAME": "", "TALLYBOOK_OTHER": "x"}) == Settings()


def test_every_setting_can_be_set() -> None:
    """Words stay words, numbers become numbers."""
    environment = {"TALLYBOOK_NAME": "Ines", "TALLYBOOK_MAX_BYTES": "1000", "TALLYBOOK_TIMEOUT": "2.5"}
    settings = load(environment)
    assert (settings.name, settings.max_bytes, settings.timeout) == ("Ines", 1000, 2.5)
    options = settings.options(allow_private=True)
    assert (options.max_bytes, options.timeout, options.allow_private) == (1000, 2.5, True)


@pytest.mark.parametrize("text", ["soon", "-1", "0", "inf", "nan", "1e999"])
def test_what_cannot_be_is_named(text: str) -> None:
    """A limit that is no number above zero is refused with the name of its variable."""
    for name in ("TALLYBOOK_TIMEOUT", "TALLYBOOK_MAX_BYTES"):
        with pytest.raises(UsageError, match=name):
            load({name: text})


def test_settings_are_frozen() -> None:
    """Nobody changes a setting on the way."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        Settings().name = "Bo"  # type: ignore[misc]
