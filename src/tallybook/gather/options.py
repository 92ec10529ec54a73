"""What a person or a caller may set about gathering."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import msgspec

from tallybook.model import Handling

_MEGABYTE = 1_000_000


def utc_now() -> dt.datetime:
    """The time, in UTC."""
    return dt.datetime.now(dt.UTC)


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """Limits and permissions of one gathering.

    Attributes:
        max_bytes: of one file, one fetched body (after decompression) or one article of a JSON Lines file.
        max_text: characters of one report's text.
        max_pages: of one PDF.
        timeout: seconds that one address may take in all, redirects included.
        max_redirects: that one address may make.
        allow_private: whether addresses of this machine and of private networks may be fetched.
        only: file name patterns (``*.txt``) that files found in a folder must fit; empty takes all.
        now: the clock; captures carry what it says.
    """

    max_bytes: int = 20 * _MEGABYTE
    max_text: int = 1_000_000
    max_pages: int = 500
    timeout: float = 30.0
    max_redirects: int = 5
    allow_private: bool = False
    only: tuple[str, ...] = ()
    now: Callable[[], dt.datetime] = utc_now

    def stamp(self) -> str:
        """The present instant as captures carry it: ISO 8601, UTC, seconds."""
        return self.now().astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What a person says of a report when handing it in; overrides what the report says of itself."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    translation_of: str | None = None
    handling: Handling | None = None
    archive_url: str | None = None

    def set_fields(self) -> dict[str, object]:
        """The fields that were given, by name."""
        return {
            name: value for name, value in msgspec.structs.asdict(self).items() if value not in (None, ())
        }


DEFAULTS = Options()
"""What holds where nobody says otherwise."""

NOTHING = Given()
"""Nobody said anything of the report."""
