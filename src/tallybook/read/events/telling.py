"""Does a word of transfer, with what was found around it, tell of a transfer at all?"""

from __future__ import annotations

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Filled
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.holding import HOLDING
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.listing import LISTING, comes_along
from tallybook.read.clauses.signing import is_closed, is_signed
from tallybook.read.clauses.standing import CURRENCIES, says_more
from tallybook.read.events.anaphors import counts
from tallybook.read.events.answering import ANSWERS
from tallybook.read.events.arming import arms_somebody
from tallybook.read.events.flights import bring_goods
from tallybook.read.events.lots import is_meant
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_GOING = words_of("plain verbs of motion") | words_of("verbs of travelling")
_BY_WHAT_MOVES = (
    HOLDING
    | LISTING
    | {"use", "arrive", "seize", "pass", "give", "come", "bound", "ordered", "left", "sighted"}
)
"""Frames that tell of a transfer even where only what moves is known."""


def _moves_lots(trigger: Trigger) -> bool:
    """Whether a word of transfer stands firmly enough for goods that are named only in general."""
    agreed = trigger.word.name == "agree on"
    taken = trigger.frame.name == "carry" and trigger.passive  # "the goods were taken by truck to X"
    return (
        agreed
        or taken
        or not trigger.word.weak
        or trigger.frame.name
        in ("ordered", "seek", "arrive", "come", "hire", "unload", "load", "left", "seize")
    )


def _on_nothing(trigger: Trigger) -> bool:
    """Whether talks are not said to be about anything or to lead to any act ("in talks to buy")."""
    after = trigger.head.doc[trigger.head.i + 1 : trigger.head.sent.end]
    return not any(t.lower_ in ("about", "on", "over") or t.tag_ == "VB" for t in after)


def _their(pronoun: Token) -> bool:
    """Whether a pronoun stands for several things: "had promised them in March", "an offer of them"."""
    behind = pronoun.dep_ == "pobj" and pronoun.head.head.pos_ == "NOUN"
    return pronoun.lower_ in ("them", "these", "those") and (pronoun.dep_ == "dobj" or behind)


def _a_few(pronoun: Token) -> bool:
    """Whether a word behind a verb counts some of what was told of: "has promised some too"."""
    return pronoun.lower_ in _FEW and pronoun.dep_ == "dobj"


_FEW = frozenset({"some", "several", "none", "others", "dozens", "hundreds", "thousands", "any"})
_POINTING = frozenset({"the", "this", "that"})
_FATES = words_of("what becomes of a deal")
_PERMIT_FATES = frozenset(
    {"block", "deny", "grant", "hold", "issue", "put", "refuse", "renew", "withdraw", "withhold"}
)
_NO_ARMS = words_of("what deals are that hold no arms")
_AROUND = words_of("prepositions of circumstance")


def _by_the_way(filled: Filled) -> bool:
    """Whether talks are about nothing, or a request only says at whose wish it was: "at X's request"."""
    head = filled.trigger.head
    if filled.trigger.word.name == "talks" and _tells_others(filled):
        return True
    if filled.trigger.word.name == "talks" and not filled.goods and filled.anaphor is None:
        if head.dep_ == "pobj" and head.head.lower_ in _AROUND:
            return True
        return _on_nothing(filled.trigger)
    if head.dep_ == "pobj" and head.head.lower_ == "against" and not filled.goods:
        return True  # "did nothing against the trade"
    wished = filled.trigger.frame.name == "request" and noun_lemma(head.head.head) not in ANSWERS
    return wished and head.dep_ == "pobj" and head.head.lower_ in ("at", "on", "upon", "despite")


def _is_no_arms_deal(filled: Filled) -> bool:
    """Whether a deal is called one of another kind: "conclude a nuclear deal with Ruritania"."""
    kinds = (c for c in filled.trigger.head.lefts if c.dep_ == "amod")
    return (
        filled.trigger.frame.name == "deal" and not filled.goods and any(c.lower_ in _NO_ARMS for c in kinds)
    )


def _tells_others(filled: Filled) -> bool:
    """Whether somebody only talks of goods, to nobody who may trade them: "talked to reporters about"."""
    trigger = filled.trigger
    sides = {k.name for k in filled.links if k.role == "partner"}
    talks = trigger.hit.form == "verb" and verb_lemma(trigger.head) in ("talk", "speak")
    return talks and len(sides) < 2 and not trigger.passive


def _it_follows(trigger: Trigger, anaphor: Token) -> bool:
    """Whether something only follows from something else: "it follows from the list that"."""
    from_ = any(c.dep_ == "ccomp" or c.lower_ in ("from", "that") for c in trigger.head.children)
    return trigger.word.name == "follow" and anaphor.lower_ == "it" and from_


_PLEADING = frozenset({"accept", "press", "push", "lobby", "plead", "call", "beg", "wait"})


def _some_left(trigger: Trigger, anaphor: Token) -> bool:
    """Whether some of what was told of has set out: "the next four leave on Friday", not "it left Port X"."""
    behind = [c for c in trigger.head.children if c.dep_ in ("dobj", "dative", "prt", "acomp")]
    of_it = any(t.lower_ in _THEM for p in anaphor.children if p.lower_ == "of" for t in p.children)
    of_it = of_it or anaphor.lower_ == "none" or any(c.lower_ == "not" for c in anaphor.lefts)
    objects = any(not (of_it and noun_lemma(c) in _LANDS) for c in behind)  # "none of them left the country"
    return counts(anaphor) and not trigger.passive and not objects


_THEM = frozenset({"them", "these", "those", "it"})
_LANDS = words_of("nouns for a land") | words_of("nouns for what arms go out of")


def _acts_too(verb: Token) -> bool:
    """Whether those who go somewhere do something else as well: "they went to X and looked at"."""
    return any(
        c.dep_ == "conj" and c.tag_ in ("VBD", "VBP", "VB") and not is_passive(c) and c.lemma_ not in _GOING
        for c in verb.children
    )


def _by_anaphor(filled: Filled, anaphor: Token, named: bool) -> bool:
    """Whether a word of transfer tells of one where its goods are only pointed at or counted."""
    trigger = filled.trigger
    if any(c.lower_ == "how" for c in anaphor.children):
        return False
    if verb_lemma(trigger.head) in _PLEADING and anaphor.lower_ in ("it", "this", "that"):
        return False  # "had pressed for it": an act rather than goods
    vague = anaphor.pos_ not in ("NUM", "NOUN") and not (named and (_their(anaphor) or _a_few(anaphor)))
    over = trigger.head.head
    whole = [t for p in over.children if p.lower_ == "of" for t in p.children]  # "the first of 64 that"
    numbered = over.like_num or any(c.dep_ == "nummod" for c in over.lefts) or any(t.like_num for t in whole)
    of_lot = numbered and (anaphor.tag_ == "WDT" or anaphor == over)
    if trigger.word.name in ("promise", "offer", "approve", "withhold") and vague and not (named and of_lot):
        return False
    if anaphor.lower_ in ("they", "them") and any(c.dep_ == "conj" for c in anaphor.children):
        return False
    if anaphor.lower_ == "they" and trigger.frame.name == "arrive" and _acts_too(trigger.head):
        return False
    if trigger.frame.name == "pass" and anaphor.lower_ == "it":
        return False
    if trigger.frame.name == "shown" and trigger.hit.form == "noun":
        return False  # "photographs of them"
    if (trigger.frame.name == "left" and not _some_left(trigger, anaphor)) or _it_follows(trigger, anaphor):
        return False
    loaded = trigger.frame.name == "carry" and anaphor.lower_ != "none"
    passive = trigger.passive and (loaded or trigger.frame.name in ("get", "load", "deal", "unload"))
    return named or passive or trigger.frame.name in _BY_WHAT_MOVES or says_more(trigger)


def _who_supplies_whom(filled: Filled) -> bool:
    """Whether one party is said to be the supplier of another, of whatever goods."""
    if names_end(filled):
        return True  # "Ruritania was the sender", "The buyer was Sylvania": of what was told of
    linked = [k for k in filled.links if k.mention is not None or k.token.pos_ == "NOUN"]
    other = filled.other_object
    sides = {k.role for k in linked}
    return {"supplier", "recipient"} <= sides and (other is None or any(k.token == other for k in linked))


def _who_is_at_an_end(filled: Filled) -> bool:
    """Whether a clause tells who gives to whom, or who the buyer was of what was told of."""
    frame = filled.trigger.frame.name
    return (frame == "taker" and names_end(filled)) or (frame == "giver" and _who_supplies_whom(filled))


def names_end(filled: Filled) -> bool:
    """Whether it is only said who was the sender, the buyer or the like of what was told of before."""
    trigger, head = filled.trigger, filled.trigger.head
    if trigger.word.name == "sender" and filled.links and head.dep_ == "attr":
        return True
    bare = [c.lower_ for c in head.children if not c.is_punct] == ["the"]
    being = head.dep_ in ("attr", "nsubj") and verb_lemma(head.head) == "be"
    named = any(k.mention is not None and k.mention.kind in ("state", "group", "body") for k in filled.links)
    told = being and all(t.lower_ not in ("not", "n't", "never") for t in head.head.subtree)
    return bare and told and named and trigger.word.name != "source"


def _what_befalls(filled: Filled) -> bool:
    """Whether it is told what became of a deal spoken of, or of permits: "The contract was terminated"."""
    trigger, head = filled.trigger, filled.trigger.head
    for_some = trigger.word.name == "approve" and any(k.slot == "for" for k in filled.links)
    if for_some and trigger.hit.form == "noun" and head.dep_ == "nsubjpass":
        return verb_lemma(head.head) in _FATES | _PERMIT_FATES
    spoken_of = trigger.frame.name == "deal" and any(c.lower_ in _POINTING for c in head.lefts)
    return spoken_of and head.dep_ == "nsubjpass" and verb_lemma(head.head) in _FATES


def tells(filled: Filled) -> bool:
    """Whether a word of transfer has goods (or what points back to some), so that it tells of a transfer."""
    trigger, other_deal = filled.trigger, _is_no_arms_deal(filled)
    parties = [link for link in filled.links if link.role in ("supplier", "recipient", "partner", "seizer")]
    open_ = filled.other_object is None or trigger.word.name in ("lift a hold", "price")
    if open_ and not other_deal and says_more(trigger):
        return True
    if other_deal or _by_the_way(filled):
        return False
    if filled.goods:
        strong = [g for g in filled.goods if not g.weak]
        meant = any(is_meant(g, trigger.head.doc) for g in filled.goods) and _moves_lots(trigger)
        return (
            bool(strong) or bool(parties) or filled.origin is not None or meant or comes_along(trigger.head)
        )
    if _who_is_at_an_end(filled):
        return True
    if bring_goods(filled):
        return True
    if filled.other_object is not None and filled.anaphor is None:
        return (arms_somebody(filled) or _named_behind(filled)) and bool(parties)
    if filled.anaphor is not None:
        return _by_anaphor(filled, filled.anaphor, bool(parties))
    names = {p.name for p in parties}
    if _what_befalls(filled):
        return True
    if trigger.word.weak and not (
        trigger.frame.name in ("deal", "seek") and parties and trigger.hit.form == "noun"
    ):
        return False
    if trigger.hit.form == "noun":
        aside = [p for p in parties if p.slot != "subject"]
        definite = any(c.lower_ in ("the", "this", "that", "these", "such") for c in trigger.head.lefts)
        closed = trigger.word.name == "deal" and is_signed(trigger.head)
        closed = closed and (len(names) > 1 or _is_priced(trigger.head))
        closed = closed or (len(names) > 1 and is_closed(trigger.head) and _is_priced(trigger.head))
        return trigger.frame.name != "deal" or bool(aside) or definite or closed
    return len(names) >= (1 if trigger.word.name == "supply" and trigger.head.lemma_ in ("arm",) else 2)


def _named_behind(filled: Filled) -> bool:
    """Whether an act to a party is only said to be of what bears a name: "deliveries of Alpha Trade to X"."""
    name, act = filled.other_object, filled.trigger
    if name is None or name.pos_ != "PROPN" or act.hit.form != "noun" or act.word.weak:
        return False
    of = name.dep_ == "pobj" and name.head.lower_ == "of" and name.head.head == act.head
    return of and act.frame.name == "give" and any(k.role == "recipient" for k in filled.links)


def _is_priced(deal: Token) -> bool:
    """Whether it is told what a deal is worth: "signed a contract worth $5m"."""
    return any(t.lower_ == "worth" or t.text in CURRENCIES for t in deal.subtree)


def in_list(event: Event) -> bool:
    """Whether goods stand behind a colon, with number and origin: "X diversified: 24 jets from Y"."""
    doc, head = event.trigger.head.doc, event.trigger.head
    colon = any(t.text == ":" for t in doc[head.sent.start : head.i])
    counted = any(c.dep_ == "nummod" or c.lower_ == "many" for c in head.lefts)
    return colon and counted and any(k.slot == "from" and k.role == "supplier" for k in event.links)


def none_for(event: Event) -> bool:
    """Whether a headline without a verb of its own says that there are to be none: "No X tanks for Y"."""
    head = event.trigger.head
    alone = head.dep_ == "ROOT" or (head.dep_ == "nsubj" and verb_lemma(head.head) in _SAYING)
    none = any(c.lower_ == "no" and c.is_sent_start for c in head.lefts)
    whole = event.filled.origin is not None and any(k.role == "recipient" for k in event.links)
    return alone and none and whole


_SAYING = words_of("verbs that close what is said")
