"""What two claims are to each other."""

from __future__ import annotations

import msgspec

from tallybook.reconcile.grouping import Link


class Kin(msgspec.Struct, frozen=True):
    """What two claims are to each other: one origin, one transfer, possibly one.

    ``possibly``: the rules nearly match them, or all in all they are more likely one than not.
    ``perhaps``: all in all their sources are more likely one origin than not.
    """

    origin: str | None
    link: Link | None
    possibly: Link | None
    perhaps: bool = False
