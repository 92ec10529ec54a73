"""Which words in a row answer a charge without calling it false: no proof, another load, never out?

They are orders of the same signs as those of ``inarow``, but for some words that matter only here.
"""

from __future__ import annotations

import re

from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.inarow import Row
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_BEARING = words_of("verbs of bearing a charge out")
_FINDING = words_of("verbs of coming upon what shows it")
_GOING = words_of("verbs of going out")
_STORES = words_of("nouns for what arms go out of")
_ENDS = words_of("nouns for who is at an end")
_ABOARD = words_of("nouns for what is aboard")
_ONLY = words_of("adverbs of no more than")
_NEVER_WAS = words_of("words for what never was")
_HARD = frozenset({"confirmation", "corroboration", "evidence", "proof", "substantiation"})
_OWNING = words_of("verbs of owning to something")
_BINDING = frozenset({"bind", "destine", "head"})
_KNOWING = frozenset({"record", "knowledge", "awareness", "recollection", "information", "intelligence"})
_BOARDS = frozenset({"aboard", "inside", "onboard", "therein"})


class FineRow(Row):
    """The words of a sentence as signs, some of them finer than those of a row.

    ``Z`` bears out, ``V`` comes upon or brings up, ``y`` goes out; ``J`` what arms go out of, ``Y`` who is at
    an end, ``k`` what is aboard or carries it; ``i`` only, ``s`` such, ``h`` aboard; ``r`` a record,
    ``g`` a proof, ``w`` right,
    ``b`` bound, ``j`` a destination, ``u`` owns to.
    """

    def __init__(self, scene: Scene, lexicon: Lexicon) -> None:
        plain = Row.of(scene, lexicon)
        self.tokens = plain.tokens
        self.signs = "".join(_finer(t, s) for t, s in zip(plain.tokens, plain.signs, strict=True))


def _finer(token: Token, sign: str) -> str:
    """The finer sign of a word, if it has one, in place of its sign in a row."""
    lower = token.lower_
    for words, finer in _WORDS:
        if lower in words:
            return finer
    if sign in "vSXM" and token.pos_ in ("VERB", "AUX"):
        verb = verb_lemma(token)
        return next((finer for words, finer in _VERBS if verb in words), sign)
    if sign == "E" and noun_lemma(token) in _HARD:
        return "g"
    if sign == "T" and token.pos_ == "ADJ":
        return "f"
    if sign in "mfRXOQ" and token.pos_ in ("NOUN", "PROPN"):
        noun = noun_lemma(token)
        return next((finer for words, finer in _NOUNS if noun in words), sign)
    return sign


_WORDS = (
    (frozenset({"such"}), "s"),
    (_ONLY, "i"),
    (_BOARDS, "h"),
    (frozenset({"something"}), "Q"),
    (frozenset({"right", "true", "correct", "accurate"}), "w"),
)
_VERBS = ((_OWNING, "u"), (_BINDING, "b"), (_GOING, "y"), (_BEARING, "Z"), (_FINDING, "V"))
_NOUNS = (
    (_STORES, "J"),
    (_ENDS, "Y"),
    (_ABOARD, "k"),
    (_KNOWING, "r"),
    (frozenset({"destination", "addressee", "target"}), "j"),
)

_VB = "[vVZyFSXB]"
"""Any verb that does not judge."""

_BAD = r"(?:a?q?f{0,3}q?U+(?!U)Q?(?!m)q?)"
_CHARGE = r"(?:f*Q|[Ps]?f*[QR]|P(?=[ceo]|$))"
"""What somebody was charged with: "the charge", "such a deal", "this"."""

_PROOF = r"(?:f*(?:lof*)?[Eg])"
UNTRUE = (
    rf"Q(?:c?[tw])?(?:f[fmo]{{0,6}}){_VB}*D(?=[fmx]{{0,3}}[ceo])",
    rf"Qc?f*{_VB}*f*Do[fm]+",
    r"D[do]{0,3}B(?:f|i)*(?:Y|o(?:P|f*[Rk]))",
    rf"D[do]{{0,3}}t?[PfQm]{{1,4}}{_VB}*Bf*(?:Y|o(?:P|f*[Rk])(?=[ceo]|$))",
    r"D[do]{0,3}tPB(?=[ceo]|$)",
    r"f*N[vV]of",
    r"(?:[tP]|f*Q)f*UU+(?=[ceoq])",
    rf"[tfP]Ko(?:P|[fm]+)v?B{_BAD}",
    rf"^q?tf*[fmP]+B(?:oP|of*[sP]f*)(?:[mRk]|(?=c))[^e]{{0,8}}?v?B[fv]*(?:{_BAD}|n[fv]*T)",
)
SO = (
    r"(?<=[fm])uo{1,2}P(?=[ceo]|$)",
    r"(?<!n)Vf*[Mu]o{0,2}(?:P|[fP]*Q)(?=[ceo]|$)",
    r"[tfP]Ko(?:P|[fm]+)v?Bf*w(?=[cqe])",
)

UNSHOWN = (
    rf"n{_PROOF}of*(?:s?f*[kR]|{_CHARGE})[fvVB]*V?(?=[ceo]|$)",
    rf"n{_PROOF}of*m(?:of[fm]*){{1,2}}",
    r"nf*[Egr]t?[vVZB]+os?f*[RmQPk]",
    r"(?:nf*r|V0)os?f*[RkP]",
    rf"n{_PROOF}(?:of*[QPRk])?[fvVB]*[VZ](?:oZo?{_CHARGE}o?)?",
    rf"(?:nf*[fmEg]*|0)[vBV]*f*o{{0,2}}t?o?v?f*Zo?{_CHARGE}o?",
    r"[BVv]nf*(?:lo)?f*g(?=[ceq])",
    r"[vVB]nf*Vf*(?:[fm]+o)?f*g(?=[ceq])",
    r"[vVB]nf*rof?s?f*[Rkm]",
    r"[sP]f*[RkmQ](?:of*[mfR]+)?[vV]n[vBf]*V",
)
UNSENT = (
    r"(?:n(?:of*[PfmRk])?[fmRk]*|0)[vVB]*f*yo?(?:f|m)*J",
    r"(?:P|f*k)[vVB]*ynf*J",
    r"(?:P|f*k)[vVB]*n[vB]*yo?(?:f|m)*J",
    r"V+nf*m(?:h|om)(?=[ceoq])",
)
UNBOUND = (r"Bnf*bof+", r"nf*BP?f*j(?=[ceo]|$)", r"[PfmR]f*jBnf+")
OTHERWISE = (
    r"(?:k|W[^ce]{1,8})(?:o[^ceB]{1,6})?[vVB]*B(?:0f*o|i|0o)q?[fm]*[mkl]",
    r"(?:k|P)Bf*[mkl]c0f(?=[ce])",
    r"xB(?:0o|i|0f*o)q?f*[mkf]+(?:o[fmkP]+|h)",
    r"k(?:o[^ceB]{1,6})?[vX]*(?:i[VvX]+|[VvX]+(?:i|0o|0f*o))q?f*[mkl]",
    r"0of*q?[fmk]+[vVB]+(?:h|om)",
)


def may_disclaim(row: Row) -> bool:
    """Whether a sentence holds any word without which it disclaims nothing: "no", "denied", "only"."""
    return not _NEEDED.isdisjoint(row.signs) or any(t.lower_ in _OWNED for t in row.tokens)


_NEEDED = frozenset("n0DNUKM")
_OWNED = _ONLY | {"owned"}


def apposed(scene: Scene, lexicon: Lexicon, act: int) -> tuple[int, int] | None:
    """The tokens that take an act up as a charge to deny it: "X armed Y, a charge Ruritania denies"."""
    if scene.lemmas.isdisjoint(lexicon.charges | {"something"}):
        return None
    for first, last, _ in FineRow.of(scene, lexicon).find(_APPOSED):
        if first > act:
            return first + 1, last
    return None


_APPOSED = re.compile(
    rf"cf*Q(?:[tw])?(?:of*)?(?:P|m|f[fmoP]{{0,6}})?{_VB}*f*"
    rf"(?:D[do]{{0,3}}(?:of[fm]*)?(?:a?{_BAD})?|Cf*a?{_BAD})(?=[fmxoq]{{0,6}}[ceq])"
)


def never_was(scene: Scene, lexicon: Lexicon) -> tuple[int, int] | None:
    """The tokens that call a transfer something that never was: "the deliveries are an invention"."""
    for first, last, _ in FineRow.of(scene, lexicon).find(_NEVER):
        inside = [t for t in scene.tokens if first <= t.i < last]
        if any(t.lower_ in _NEVER_WAS or noun_lemma(t) in _NEVER_WAS for t in inside):
            return first, last
    return None


_NEVER = re.compile(rf"[fPs]f*[RkK](?:o[fm]+)?Bf*{_BAD}")


def never_passed(scene: Scene, lexicon: Lexicon) -> tuple[int, int] | None:
    """The tokens by which a land says that nothing went through it: "denied that planes cross its soil"."""
    if scene.lemmas.isdisjoint(_WAYS):
        return None
    row = FineRow.of(scene, lexicon)
    at = next((n for n, sign in enumerate(row.signs) if sign in "Dn0"), None)
    if at is None:
        return None
    for token in row.tokens[at:]:
        own = any(c.lower_ in _OWN for c in token.lefts)
        if noun_lemma(token) in _GROUND and own and _led_through(token):
            return row.tokens[at].i, token.i + 1
        if (
            token.lower_ == "through"
            and verb_lemma(token.head) in _LETTING
            and token.head.i > row.tokens[at].i
        ):
            return row.tokens[at].i, token.i + 1
    return None


def _led_through(ground: Token) -> bool:
    """Whether something goes through a ground or crosses it."""
    over = ground.head
    return over.lower_ in _WAYS or verb_lemma(over) in _CROSSING


_LETTING = frozenset({"allow", "let", "permit", "wave", "pass"})
_CROSSING = frozenset({"cross", "transit", "use", "traverse"})
_WAYS = frozenset({"across", "over", "through", "via"}) | _CROSSING
_GROUND = frozenset({"airport", "airspace", "country", "land", "port", "soil", "territory"})
_OWN = frozenset({"his", "her", "its", "our", "their", "'s", "’s"})
