"""What a gatherer starts from: bytes, where they came from and what was said of them on the way."""

from __future__ import annotations

import io
from pathlib import Path
from typing import BinaryIO

import msgspec

from tallybook.errors import TooLarge, UnreadableInput
from tallybook.gather.options import Given, Options
from tallybook.model import CaptureMethod


class Original(msgspec.Struct, frozen=True, kw_only=True):
    """One captured thing, before anybody looked into it.

    Attributes:
        name: the report's name (CONTRACT, "Reports").
        data: the bytes, or ``None`` where they stand in the file ``path``.
        path: file to read them from.
        method: how they were captured.
        at: when, ISO 8601, UTC.
        url: where they were fetched from, after redirects.
        media_type, charset: as the server or the form declared them.
        given: what a person said of the report.
    """

    name: str
    data: bytes | None = None
    path: Path | None = None
    method: CaptureMethod = CaptureMethod.FILE
    at: str
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    given: Given = Given()

    def stream(self) -> BinaryIO:
        """The bytes from their start.

        Raises:
            UnreadableInput: the file cannot be opened.
        """
        if self.path is None:
            return io.BytesIO(self.data or b"")
        try:
            return self.path.open("rb")
        except OSError as error:
            raise UnreadableInput(self.name, why_unreadable(error)) from None

    def head(self, size: int = 1024) -> bytes:
        """The first ``size`` bytes."""
        with self.stream() as stream:
            return self._read(stream, size)

    def whole(self, options: Options) -> bytes:
        """All bytes.

        Raises:
            TooLarge: there are more than ``options.max_bytes``.
            UnreadableInput: the file cannot be read, or is empty.
        """
        with self.stream() as stream:
            data = self._read(stream, options.max_bytes + 1)
        if len(data) > options.max_bytes:
            raise TooLarge(self.name, f"more than {options.max_bytes:,} bytes")
        if not data:
            raise UnreadableInput(self.name, "is empty")
        return data

    def _read(self, stream: BinaryIO, size: int) -> bytes:
        try:
            return stream.read(size)
        except OSError as error:
            raise UnreadableInput(self.name, why_unreadable(error)) from None


def why_unreadable(error: OSError) -> str:
    """The system's reason in words, in one line."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return f"cannot be read ({error.strerror or type(error).__name__})"
