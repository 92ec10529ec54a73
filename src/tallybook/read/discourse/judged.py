"""Which words in a row say of what was told that it is untrue, that nothing shows it, or that it is so?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.disclaimed import (
    OTHERWISE,
    SO,
    UNBOUND,
    UNSENT,
    UNSHOWN,
    UNTRUE,
    FineRow,
    may_disclaim,
    never_passed,
    never_was,
)
from tallybook.read.discourse.harmless import only_harmless
from tallybook.read.discourse.inarow import Row
from tallybook.read.discourse.matters import is_other_matter


class Verdict(Enum):
    """What is said of what was told."""

    UNTRUE = "untrue"
    UNSHOWN = "nothing shows it"
    UNDONE = "never carried out"
    SO = "so it is"
    ASKED = "it was asked for"
    OPEN = "not known whether"
    UNSENT = "never went out"
    OTHERWISE = "it was something else"
    UNBOUND = "it was not bound for there"
    UNPASSED = "it did not come through here"
    HARMLESS = "it was no more than help without arms"


@dataclass(frozen=True)
class Judged:
    """A verdict, and the tokens that give it, last exclusive."""

    verdict: Verdict
    tokens: tuple[int, int]


_NAMED = r"P?[fmqO]{0,6}Q"
_THIS = rf"(?:f*P(?:f)?|t(?=[aceo]|$)|{_NAMED}|W[^BCc]{{1,5}}S)"
_BAD = r"(?:a?q?f{0,3}q?U+(?!U)Q?(?!m)q?|aq?f{0,2}q?Q|qf{0,2}Q)"
_BARE = r"(?!o?t|ov)"
"""Behind a judging word stands no clause or infinitive of its own: "false that", "wrong to send"."""

_UNTRUE = (
    rf"D[do]{{0,3}}{_THIS}(?:[^c]{{0,3}}{_BAD})?",
    rf"D[do]{{0,3}}{_BAD}{_THIS}",
    r"D[do]{0,3}f*O(?=[ceo]|$)",
    rf"Q(?:o[fm]+)?f*B+f*D(?:{_BAD})?",
    rf"C{_BAD}{_THIS}",
    rf"C{_THIS}(?:o[fmQR]+){{0,3}}{_BAD}",
    rf"(?:^q?|(?<=c))(?:[tPw]|{_NAMED})c?f*c?[fmo]+C{_BAD}",
    rf"(?:[tP]|Q)(?:o[fm]+)?[fv]*[Bv][fv]*{_BAD}{_BARE}",
    rf"O[fv]*[Bv]P?[fv]*{_BAD}{_BARE}",
    r"A[fmO]*o[vQfm]*U",
    r"[vSB][fo]{0,4}N(?!o?[fm]*[Bv])",
    r"v[fv]*noP(?=[ceq]|$)",
    rf"(?:[tP]|Q)(?:o[fm]+)?[fv]*Bn[fv]*T{_BARE}",
    rf"nf*(?:lo)?Lf*o(?:[tP]|{_NAMED}|W)",
    r"(?:[tP]v*n|0of*m?v*|0(?:of)?f*v*)H",
    r"(?:n[fm]*K|0ovo)o(?:[tP](?=[ce]|$)|[fmQRK]+)",
)
_TOLD_IN_FULL = rf"Q[to][^ce]{{2,22}}?B[fv]*(?:{_BAD}|n[fv]*T)"
_UNSHOWN = (rf"(?:nf*|0)Ef*o(?:[tP](?=[ceq]|$)|{_NAMED})",)
_UNDONE = (
    r"(?:n[fv]*|0f*)Eo?t?o?f*(?:R|P)[fovB]*X",
    r"tf*(?:R|P)[fvB]*X[fox]*Bnf*E",
    r"nf*Xo[ft]*[RP]",
    r"n[fx]?o[ft]*[RP][vB]*X",
    r"R[fv]*B?v*nf*[vBof]*X",
    r"0[fv]*X+[ft]*[PR]",
)
_SO = (
    rf"(?<![nv])M[do]?(?:f*P|t(?=[ce]|$)|{_NAMED}|af*|f*R)(?=[ceo]|$)",
    r"M[fm]*[mL]of*Q(?=[ceo]|$)",
    r"(?:^q?|(?<=c))[tP]Bf*T",
    rf"(?:^|(?<=[ctqS]))(?:[tP]|{_NAMED})(?:o[fm]+)?v?Bf*T(?=[ceq]|$)",
)
_ASKED = (r"f*G(?:oP)?[fv]*B?[fvo]*F(?:[fo]*)", r"Ff*G(?=[ceo]|$)")


def _compiled() -> tuple[tuple[Verdict, re.Pattern[str]], ...]:
    kinds = (
        (Verdict.UNSHOWN, _UNSHOWN),
        (Verdict.UNDONE, _UNDONE),
        (Verdict.UNTRUE, _UNTRUE),
        (Verdict.SO, _SO),
        (Verdict.UNTRUE, (_TOLD_IN_FULL,)),
        (Verdict.ASKED, _ASKED),
        (Verdict.OPEN, (r"I[ft]*(?:R|P)[fvB]*X",)),
    )
    return tuple((verdict, re.compile(pattern)) for verdict, patterns in kinds for pattern in patterns)


def _disclaiming() -> tuple[tuple[Verdict, re.Pattern[str]], ...]:
    kinds = (
        (Verdict.UNSHOWN, UNSHOWN),
        (Verdict.UNTRUE, UNTRUE),
        (Verdict.UNSENT, UNSENT),
        (Verdict.UNBOUND, UNBOUND),
        (Verdict.OTHERWISE, OTHERWISE),
        (Verdict.SO, SO),
    )
    return tuple((verdict, re.compile(pattern)) for verdict, patterns in kinds for pattern in patterns)


PATTERNS = _compiled()
NEEDED = frozenset("ACDGIMNQTUn0")
"""Signs without one of which no row holds a verdict."""

_DISCLAIMING = _disclaiming()
_WHOLE = re.compile(_TOLD_IN_FULL)


def find_judged(scene: Scene, lexicon: Lexicon, acts: tuple[int, ...] = ()) -> Judged | None:
    """The first verdict of a sentence on what was told before, where its words in a row give one.

    Args:
        scene: the sentence.
        lexicon: knows the words of denial.
        acts: the tokens at which the sentence tells of transfers itself; then only a clause behind them all
            is a verdict on what was told before, be it by them.
    """
    row = Row.of(scene, lexicon)
    rows: list[tuple[Row, tuple[tuple[Verdict, re.Pattern[str]], ...]]] = []
    if not NEEDED.isdisjoint(row.signs):
        rows.append((row, PATTERNS))
    if may_disclaim(row):
        rows.append((FineRow.of(scene, lexicon), _DISCLAIMING))
    for kinds, patterns in rows:
        for verdict, pattern in patterns:
            for first, last, match in kinds.find(pattern):
                before = kinds.signs[: match.start()]
                if _turned(verdict, before) or _partly(scene, first) or _called_liar(scene, first, last):
                    continue
                if is_other_matter(scene, (first, last), lexicon):
                    continue
                if acts and not (max(acts) < first and _parted(scene, max(acts), first)):
                    continue
                return Judged(verdict, (first, last))
    harmless = only_harmless(scene)
    if harmless is not None and max(acts, default=-1) < harmless[0]:
        return Judged(Verdict.HARMLESS, harmless)
    passed = never_passed(scene, lexicon) if not acts else None
    if passed is not None:
        return Judged(Verdict.UNPASSED, passed)
    never = never_was(scene, lexicon) if not acts and "U" in row.signs else None
    return Judged(Verdict.UNTRUE, never) if never is not None else None


def _turned(verdict: Verdict, before: str) -> bool:
    """Whether the words before a verdict turn it round, by their signs."""
    if verdict is Verdict.UNTRUE and re.search(r"n[fv]{0,2}$", before):
        return True  # "did not dispute the report"
    return verdict is Verdict.SO and re.search(r"[n0I][^c]{0,4}$", before) is not None  # "no proof that"


def _called_liar(scene: Scene, first: int, last: int) -> bool:
    """Whether a party is said to lie, so that it is others who doubt what it says: "that X was lying"."""
    lying = (t for t in scene.doc[first:last] if t.lemma_.lower() == "lie" and t.pos_ == "VERB")
    return any(c.dep_ == "nsubj" and c.i in scene.actor_at for t in lying for c in t.children)


def _partly(scene: Scene, first: int) -> bool:
    """Whether only a part is meant: "some of this was untrue"."""
    opening = scene.doc[first : first + 2]
    if opening[-1].lower_ == "part" and opening[0].pos_ == "ADJ":
        return True  # "a good part of it"
    before = scene.doc[max(scene.sentence.first, first - 2) : first]
    return any(t.lower_ in ("some", "part", "parts", "partly") for t in before)


def _parted(scene: Scene, act: int, first: int) -> bool:
    """Whether a new clause begins between an act and a verdict: "...; Ankara called it a lie"."""
    between = scene.doc[act : first + 1]
    if any(t.text in (";", ":", "–", "—") or t.lower_ in _OPENING for t in between):
        return True
    return any(t.text == "," and t.nbor().lower_ == "and" for t in between[:-1])


_OPENING = frozenset({"although", "but", "though", "whereas", "while", "yet"})


def called_untrue(scene: Scene, lexicon: Lexicon) -> tuple[int, int] | None:
    """The tokens of a charge told in full that is called untrue: "the tale that X sold jets is a smear"."""
    if scene.lemmas.isdisjoint(lexicon.charges):
        return None
    found = next(Row.of(scene, lexicon).find(_WHOLE), None)
    return found[:2] if found is not None else None
