"""Where an export goes: to standard output, or to a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tallybook.errors import TallybookError


@contextmanager
def writing_to(path: Path | None) -> Iterator[Callable[[Iterable[bytes]], None]]:
    """A function that writes pieces to ``path``, or to standard output where that is ``None``.

    The file takes its name when all is written, so an export that fails leaves an older one as it was.

    Raises:
        TallybookError: the file cannot be written.
    """
    if path is None:
        yield sys.stdout.buffer.writelines
        sys.stdout.buffer.flush()
        return
    if not path.name or path.is_dir():
        raise TallybookError(f"{path}: is a folder, not a file to write to")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=".part")
    except OSError as error:
        raise TallybookError(f"{path}: cannot be written ({error.strerror})") from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield file.writelines
        _take_usual_mode(name)
        os.replace(name, path)  # noqa: PTH105 (one step for the system, whatever stood there)
    except OSError as error:
        raise TallybookError(f"{path}: cannot be written ({error.strerror or error})") from error
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()


def _take_usual_mode(name: str) -> None:
    """Files made for a moment are private; this one is to be like any other."""
    mask = os.umask(0)
    os.umask(mask)
    Path(name).chmod(0o666 & ~mask)
