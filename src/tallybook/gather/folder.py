"""Files and folders: which reports does a path name, and how are they called?"""

from __future__ import annotations

import os
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from tallybook.errors import InputError, UnreadableInput, UnsupportedInput
from tallybook.gather.options import Options
from tallybook.gather.original import Original, why_unreadable


def originals_at(target: str, options: Options) -> Iterator[Original | InputError]:
    """The file at ``target``, or all files of the folder there, sorted by name, hidden ones left out.

    A file is called by its base name, a file of a folder by its path inside the folder that was named.
    A folder that is reached twice (by a link) is walked once.

    Raises:
        UnreadableInput: nothing is there, it may not be read, or the folder holds no files.
    """
    if not target.strip():
        raise UnreadableInput("(no name)", "an empty path")
    path = Path(target)
    try:
        if path.is_dir():
            yield from _in_folder(target, path, options)
        else:
            yield _original(printable(path.name), path, options)
    except (OSError, ValueError) as error:
        raise UnreadableInput(printable(target), _why(error)) from None


def printable(name: str) -> str:
    """A file name as text that every screen, database and log line takes."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _in_folder(target: str, folder: Path, options: Options) -> Iterator[Original | InputError]:
    found = False
    for path in _walk(folder, set()):
        if isinstance(path, InputError):
            found = True
            yield path
            continue
        if options.only and not any(fnmatch(path.name, shape) for shape in options.only):
            continue
        found = True
        name = printable(path.relative_to(folder).as_posix())
        try:
            yield _original(name, path, options)
        except InputError as error:
            yield error
    if not found:
        raise UnreadableInput(printable(target), "the folder holds no reports")


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | InputError]:
    """Visible files under ``folder``, depth first; ``seen`` holds the folders on disk already entered."""
    try:
        stat = folder.stat()
        if (stat.st_dev, stat.st_ino) in seen:
            return
        seen.add((stat.st_dev, stat.st_ino))
        entries = sorted(folder.iterdir(), key=lambda path: os.fsencode(path.name))
    except OSError as error:
        yield UnreadableInput(printable(str(folder)), why_unreadable(error))
        return
    for path in entries:
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _walk(path, seen)
        else:
            yield path


def _original(name: str, path: Path, options: Options) -> Original:
    """The file at ``path``, which must be a regular one: pipes and devices never end.

    Raises:
        InputError: it is not there, or is no regular file.
    """
    try:
        regular = path.is_file()
        exists = regular or path.exists() or path.is_symlink()
        if not exists:
            path.lstat()
    except OSError as error:
        raise UnreadableInput(name, why_unreadable(error)) from None
    if not regular:
        fault = (
            "a link that leads nowhere" if path.is_symlink() and not path.exists() else "is no regular file"
        )
        raise UnsupportedInput(name, fault)
    return Original(name=name, path=path, at=options.stamp())


def _why(error: OSError | ValueError) -> str:
    return why_unreadable(error) if isinstance(error, OSError) else "is no possible path"
