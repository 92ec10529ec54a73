"""Does a sentence only tell what a lot holds that was told of before: "In it were 40 rifles"?"""

from __future__ import annotations

from tallybook.read.text.stretch import Stretch
from tallybook.vocabulary.wordlists import words_of

_LOTS = words_of("what holds goods on the way") | words_of("wholes of lots")
_CARRIERS = frozenset({"aircraft", "boat", "dhow", "freighter", "plane", "ship", "train", "truck", "vessel"})
_INTO = frozenset({"in", "inside", "aboard", "on", "among", "with"})
_POINTING = frozenset({"board", "them", "it", "these", "those", "this"})
_KNOWN = words_of("words that point back to what was told of")


def tells_contents(sentence: Stretch) -> bool:
    """Whether it opens with the lot meant and a form of "be": "Aboard were", "In the shipment there were"."""
    tokens = [t for t in sentence if not t.is_punct and not t.is_space]
    being = next((at for at, t in enumerate(tokens[:_FAR]) if t.lemma_ == "be"), None)
    if being is None or not tokens or tokens[0].lower_ not in _INTO:
        return False
    lot = [t for t in tokens[1:being] if t.lower_ != "there"]
    if not lot:
        return tokens[0].lower_ in ("aboard", "inside")
    if len(lot) == 1:
        return lot[0].lower_ in _POINTING
    meant = lot[0].lower_ in _KNOWN or lot[1].lower_ in _KNOWN  # "on board the ship"
    return meant and lot[-1].lemma_.lower() in _LOTS | _CARRIERS


_FAR = 8
"""Tokens at the head of a sentence among which its verb stands."""
