"""Which types share the noun behind the last of them ("T-72 and T-90 tanks")?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Doc

_PLURAL = frozenset({"NNS", "NNPS"})
_LINK = re.compile(r",|/|,? ?(?:and|or)")


def mend_type_lists(doc: Doc, goods: Iterable[GoodsMention]) -> None:
    """Hang a bare type on the noun that it shares, in place, where the parser tied it to neither.

    The parser knows few names of arms: of ``Russian T-72 and T-90 tanks`` it hangs the first on "Russian".
    """
    for first, second in reversed(list(pairwise(goods))):
        named, noun = doc[first.head], doc[second.head]
        if first.goods.designation is None or second.goods.designation is None:
            continue
        if named.tag_ in _PLURAL or noun.tag_ not in _PLURAL:
            continue
        if _LINK.fullmatch(doc.stretch(first.last, second.first).text.strip()) is None:
            continue
        if named in noun.ancestors or (noun in named.ancestors and named.dep_ == "conj"):
            continue
        for left in [c for c in named.children if c.i > second.last - 1]:
            left.head = noun
        named.head, named.dep_ = noun, "conj"
