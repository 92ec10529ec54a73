"""Do goods stand where no object stands, and yet are what a word of transfer moves: "aboard were rifles"?"""

from __future__ import annotations

from tallybook.read.clauses.causing import made_ready
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.holding import HOLDING
from tallybook.read.clauses.parties import place_of
from tallybook.read.text.tree import Token


def set_elsewhere(root: Token, trigger: Trigger) -> bool:
    """Whether goods stand where no object stands, and yet are what a word of transfer moves."""
    if trigger.hit.form == "noun" and made_ready(root, trigger.head):
        return True
    return _cleft(root, trigger.head) or _cut_off(root, trigger) or _lies_aboard(root, trigger)


def _cut_off(root: Token, trigger: Trigger) -> bool:
    """Whether goods are what somebody is cut off from."""
    place = place_of(root) if trigger.frame.name == "shut" else None
    return place is not None and place.slot == "from" and place.governor == trigger.head


def _lies_aboard(root: Token, trigger: Trigger) -> bool:
    """Whether goods are what is where a phrase says: "aboard the Ruritanian ship were rifles"."""
    verb = trigger.head.head
    phrase = trigger.frame.name in HOLDING and trigger.hit.form == "phrase" and trigger.head.dep_ == "prep"
    return phrase and root.head == verb and verb.lemma_ == "be" and root.dep_ in ("attr", "nsubj")


def _cleft(root: Token, head: Token) -> bool:
    """Whether goods complete "what X has supplied is ..."."""
    if not any(c.lower_ == "what" for c in head.children) or head.dep_ not in ("csubj", "nsubj", "ccomp"):
        return False
    place = place_of(root)
    return place is not None and place.governor in (head.head, head.head.head) and root.i > head.i
