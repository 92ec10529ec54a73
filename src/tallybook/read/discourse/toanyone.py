"""Who is meant where somebody denies to give to anyone: "gives no arms to either side", "arms nobody"?"""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.discourse.flows import Flow
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_SIDES = words_of("nouns for any side of a war")
_ANYONE = frozenset({"anybody", "anyone", "nobody", "none", "noone", "neither", "either"})
_TAKERS = frozenset(
    {
        "actor",
        "army",
        "body",
        "camp",
        "country",
        "entity",
        "faction",
        "force",
        "group",
        "militia",
        "movement",
        "nation",
        "organisation",
        "organization",
        "person",
        "state",
    }
)
_LEADING = frozenset({"to", "into", "for", "with"})
_DENYING = frozenset({"deny", "not", "n't", "n’t", "no", "never", "neither", "nor", "nobody", "none"})


def denies_to_anyone(event: Event, flows: Sequence[Flow], here: frozenset[str]) -> None:
    """Fill the ends that a denial leaves open where giving to anyone at all is denied.

    The taker is whoever the report tells to be given by the same giver; where no giver is named, it is the
    one of those in the sentence (``here``) that the report tells to give.
    """
    head = event.trigger.head
    if event.recipient is not None or not any(map(_is_anyone, _takers(head))):
        return
    if not any(t.lower_ in _DENYING or t.lemma_.lower() == "deny" for t in head.sent):
        return
    giver = event.end("supplier")
    givers = here if giver is None else {giver}
    told = [f for f in flows if f.supplier in givers and f.recipient is not None]
    if not told:
        return
    if giver is None:
        event.supplier = Link(str(told[-1].supplier), "discourse", "supplier", 0.0, head)
        event.why.append(f"supplier {told[-1].supplier}, who denies to give to anyone")
    event.recipient = Link(str(told[-1].recipient), "discourse", "recipient", 0.0, head)
    event.why.append(f"recipient {told[-1].recipient}, told of before, where giving to anyone is denied")


def gives_to_nobody(head: Token) -> bool:
    """Whether the taker himself is denied: "sells arms to nobody", "arms neither side"."""
    nobody = (t for t in _takers(head) if t.lower_ in ("nobody", "neither", "none") or _has_no(t))
    return any(map(_is_anyone, nobody))


def _takers(verb: Token) -> list[Token]:
    """What stands where a taker does: behind "to", or as the object of a verb of arming."""
    below = [verb, *(c for c in verb.children if c.dep_ == "dobj")]
    led = [t for w in below for p in w.children if p.lower_ in _LEADING for t in p.children]
    led += [t for w in led for p in w.children if p.lower_ == "of" for t in p.children]
    return led + [c for c in verb.children if c.dep_ in ("dobj", "dative")]


def _is_anyone(word: Token) -> bool:
    if word.lower_ in _ANYONE or noun_lemma(word) in _SIDES or (word.lower_ == "one" and _has_no(word)):
        return True
    return noun_lemma(word) in _TAKERS and any(
        c.lower_ in ("any", "no", "either", "neither") for c in word.lefts
    )


def _has_no(word: Token) -> bool:
    return any(c.lower_ in ("no", "neither") for c in word.lefts)
