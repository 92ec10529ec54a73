"""Is what comes told of ahead, in the present: "the first jets come from Ruritania in the autumn"?"""

from __future__ import annotations

from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.vocabulary.wordlists import words_of

_TIMES = words_of("nouns of time")


def comes_later(trigger: Trigger) -> bool:
    """Whether a verb of coming stands in the present beside a season, a month or "next year"."""
    verb = trigger.head
    if verb_lemma(verb) not in ("come", "follow") or verb.tag_ not in ("VBP", "VBZ"):
        return False
    led = [t for p in verb.children if p.dep_ == "prep" and p.lower_ in ("in", "by") for t in p.children]
    near = [c for c in verb.children if c.dep_ == "npadvmod" and any(t.lower_ == "next" for t in c.lefts)]
    return any(noun_lemma(t) in _TIMES for t in (*led, *near))
