"""What belongs to the verb although it stands behind an aside: "sent six jets, all of them old, to X"?"""

from __future__ import annotations

from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Doc, Token

_LEADING = frozenset({"to", "from"})
_ALONE = frozenset({"alone", "only"})
_WITH = frozenset({"with", "between", "by"})
_ABOUT = frozenset({"on", "for", "about", "over", "to"})
_VERBAL = frozenset({"VB", "VBD", "VBG", "VBZ", "VBP", "VBN"})
_COMMAS = 2
"""Commas around what is said by the way."""


def hang_behind_aside(doc: Doc, mention: ActorMention) -> None:
    """Hang "to" and "from" behind an aside on the verb that has an object before it."""
    _behind_apposition(doc[mention.last - 1])
    _behind_possessive(doc, mention)
    at = mention.first - 1
    at -= at > 0 and doc[at].lower_ == "the"
    _behind_only(doc, mention, at)
    _behind_share(doc, at)
    if at < _COMMAS or doc[at].lower_ not in _LEADING or doc[at - 1].text != ",":
        return
    inner = doc[at].head
    verb = _verb_over(inner)
    if verb is None or sum(t.text == "," for t in doc[verb.i : at]) != _COMMAS:
        return
    thing = next((c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < inner.i), None)
    if thing is not None and doc[at - 1].i > inner.i:
        doc[at].head, doc[at].dep_ = verb, "prep"


def _behind_apposition(name: Token) -> None:
    """Of ``talks with X, its main supplier, on buying jets``: the talks are on buying."""
    beside = next((c for c in name.children if c.dep_ == "appos" and c.i > name.i), None)
    talks = name.head.head if name.dep_ == "pobj" and name.head.lower_ in _WITH else name
    if beside is None or talks.pos_ not in ("NOUN", "VERB") or name.doc[name.i + 1].text != ",":
        return
    commas = [t.i for t in name.doc[beside.i : name.sent.end] if t.text == ","]
    about = name.doc[commas[0] + 1] if commas and commas[0] + 1 < len(name.doc) else name
    if (
        about.lower_ not in _ABOUT
        or about.dep_ not in ("prep", "dative")
        or any(c.i < about.i for c in about.children)
    ):
        return
    over = about.head
    if over in (beside, name, talks.head, talks.head.head):
        about.head, about.dep_ = talks, "prep"


def _behind_possessive(doc: Doc, mention: ActorMention) -> None:
    """Of ``its largest order since X's: 20 jets for Y``: the jets are the order, and none of X's."""
    name, mark = doc[mention.last - 1], mention.last
    if mark + 1 >= len(doc) or doc[mark].tag_ != "POS" or doc[mark + 1].text != ":" or name.dep_ != "poss":
        return
    thing, preposition = name.head, doc[mention.first - 1]
    if thing.i < mark or thing.head != preposition or preposition.pos_ not in ("ADP", "SCONJ"):
        return
    before = [t for t in doc[name.sent.start : preposition.i] if t.dep_ in ("dobj", "nsubj", "pobj", "attr")]
    if before and before[0].head != thing:
        name.head, name.dep_ = preposition, "pobj"
        told = next((t for t in before if t.dep_ == "dobj"), before[0])
        thing.head, thing.dep_ = told, "appos"


def _behind_share(doc: Doc, at: int) -> None:
    """Of ``sold rifles worth $9m, a large part of them to X``: the rifles were sold to X."""
    if at < len(_SHARE) or doc[at].lower_ not in ("to", "for") or doc[at - 1].lower_ not in ("them", "it"):
        return
    of, leading = doc[at - 2], doc[at]
    share = of.head
    loose = of.lower_ == "of" and share.dep_ in ("npadvmod", "dep") and leading.head in (share, doc[at - 1])
    if loose and share.head.pos_ == "VERB" and share.head.i < share.i:
        leading.head, leading.dep_ = share.head, "prep"


_SHARE = ("all", "of", "them")
"""The shortest words for a share of what was told of."""


def _behind_only(doc: Doc, mention: ActorMention, comma: int) -> None:
    """Of ``sold it to one country only, X``: it is X to which it was sold."""
    name = doc[mention.last - 1]
    if comma < _COMMAS or doc[comma].text != "," or doc[comma - 1].lower_ not in _ALONE:
        return
    noun = doc[comma - 2]
    if noun.dep_ == "pobj" and name.dep_ in ("npadvmod", "dep", "appos", "conj"):
        name.head, name.dep_ = noun, "appos"


def hang_aboard(board: Token) -> None:
    """Of ``reached Port X on board a Ruritanian freighter``: it is a ship that they came on board of."""
    at = board.i + 1
    if board.head.lower_ != "on" or board.head.dep_ != "prep" or at >= len(board.doc):
        return
    first, verb = board.doc[at], board.head.head
    ship = first if first.pos_ in ("NOUN", "PROPN") else first.head
    if first.head in (ship, first) and ship.dep_ == "dobj" and ship.head == verb and ship.i > board.i:
        ship.head, ship.dep_ = board, "nmod"


def hang_behind_speaker(participle: Token) -> None:
    """Of ``X sent guns to Y, the agency believes, carrying them by ship``: it is X that carries them."""
    said, at = participle.head, participle.i
    if participle.dep_ != "advcl" or said.tag_ not in _VERBAL or said.i != at - _COMMAS or at < _COMMAS:
        return
    over = said.head if said.dep_ == "parataxis" else None
    told = next((c for c in said.children if c.dep_ == "ccomp" and c.i < said.i), over)
    if told is not None and participle.doc[at - 1].text == "," and told.pos_ == "VERB":
        participle.head = told


def _verb_over(token: Token) -> Token | None:
    """The verb of the clause around a participle of an aside."""
    above = token.head
    while above.head != above and above.pos_ != "VERB":
        above = above.head
    return above if above != token and above.tag_ in _VERBAL and above.i < token.i else None
