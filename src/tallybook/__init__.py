"""Tallybook: the register of arms transfers told in the news.

The public API, at most ten names: open a register, read reports into it, look at what it says. Each name is
imported when it is first used, so that a command which needs little starts quickly. Nothing inside the
package imports this module.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tallybook.errors import InputError, TallybookError
    from tallybook.model import Capture, Claim, Judgement, Report, Transfer
    from tallybook.pipeline import Pipeline
    from tallybook.store import Register, open_register

__all__ = [
    "Capture",
    "Claim",
    "InputError",
    "Judgement",
    "Pipeline",
    "Register",
    "Report",
    "TallybookError",
    "Transfer",
    "open_register",
]

_HOMES = {
    "InputError": "errors",
    "TallybookError": "errors",
    "Pipeline": "pipeline",
    "Register": "store",
    "open_register": "store",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'model')}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
