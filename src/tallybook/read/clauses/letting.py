"""Where does "let" with "have" give: "let Ruritania have rifles", "let it have captured rifles"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.text.tree import Token


def let_have(have: Token) -> None:
    """Of ``will let Ruritania have rifles``: "let" gives, with a taker and goods."""
    below = have.head if have.dep_ == "aux" else have  # the goods, or their state, where it passes for a verb
    giving = below.head
    if verb_lemma(giving) != "let" or giving.i > have.i:
        return
    takers = [c for t in (giving, have, below) for c in t.children if giving.i < c.i < have.i]
    taker = next((c for c in takers if c.dep_ in ("nsubj", "dobj", "dative")), None)
    over = {t for t in (have, below) if t == have or t.tag_ == "VBN"}
    things = [c for t in over for c in t.children if c.dep_ in ("dobj", "attr")] or [below] * (below != have)
    if taker is None or not things:
        return
    taker.head, taker.dep_ = giving, "dative"
    things[0].head, things[0].dep_ = giving, "dobj"
    if below != have:
        have.head, have.dep_ = giving, "dep"
    if below not in (have, things[0]):
        below.head, below.dep_ = things[0], "amod"  # "let Ruritania have captured rifles"
