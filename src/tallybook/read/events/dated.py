"""Which periods of a sentence date a transfer though they hang elsewhere, and which never date one?"""

from __future__ import annotations

from tallybook.model import Period
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary.wordlists import words_of

_ABOUT = words_of("verbs about a transfer")
"""Verbs whose time is that of talk about a transfer, not of the transfer: "denied the sale on Monday"."""

_OWNING = frozenset({"'s", "’s", "'", "’"})
_WHILE = frozenset({"when", "as", "while", "where"})
_LATER = frozenset({"after", "before", "since", "because", "until", "although", "though"})
"""Words before a clause that lies at another time than the one that it hangs on."""

_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall", "may", "might", "can", "could", "must"})
_BINDING = words_of("verbs of duty")
_FIRING = frozenset({"use", "aid"})
DEALS = frozenset(
    {"contract", "deal", "agreement", "accord", "pact", "treaty", "memorandum", "arrangement"}
) | {*("letter", "declaration", "protocol", "communique")}
SIGNS = words_of("verbs of closing or breaking a deal") & {
    *("sign", "ink", "seal", "conclude", "finalise", "finalize", "strike", "renew"),
    *("formalise", "formalize", "clinch", "close"),
}
_USING = frozenset({"use", "employ", "exploit", "charter", "hire", "abuse", "misuse", "utilise", "utilize"})
_AMOUNTING = words_of("verbs by which sums rise and fall")
_NEAR = 20
"""Tokens between words that belong to one deal, at most."""

_CLIMB = 3
_AS = frozenset({"as", "according"})
_ASIDE = 9
"""Tokens that "as X reported earlier," may take before a period."""

_OPENING = 2
"""Tokens of a sentence or part of it after which a period no longer opens it."""


def owned(last: int, doc: Doc) -> bool:
    """Whether a period owns what follows: "today's air force", "last year's parade"."""
    return last < len(doc) and doc[last].text in _OWNING


def opens_when(last: int, head: Token) -> bool:
    """Whether a clause with "when" on a period tells of the transfer: "in May, when they were sent"."""
    doc = head.doc
    at = last + (doc[last].text == ",")
    if at >= len(doc) or doc[at].lower_ != "when" or at > head.i:
        return False
    over = head
    while over.dep_ in ("xcomp", "dobj", "nsubj", "nsubjpass") and over.head.i > at:  # "agreed to give"
        over = over.head
    return any(c.i == at for t in (head, over) for c in t.children)


def ends_clause(first: int, last: int, verb: Token, head: Token) -> bool:
    """Whether a period closes a clause on a noun before the verb: "arms bought since the war are Czech"."""
    if head.dep_ not in ("acl", "relcl") or not head.i < first or not last <= verb.i:
        return False
    between = head.doc[head.i + 1 : first]
    return not any(t.text in (",", ";", "–", "—") or t.pos_ in ("VERB", "AUX") for t in between)


def meanwhile(verb: Token, mine: set[int]) -> bool:
    """Whether a verb tells at what time the transfer was: "when the town fell on 3 May, they fired"."""
    if verb.dep_ != "advcl" or verb.head.i not in mine:
        return False
    return any(c.lower_ in _WHILE and c.dep_ in ("advmod", "mark") for c in verb.children)


def attends(verb: Token, head: Token) -> bool:
    """Whether a verb tells what goods did meanwhile: "two planes landed on Friday, carrying rifles".

    So does what was used for the transfer: "used the flights of May to bring rifles".
    """
    if head.dep_ in ("xcomp", "advcl") and head.head == verb and verb.lemma_.lower() in _USING:
        return head.tag_ == "VB" and verb.i < head.i
    if head.dep_ in ("acl", "relcl") and head.head.head == verb and verb.lemma_ in _AMOUNTING:
        return head.head.dep_ == "nsubj"  # "shells sold to X came to 3,000 in 2021"
    if head.dep_ != "advcl" or head.tag_ != "VBG" or head.head != verb or verb.i > head.i:
        return False
    return not any(c.dep_ in ("mark", "nsubj", "prep") and c.i < head.i for c in head.children)


def of_its_deal(period: tuple[int, int], mine: set[int], doc: Doc) -> bool:
    """Whether a year is that of the deal under which goods came: "got guns under a deal of 2006"."""
    noun = doc[period[1] - 1].head if doc[period[0]].lower_ in ("of", "from") else None
    behind = doc[period[1]] if period[1] < len(doc) else None
    if noun is not None and noun.lower_ in ("of", "from"):
        noun = noun.head
    if behind is not None and noun_lemma(behind) in DEALS and doc[period[1] - 1].text[:4].isdigit():
        noun = behind
    if noun is None or noun_lemma(noun) not in DEALS or noun.i in mine:
        return False
    return noun.dep_ == "pobj" and noun.head.lower_ in ("under", "per", "by")


def at_the_close(period: Period, last: int, verb: Token, event: Event) -> bool:
    """Whether a day behind a word on the goods is that of firing: "fired rockets made by X on Y overnight".

    News tells the day of a strike, never that on which what was fired had been made or given.
    """
    fired, doc = event.trigger.head, event.trigger.head.doc
    if (
        event.trigger.frame.name not in _FIRING
        or verb.dep_ != "acl"
        or verb.tag_ != "VBN"
        or verb.i < fired.i
    ):
        return False
    if period.earliest is None or period.latest is None or last >= len(doc):
        return False
    goods = {i for g in event.filled.goods for i in range(g.first, g.last)}
    return verb.head.i in goods and (period.latest - period.earliest).days <= 1 and doc[last].is_punct


def serves(verb: Token, event: Event) -> bool:
    """Whether a verb tells what goods were used for: "helped it to retake the town in March"."""
    used = event.trigger.frame.name in _FIRING and verb.i > event.trigger.head.i
    return used and verb.dep_ in ("xcomp", "ccomp", "advcl") and verb.head == event.trigger.head


def turning(event: Event) -> set[int]:
    """The verbs of agreeing or promising over the words of transfer: their time is that of the act."""
    tokens = [event.trigger.head.doc[t.hit.token] for t in event.turns]
    return {t.i for t in tokens if t.pos_ in ("VERB", "AUX") and t.lemma_.lower() not in _ABOUT}


def crossed(figure: int | None, period: tuple[int, int], scene: Scene) -> int:
    """How many figures for goods stand between a figure and a period: each has its own behind it."""
    if figure is None:
        return 0
    low, high = min(figure, period[0]), max(figure, period[0])
    counting = [q.first for q in scene.quantities if q.what in ("goods", "group", "container")]
    between = sum(low < first < high for first in counting)
    return between + (period[1] <= figure and any(first < period[0] for first in counting))


def signed_under(head: Token) -> Token | None:
    """The verb of signing in "will get six jets under a deal that X and Y signed on Friday"."""
    if head.pos_ not in ("VERB", "AUX") or _is_done(head):
        return None
    doc, at = head.doc, head.i
    for word in doc[at + 1 : at + _NEAR]:
        if word.text in (";", ".", ":") or (word.tag_ in ("VBD", "VBZ", "VBP") and not _in_clause(word)):
            return None
        dealt = word.lower_ in ("in", "by", "through") and head.lemma_.lower() in _DEALING
        if (word.lower_ == "under" or dealt) and word.dep_ == "prep":
            behind = doc[word.i + 1 : word.i + _NEAR]
            deal = next((t.i for t in behind if noun_lemma(t) in DEALS), None)
            signs = (t for t in behind if t.lemma_.lower() in SIGNS and t.tag_ in ("VBD", "VBN"))
            return next((t for t in signs if deal is not None and t.i > deal), None)
    return None


def _is_done(verb: Token) -> bool:
    """Whether something has been moved, which a deal does not date: "got six jets under a deal of May"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    past = verb.tag_ == "VBD" or (
        verb.tag_ == "VBN" and bool(helpers & {"has", "have", "had", "was", "were"})
    )
    return past and verb.lemma_.lower() not in _DEALING and not helpers & _WILL


def signed_before(head: Token) -> Token | None:
    """The verb of signing in "in two contracts, both signed in May, X sold Y jets"."""
    if head.lemma_.lower() not in _DEALING or head.pos_ != "VERB":
        return None
    before = head.doc[head.sent.start : head.i]
    deal = next((t for t in before if t.dep_ == "pobj" and noun_lemma(t) in DEALS), None)
    if deal is None or deal.head.lower_ not in ("by", "in", "under", "with", "through"):
        return None
    signs = (t for t in before if t.i > deal.i and t.lemma_.lower() in SIGNS and t.tag_ in ("VBD", "VBN"))
    return next(signs, None)


_DEALING = frozenset({"acquire", "buy", "commit", "order", "purchase", "sell", "sign", "undertake"}) | {
    *("promise", "pledge", "agree", "vow")
}


def deal_signed(head: Token, scene: Scene) -> bool:
    """Whether what is to come is only told by the deal that was signed for it, with no time of its own."""
    signed = signed_under(head)
    if signed is None or head.doc is not scene.doc:
        return False
    first = [tokens[0] for p in scene.periods if p.span and (tokens := scene.token_range(p.span))]
    return bool(first) and all(at > signed.i for at in first)


def closing_over(head: Token) -> Token | None:
    """The verb of signing over what a deal brings: "signed a contract on Friday that will see X buy Y"."""
    token = head
    for _ in range(_CLIMB):
        if token.dep_ == "relcl" and noun_lemma(token.head) in DEALS:
            verb = token.head.head
            return verb if verb.lemma_.lower() in SIGNS else None
        if token.dep_ not in ("ccomp", "xcomp"):
            return None
        token = token.head
    return None


def _in_clause(word: Token) -> bool:
    return word.dep_ in ("relcl", "acl") or word.head.dep_ in ("relcl", "acl")


def is_talk(verb: Token, head: Token) -> bool:
    """Whether a verb only tells of talk that leads to the transfer: "last year called it credible"."""
    if any(c.dep_ == "nsubjpass" for c in verb.children):
        return False  # "that October jets were said to be bought"
    if verb.lemma_ == "stand" and any(c.lemma_ in ("accuse", "charge", "suspect") for c in verb.children):
        return True  # "only last month X stood accused of sending Y"
    object_ = next((c for c in verb.children if c.dep_ == "dobj"), None)
    puts = verb.lemma_ in _PUTTING and object_ is not None and noun_lemma(object_) in _STATEMENTS
    calls = verb.lemma_ == "call" and not any(c.dep_ == "prt" for c in verb.children)
    return (
        (puts or calls or verb.lemma_.lower() in _ABOUT) and verb.i < head.i and not _told_behind(verb, head)
    )


_PUTTING = frozenset({"put", "issue", "release", "make", "give", "publish", "sign", "deliver", "send"})
_STATEMENTS = frozenset(
    {
        "statement",
        "communique",
        "declaration",
        "interview",
        "speech",
        "briefing",
        "report",
        "remark",
        "comment",
    }
)


def joined_on(first: int, head: Token, scene: Scene) -> bool:
    """Whether a period opens a sentence to whose first part that of the transfer is joined."""
    if first - scene.sentence.first > _OPENING or head.dep_ != "conj":
        return False
    apart = scene.doc[first : head.i]
    return not any(t.text in (";", ":") for t in apart)


def leads(first: int, verb: Token, head: Token, start: int) -> bool:
    """Whether a period opens the part of the sentence that tells the transfer.

    Not where its verb only tells of talk, unless that follows the transfer ("on Monday X sent Y, he said"),
    nor where the transfer stands in a clause at another time ("on Monday it left X, which had sent Y").
    """
    aside = first > start and head.doc[first - 1].text == ","  # "in particular, in May"
    reach = _ASIDE if aside and head.doc[start].lower_ in _AS else 2 * _OPENING if aside else _OPENING
    if not start <= first - (head.doc[first - 1].lower_ == "not") <= start + reach:  # "was not until May"
        return False
    if is_talk(verb, head) or (verb.lemma_.lower() in _ABOUT and not _told_behind(verb, head)):
        return False
    token = head
    while token not in (verb, token.head):
        if token.dep_ == "relcl" or (token.dep_ == "advcl" and _at_other_time(token)):
            return False
        token = token.head
    return True


def _told_behind(verb: Token, head: Token) -> bool:
    """Whether who speaks stands behind the transfer."""
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.i > head.i for c in verb.children)


def _at_other_time(clause: Token) -> bool:
    return any(c.lower_ in _LATER for c in clause.children)


def is_ahead_of(verb: Token) -> bool:
    """Whether a verb tells of what is to come: "will use them", "has to stop"; not "may have sent"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    bound = verb.dep_ == "xcomp" and "to" in helpers and verb.head.lemma_ in _BINDING
    seen = "could" in helpers and verb.lemma_.lower() in _SEEING  # "twelve jets could be seen on June 19"
    return bound or (bool(helpers & _WILL) and "have" not in helpers and not seen)


_SEEING = frozenset({"see", "spot", "hear", "make", "identify", "discern", "recognise", "recognize", "count"})
