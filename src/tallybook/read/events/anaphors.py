"""Which word stands for goods that a word of transfer leaves out: "them", "the first two", "eleven"?"""

from __future__ import annotations

from tallybook.read.clauses.filled import Filled
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.gifts import is_told_gift
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.listing import LISTING, opens_list, summed_to, told_on
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.standing import content_of, says_more
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.clauses.ties import clause_of
from tallybook.read.events.doingso import DOING_SO
from tallybook.read.events.partitive import is_part_of_told, part_of
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

MOVED_SUBJECT = frozenset(
    {
        "arrive",
        "come",
        "pass",
        "bound",
        "contain",
        "ordered",
        "kept",
        "aboard",
        "aid",
        "left",
        "listed",
        "origin",
        "stored",
        "traced",
    }
)
"""Frames whose grammatical subject is what moves."""

_POINTS_BACK = words_of("words that point back")
_COUNTS = words_of("words that count what is left out")
_LOTS = words_of("nouns for lots")
_ABSTRACT = words_of("nouns that stand for nobody") | words_of("what is done about arms")
_PAPERS = words_of("papers that are quoted") | words_of("what is sent and is no goods")
_SHARES = words_of("words for a share")
_DEALS = words_of("deals and packages")
_HOLDS = words_of("verbs by which a deal holds goods")
_SHARING = frozenset({"come", "give", "get"})
"""Frames of which a part of a sum tells who gave it."""

_MORE = frozenset({"more", "them", "these", "those"})
_ABOUT = ("for", "on", "over", "about")
_PIECES = frozenset({"machine", "example", "airframe"})
"""What goods are called one by one, where they are counted: "eleven machines"."""

_KINDS = frozenset({"kind", "model", "type", "variant", "version"})
_SHARED = words_of("what is shared out and is no goods")
_TIMES = words_of("nouns of time")
YEAR = 4
"""Digits of a year."""

_AMOUNTS = frozenset({"amount", "number", "quantity", "share"})
"""Nouns that count goods, where they stand without them."""


def counts(anaphor: Token) -> bool:
    """Whether a word counts goods that it leaves out: "two of the six", "none", "the rest"."""
    asked = any(c.lower_ == "how" for c in anaphor.children)
    return not asked and (anaphor.pos_ == "NUM" or anaphor.like_num or anaphor.lower_ in _COUNTS)


def is_lot(noun: Token) -> bool:
    """Whether a noun stands for one of several lots: "a first batch"."""
    return noun.pos_ == "NOUN" and noun_lemma(noun) in _LOTS


def look_for_anaphor(filled: Filled, parties: Parties) -> None:
    """Fill in the word that stands for the goods, or what is moved that is no goods that we know."""
    trigger, scene = filled.trigger, parties.scene
    if trigger.word.name == DOING_SO:
        filled.anaphor = trigger.head.nbor()
        return
    for token in _moved(trigger, parties):
        lemma = noun_lemma(token)
        meant = _related(token, scene)
        if meant is not None:
            filled.other_object = meant
            continue
        if token.i in parties.at or token.i in scene.goods_at or _is_party(token, filled) or _is_year(token):
            continue
        if any(q.what == "money" and q.first <= token.i < q.last for q in scene.quantities):
            told = _paid_for(trigger, token)
            filled.other_object = None if told is not None or says_more(trigger) else token
            filled.anaphor = told or filled.anaphor
            continue
        if _counts_else(token, scene):
            filled.other_object = token
        elif (
            token.lower_ in _POINTS_BACK
            or token.pos_ == "NUM"
            or token.like_num
            or _relates(token)
            or (token.lower_ == "following" and opens_list(scene.tokens))
            or lemma in _LOTS
            or (lemma in _PIECES and any(c.like_num for c in token.lefts))
            or _of_both_kinds(token, lemma)
            or (lemma in _AMOUNTS and (_alone(token) or _of_them(token)))
            or (lemma in _SHARES and trigger.frame.name == "come")
        ):
            filled.anaphor = token
        elif token.pos_ in ("NOUN", "PROPN", "VERB") and not _says_what_deal(token, trigger, scene):
            filled.other_object = token
    if filled.anaphor is None:
        filled.anaphor = _understood(filled, scene)


def _understood(filled: Filled, scene: Scene) -> Token | None:
    """What stands for goods that no word of the clause is: "ordered jets that are still to be delivered"."""
    trigger = filled.trigger
    if trigger.passive and _still_to_come(trigger.head):
        near = scene.doc[max(scene.sentence.first, trigger.head.i - 9) : trigger.head.i]
        return next((t for t in reversed(near) if t.pos_ == "PRON" and t.lower_ in _POINTS_BACK), None)
    if filled.other_object is None and opens_list(scene.tokens):
        return scene.tokens[-1]  # "Ruritania has delivered to Sylvania:"
    return None


def _says_what_deal(word: Token, trigger: Trigger, scene: Scene) -> bool:
    """Whether a word only says what sort of deal it is that holds arms: "a trade agreement"."""
    of_deal = trigger.frame.name == "deal" and word.head == trigger.head and word.dep_ in ("compound", "amod")
    return of_deal and _holds_arms(trigger.head, scene)


def _holds_arms(deal: Token, scene: Scene) -> bool:
    """Whether a clause says that arms are in a deal: "an agreement with Ruritania, which includes rifles"."""
    behind = [t for p in deal.children if p.lower_ == "with" for t in p.children]
    clauses = [c for n in (deal, *behind) for c in n.children if c.dep_ in ("relcl", "acl", "prep")]
    holding = [c for c in clauses if verb_lemma(c) in _HOLDS or c.lower_ == "including"]
    return any(t.i in scene.goods_at for c in holding for t in c.subtree)


def _relates(token: Token) -> bool:
    """Whether a word takes up what was counted or named, or opens a clause of its own: "what X sold"."""
    opens = token.tag_ == "WP" and any(c.dep_ == "relcl" for c in token.children)
    opens = opens or _ordered(token) is not None
    return opens or token.tag_ in ("WDT", "CD")


def _ordered(word: Token) -> Token | None:
    """The verb by which "what" or "everything" stands for goods: "delivered what Ruritania had bought"."""
    if word.lower_ == "what":
        verb = word.head.head if word.dep_ == "pobj" else word.head
        of_act = verb.dep_ == "ccomp" and verb.head.pos_ == "VERB"
        return verb if of_act and verb_lemma(verb) in _ORDERING else None
    if word.lower_ not in ("all", "everything"):
        return None
    return next((c for c in word.children if c.dep_ == "relcl" and verb_lemma(c) in _ORDERING), None)


_ORDERING = words_of("verbs of asking for goods")


def _counts_else(number: Token, scene: Scene) -> bool:
    """Whether a share or a number is of no goods: "a fifth of the price", "dozens of secret papers"."""
    whole = [c for p in number.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]
    if any(noun_lemma(c) in _SHARED for c in whole):
        return True
    things = [c for c in whole if c.tag_ == "NNS" and not any(t.dep_ in ("det", "poss") for t in c.lefts)]
    return bool(things) and all(
        noun_lemma(c) in _PAPERS | _ABSTRACT and c.i not in scene.goods_at for c in things
    )


def _is_year(number: Token) -> bool:
    """Whether a number behind "of" is a year: "a deal of 2019"."""
    year = number.text.isdigit() and len(number.text) == YEAR and number.text[:2] in ("19", "20")
    return year and number.dep_ == "pobj" and number.head.lower_ == "of"


def _paid_for(trigger: Trigger, money: Token) -> Token | None:
    """What a sum stands for that was told before: "3 million for them", "Of this, 3 million came from X"."""
    if trigger.frame.name in _SHARING and is_part_of_told(money):
        return money
    for_them = [t for t in _behind(trigger.head, "for") if t.lower_ in ("them", "these", "those")]
    return next(iter(for_them), None) if trigger.word.name in ("promise", "finance", "approve") else None


def _of_both_kinds(noun: Token, lemma: str) -> bool:
    """Whether types are spoken of that were named before: "both types", "these models", "the same type"."""
    pointing = ("both", "these", "those", "two", "same")
    return lemma in _KINDS and any(c.lower_ in pointing for c in noun.lefts)


def _is_party(token: Token, filled: Filled) -> bool:
    """Whether a noun has been read as a party: "arms the group"."""
    return token.pos_ == "NOUN" and any(k.token == token and k.role == "recipient" for k in filled.links)


def _related(token: Token, scene: Scene) -> Token | None:
    """What a relative pronoun stands for, where that is no goods: "the sanctions that X brought"."""
    if token.lower_ not in ("that", "which") or token.tag_ not in ("WDT", "IN", "WP"):
        return None
    verb = token.head
    noun = verb.head
    if (
        verb.dep_ not in ("relcl", "acl")
        or noun.pos_ != "NOUN"
        or any(t.i in scene.goods_at for t in noun.subtree if t.i < token.i)
    ):
        return None
    return noun if noun_lemma(noun) in _ABSTRACT | _PAPERS else None


def _alone(noun: Token) -> bool:
    """Whether "a small number" or "the same amount" stands without what it is a number of."""
    named = any(c.lower_ == "of" for c in noun.rights)
    return not named and any(c.lower_ in ("a", "an", "same") for c in noun.lefts)


def _of_them(noun: Token) -> bool:
    """Whether a number is one of things told of: "an unknown number of them", "a large part of which"."""
    whole = [c for p in noun.rights if p.lower_ == "of" for c in p.children]
    return any(c.lower_ in ("them", "these", "those", "which") for c in whole)


def _still_to_come(verb: Token) -> bool:
    """Of ``36 of them, to be delivered soon``: an infinitive behind a comma."""
    words = [t.lower_ for t in verb.doc[max(0, verb.i - 3) : verb.i]]
    return words == [",", "to", "be"]


def _moved(trigger: Trigger, parties: Parties) -> list[Token]:
    """The words that stand where the goods would stand."""
    head = trigger.head
    if trigger.hit.form == "noun":
        if is_told_gift(head):
            return [c for c in head.head.children if c.dep_ in ("nsubj", "nsubjpass")]
        leading = _ABOUT if trigger.word.name in ("option", "talks") else ("for",)
        counted = _some_more(_behind(head, *leading), lots=leading == _ABOUT)
        of = (c for p in head.children if p.lower_ == "of" for c in p.children)
        return [*content_of(trigger), *counted, *of] + [
            c
            for c in head.children
            if c.dep_ in ("compound", "nmod") and c.pos_ in ("NOUN", "ADJ") and noun_lemma(c) not in _DEALS
        ]
    part = part_of(head)
    if part is not None:
        return [part]
    if trigger.frame.name in LISTING:
        verb = told_on(head)
        total = summed_to(head)
        if total is not None:
            return [total]
        return [c for c in verb.children if c.dep_ in ("dobj", "attr") and verb == head] if verb else []
    if any(c.dep_ == "expl" for c in head.children) and head.lemma_ == "be":
        return [c for c in head.children if c.dep_ == "attr"]
    if trigger.passive or trigger.frame.name in MOVED_SUBJECT:
        return [t for t in subjects_of(clause_of(trigger), parties) if t.i not in parties.at]
    return _acted_on(trigger, parties)


def _acted_on(trigger: Trigger, parties: Parties) -> list[Token]:
    """The object of an active verb, or what stands behind its preposition."""
    head = trigger.head
    found = [c for c in head.children if c.dep_ in ("dobj", "attr", "oprd")]
    if not found and (ordered := _what_was_ordered(head)):
        return ordered
    if not found and head.dep_ == "relcl" and head.head.like_num:
        return [head.head]  # "the 24 it promised"
    if trigger.word.name in ("finance", "sign for") and not found:
        return _behind(head, "for")
    if trigger.word.name == "talks" and not found:
        return _some_more(_behind(head, *_ABOUT), lots=True)
    if trigger.frame.name == "seek" and not found:
        return _behind(head, "for", "at", "after")
    if found and found[0].i in parties.at:
        return [c for c in _behind(head, "with", "of", "for") if noun_lemma(c) not in _TIMES]
    return found


def _some_more(behind: list[Token], *, lots: bool) -> list[Token]:
    """Those of the words that count goods that they leave out: "talks on five more", "on five units"."""
    bare = [c for c in behind if lots and is_lot(c) and not any(p.lower_ == "of" for p in c.children)]
    return [c for c in behind if c.pos_ == "NUM" or c.lower_ in _MORE or c in bare]


def _what_was_ordered(verb: Token) -> list[Token]:
    """The "what" of "has not delivered what Ruritania paid for"."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i]
    below = [t for c in clauses for o in c.children for t in (o, *o.children)]
    return [t for t in below if t.lower_ == "what" and _ordered(t) is not None][:1]


def _behind(head: Token, *prepositions: str) -> list[Token]:
    return [c for p in head.children if p.lower_ in prepositions for c in p.children if c.dep_ == "pobj"]
