"""Every exception that Tallybook raises on purpose, in one tree.

::

    TallybookError
    ├── UsageError            the command or call itself makes no sense          (exit 2)
    ├── InputError            one report cannot be taken in; the batch goes on   (exit 1)
    │   ├── UnreadableInput     no such file, no permission, empty, binary, undecodable
    │   ├── TooLarge            more bytes, text, pages or redirects than allowed
    │   ├── UnsupportedInput    a kind of file that no gatherer reads; a PDF without text
    │   └── FetchRefused        an address that may not be, or could not be, fetched
    ├── VocabularyError       a data file breaks its own rules (names file and line)
    ├── ModelError            the language model is missing or is not the one we checked
    ├── RegisterError         the register file cannot be used
    │   ├── NotARegister        the file is something else
    │   ├── RegisterTooNew      written by a newer Tallybook
    │   └── RegisterBusy        another writer holds it
    ├── UnknownId             no report, claim, transfer or judgement of that id
    ├── JudgementRefused      a judgement that cannot apply to what it names
    │   └── Overtaken           what it names was changed by somebody else since it was looked at
    └── CannotDraw            there is no picture of this; the page says so in its place

Every message is one line that a user can act on: it names the file and what is wrong with it.
"""

from __future__ import annotations


class TallybookError(Exception):
    """Root of everything that Tallybook raises on purpose."""


class UsageError(TallybookError):
    """The command or call itself makes no sense."""


class InputError(TallybookError):
    """One report cannot be taken in; the rest of the batch goes on.

    Args:
        name: path or address as the user gave it.
        fault: what is wrong with it, without the name.
    """

    def __init__(self, name: str, fault: str) -> None:
        self.name = name
        self.fault = fault
        super().__init__(f"{name}: {fault}")


class UnreadableInput(InputError):
    """No such file, no permission, empty, binary or undecodable."""


class TooLarge(InputError):
    """More bytes, text, pages or redirects than allowed."""


class UnsupportedInput(InputError):
    """A kind of file that no gatherer reads, or one without text."""


class FetchRefused(InputError):
    """An address that may not be fetched, or could not be."""


class VocabularyError(TallybookError):
    """A vocabulary data file breaks its own rules; the message names file and line."""


class ModelError(TallybookError):
    """The language model is missing or its files are not the ones that we checked."""


class RegisterError(TallybookError):
    """The register file cannot be used."""


class NotARegister(RegisterError):
    """The file exists and is something else than a register."""


class RegisterTooNew(RegisterError):
    """The register was written by a newer Tallybook."""


class RegisterBusy(RegisterError):
    """Another writer holds the register."""


class UnknownId(TallybookError):
    """No report, claim, transfer or judgement has this id."""


class JudgementRefused(TallybookError):
    """A judgement that cannot apply to what it names."""


class Overtaken(JudgementRefused):
    """What a judgement names was changed by somebody else since it was looked at."""


class CannotDraw(TallybookError):
    """There is no picture of this; the page that asked for it says so in its place."""
