"""Does a sentence only state a rule, an office or what befell people, so that no arms change hands in it?"""

from __future__ import annotations

from tallybook.model import Stage
from tallybook.read.claims.case import Case
from tallybook.read.clauses.holding import HOLDING
from tallybook.read.clauses.lemmas import infinitive, noun_lemma, verb_lemma
from tallybook.read.clauses.parties import CLIMB_LIMIT
from tallybook.read.discourse.directions import FOR_ITSELF
from tallybook.read.events.anaphors import counts
from tallybook.vocabulary.wordlists import words_of

_ANYBODY = frozenset({"anybody", "anyone", "everybody", "everyone", "whoever"})
_MUST = frozenset({"must", "need", "needs", "required", "requires", "shall"})
_MODAL = frozenset({"may", "can", "shall", "must"})
_EVERY = frozenset({"all", "any", "each", "every", "no"})
_AHEAD = frozenset({"can", "could", "may", "must", "shall", "should", "will", "would"})
_POISON = frozenset(
    {"agents", "biological", "chemical", "chlorine", "cluster", "gas", "nuclear", "phosphorus", "sarin"}
)
_PEOPLE = words_of("people who come and go")


def by_rule(case: Case) -> bool:
    """Whether it is told what anybody has to do: "whoever buys arms there must get a permit"."""
    if _must_give_leave(case):
        return True
    if len(case.told) > 1:
        return False
    words = {t.lower_ for t in case.head.sent}
    if any(c.lower_ == "no" for c in case.head.lefts) and {"without", "unless"} & words and _MODAL & words:
        return True  # "no transfer may take place without a permit"
    return not words.isdisjoint(_ANYBODY) and not words.isdisjoint(_MUST)


def any_carrier(case: Case) -> bool:
    """Whether it is told what befalls any who carry arms: "every ship with rifles would be turned away"."""
    token = case.head
    for _ in range(CLIMB_LIMIT):
        if token.dep_ in ("nsubj", "nsubjpass", "dobj") and token.pos_ == "NOUN":
            break
        token = token.head
    every = any(c.lower_ in _EVERY for c in token.lefts)
    ahead = any(c.dep_ == "aux" and c.lower_ in _AHEAD for c in token.head.children)
    return every and ahead and token != case.head and case.frame in HOLDING | {"carry", "bound", "contain"}


def only_way(case: Case) -> bool:
    """Whether it is only told from where arms may go: "the only airfield from which bombs may be flown"."""
    if case.head.dep_ != "relcl" or case.event.turns:
        return False
    leave = any(c.dep_ == "aux" and c.lower_ in ("may", "can") for c in case.head.children)
    return leave and any(c.lower_ == "only" for c in case.head.head.lefts)


def poison_used(case: Case) -> bool:
    """Whether somebody only denies to have used what is banned: "denied the use of chemical weapons"."""
    denied = any(t.hit.word.name == "deny" for t in case.event.turns)
    doc = case.head.doc
    poison = all({t.lower_ for t in doc[g.first : g.last]} & _POISON for g in case.goods)
    return denied and case.frame == "use" and bool(case.goods) and poison


def _must_give_leave(case: Case) -> bool:
    """Whether leave is only told to be needed: "its former owners had to give their consent"."""
    if case.word != "approve" or not case.noun or case.head.dep_ != "dobj":
        return False
    verb = case.head.head
    must = any(c.dep_ == "aux" and c.lower_ in _MUST for c in verb.children)
    return must or (infinitive(verb) and verb.dep_ == "xcomp" and verb.head.lemma_ in ("have", "need"))


def in_charge(case: Case) -> bool:
    """Whether it is only somebody's office: "the agency in charge of arms exports"."""
    if not case.noun or case.told or case.head.dep_ != "pobj":
        return False
    over = case.head.head.head
    return over.lower_ == "responsible" or (over.lower_ == "charge" and over.head.lower_ == "in")


def left_untold(case: Case) -> bool:
    """Whether it is left open where arms went: "where they went from there is not known"."""
    verb = case.head.head if case.head.dep_ == "xcomp" and case.head.head.lemma_ == "be" else case.head
    over = verb.head
    asks = any(c.lower_ in ("where", "whither", "whence") and c.i < verb.i for c in verb.children)
    if case.noun or not asks or verb.dep_ not in ("csubj", "csubjpass", "ccomp", "advcl") or over == verb:
        return False
    return any(c.dep_ == "neg" or c.lower_ in _UNKNOWN for c in (over, *over.children))


_UNKNOWN = frozenset({"unclear", "unknown", "open", "uncertain", "undisclosed", "mystery", "untold"})


def of_people(case: Case) -> bool:
    """Whether a bare number counts people just spoken of: "Two men were fined. Three were cleared"."""
    number = case.anaphor
    if number is None or number.dep_ != "nsubjpass" or case.told or case.goods or not counts(number):
        return False
    earlier = reversed(list(number.doc[: number.sent.start]))
    before = next((t for t in earlier if t.dep_ in ("nsubj", "nsubjpass")), None)
    if before is not None and before.lower_ in ("who", "that"):
        before = before.head.head  # "two people who worked there were given"
    if before is None or before.dep_ != "nsubjpass":
        return False
    return before.tag_ == "NNS" and noun_lemma(before) in _PEOPLE


def only_lists(case: Case) -> bool:
    """Whether a vow behind its content goes on with what that is: "arms would be bought, he vowed: guns"."""
    verb = case.head
    if case.word != "promise" or case.noun or verb.i + 1 >= len(verb.doc) or verb.doc[verb.i + 1].text != ":":
        return False
    return any(t.tag_ in ("MD", "VBD", "VBZ", "VBP") for t in verb.doc[verb.sent.start : verb.i])


def only_looked_for(case: Case) -> bool:
    """Whether somebody is only to find something: "a firm that was to find fighters"."""
    ahead = {t.hit.word.stage for t in case.event.turns} & {Stage.PLANNED, Stage.SOUGHT, Stage.OFFERED}
    return case.frame == "found" and case.head.tag_ == "VB" and bool(ahead)


def joins_others(case: Case) -> bool:
    """Whether a state joins others, and no goods a force: "has joined the coalition with a promise"."""
    subjects = [c for c in case.head.children if c.dep_ in ("nsubj", "nsubjpass")]
    moved = {g.head for g in case.event.filled.goods}
    return verb_lemma(case.head) == "join" and bool(subjects) and all(c.i not in moved for c in subjects)


def asked_why(case: Case) -> bool:
    """Whether somebody only asks why something should or should not be: "why should X not get them?"."""
    helping = [c.lower_ for c in case.head.children if c.dep_ == "aux"]
    asked = any(c.lower_ == "why" for c in case.head.lefts)
    return asked and ("should" in helping or "shouldn't" in helping)


def spans_lands(case: Case) -> bool:
    """Whether two lands only say how far those are spread who are helped: "groups from X to Y"."""
    if case.frame != "aid" or case.event.filled.goods:
        return False
    helped = [c for c in case.head.children if c.dep_ == "dobj" and c.tag_ == "NNS"]
    from_ = [p for c in (case.head, *helped) for p in c.children if p.lower_ == "from"]
    behind = [p for t in (case.head, *helped, *from_) for p in t.children if p.lower_ == "to"]
    return bool(helped and from_ and behind)


def only_a_share(case: Case) -> bool:
    """Whether imports only say how much a supplier gives: "its main supplier, with 60% of its imports"."""
    head = case.head
    owned = case.noun and noun_lemma(head) in ("import", "purchase") and not case.goods
    if not owned or head.dep_ != "pobj" or head.head.lower_ != "of":
        return False
    over = head.head.head.head
    return over.lower_ == "with" and any(c.tag_ == "PRP$" for c in head.lefts)


def into_orbit(case: Case) -> bool:
    """Whether satellites are only sent into space: "carried three satellites into orbit for Ruritania"."""
    over = [case.head, *(c for c in case.head.children if c.dep_ == "dobj")]
    led = [t for o in over for p in o.children if p.lower_ in _UP for t in p.children if t.dep_ == "pobj"]
    return any(noun_lemma(t) in _SPACE for t in led)


def stays_put(case: Case) -> bool:
    """Whether arms are only to stay: "will not leave Ruritania", "urged Ruritania to send them back"."""
    taker, here = case.event.recipient, [c.lower_ for c in case.head.children]
    if case.frame == "left" and (taker is None or taker.slot == "discourse"):
        return any(c.dep_ == "neg" for c in case.head.children) and "will" in here
    back = verb_lemma(case.head) == "send" and "back" in here
    return back and taker is not None and taker.slot == "subject"


def at_large(case: Case) -> bool:
    """Whether only the sum of somebody's trade in arms is told: "its arms exports rose to $2 billion"."""
    verb = case.head.head
    traded = case.noun and case.word == "export" and case.event.recipient is None and not case.event.turns
    sole = all(g.weak or g.head == case.head.i for g in case.goods) and not case.definite
    counted = verb_lemma(verb) in _SUMMING and case.head.dep_ == "nsubj"
    return traded and sole and counted


def pays_for_it(case: Case) -> bool:
    """Whether it is only told who pays for what was told of before: "which paid for them"."""
    if case.word != "finance" or case.anaphor is None or counts(case.anaphor):
        return False
    led = {k.name for k in case.event.links if k.slot in ("for", "to")}
    own = any(why.endswith(FOR_ITSELF) for why in case.event.why)
    return not own and case.event.end("recipient") not in led


def in_general(case: Case) -> bool:
    """Whether somebody's trade with another is spoken of, and no arms: "its trade with Ruritania"."""
    return case.noun and noun_lemma(case.head) in _DEALINGS and not case.goods


_SUMMING = words_of("verbs of which a number is the subject") | {"hit", "double", "triple", "treble"}
_DEALINGS = frozenset({"trade", "dealing", "dealings", "exchange", "commerce", "business"})
_UP = frozenset({"in", "into", "to"})
_SPACE = frozenset({"orbit", "space", "cosmos"})

NO_TRANSFERS = (
    ("the sum of a trade", at_large),
    ("only who pays", pays_for_it),
    ("dealings in general", in_general),
    ("sent into space", into_orbit),
    ("to stay, or to go back", stays_put),
    ("only asked why", asked_why),
    ("not told where", left_untold),
    ("lands between which somebody is helped", spans_lands),
    ("a share of imports", only_a_share),
    ("only looked for", only_looked_for),
    ("a state joins others", joins_others),
    ("a rule for anybody", by_rule),
    ("a rule for any carrier", any_carrier),
    ("only from where arms may go", only_way),
    ("only denied to be used", poison_used),
    ("somebody's office", in_charge),
    ("a number of people", of_people),
    ("a list behind", only_lists),
)
"""The tests of this module with what stands against a claim where they hold."""
