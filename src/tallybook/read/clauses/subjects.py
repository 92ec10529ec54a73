"""Who does what a verb says, and who is said to be something?"""

from __future__ import annotations

from tallybook.read.clauses.askingothers import asks_others
from tallybook.read.clauses.everyday import opens_date
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.members import singles_out
from tallybook.read.clauses.parties import CLIMB_LIMIT, Parties, place_of
from tallybook.read.clauses.punished import OBJECT_ACTS, PENALTIES, REASONS, charged, hit_by
from tallybook.read.clauses.scene import head_of
from tallybook.read.clauses.turneddown import LEAVES
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_HANDING = frozenset({"give", "grant", "hand", "lend", "offer"})
"""Verbs whose taker does what they are for: "gave X a port to supply Y"."""

_BEING = words_of("verbs of being")
_PAPERS = words_of("papers that are quoted")
_RELATIVE = frozenset({"that", "which", "who", "whom"})
_ONES = words_of("nouns for a state") | {"one"}
_THOSE = frozenset({"those", "states", "countries", "nations"})
_NAMING = words_of("verbs of naming")
_SOME = frozenset({"one", "some", "part"})
_THWARTING = words_of("verbs of thwarting")
_PLOTS = frozenset({"attempt", "bid", "conspiracy", "effort", "plan", "plot", "scheme"})
_UNDERTAKINGS = words_of("deals and packages") | words_of("what somebody undertakes")
_WILLS = words_of("what somebody means to do")
_BESIDES = frozenset({"after", "before", "besides", "since", "while", "by", "upon", "on", "in", "despite"})
"""Prepositions behind which the subject of the main clause acts."""

_HAVING_LEAVE = words_of("verbs of lacking") | frozenset(
    {"ask", "get", "have", "hope", "obtain", "receive", "request", "secure", "wait", "want", "win"}
)


def subjects_of(verb: Token, parties: Parties, depth: int = 0) -> list[Token]:
    """Who does what ``verb`` says (whom it happens to, for a passive): its own subject or a controller's."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")]
    if own:
        own = _nearer(own, verb, parties)
        if own[0].lower_ in _RELATIVE:
            if verb.dep_ == "relcl":
                return _whom_it_singles_out(verb.head, parties) or [verb.head]
            before = verb.doc[own[0].i - 1] if own[0].i else own[0]
            asked = own[:1] if own[0].lower_ == "who" else []  # "who sent them nobody says"
            return [before] if before.pos_ in ("NOUN", "PROPN") else asked
        return own[:1]
    headed = [
        c
        for c in verb.children
        if c.dep_ in ("compound", "nmod", "amod", "npadvmod") and c.i in parties.at and c.i < verb.i
    ]
    headed = headed or _after_period(verb, parties)
    if headed:
        return headed[:1]
    if depth > CLIMB_LIMIT or verb.head == verb or asks_others(verb, parties):
        return []
    head = verb.head
    if verb.dep_ == "acl" or (verb.dep_ == "relcl" and verb.tag_ == "VB"):
        return _subjects_at_noun(verb, head, parties, depth)
    if verb.dep_ == "pcomp" or (verb.dep_ == "pobj" and head.pos_ == "ADP"):
        return _behind_preposition(verb, parties, depth)
    if verb.dep_ == "advcl" and verb.tag_ == "VBN" and head.pos_ in ("VERB", "AUX") and verb.i < head.i:
        return subjects_of(head, parties, depth + 1)  # "accused of arming X, Y called it"
    if verb.dep_ in ("xcomp", "ccomp", "advcl", "dobj", "csubj", "acomp"):
        return _controlled(head, parties, depth) if _acts(head, verb) else []
    if verb.dep_ == "conj":
        after_comma = verb.i and verb.doc[verb.i - 1].text == ","
        if head.dep_ == "relcl" and after_comma and head.head.i in parties.at:
            return [head.head]
        beside = _beside_reason(verb, head)
        return subjects_of(head if beside is None else beside, parties, depth + 1)
    return []


def _nearer(own: list[Token], verb: Token, parties: Parties) -> list[Token]:
    """Of two subjects, the party before the verb: "Thanks to the grant Ruritania has received"."""
    labelled = [c for c in own[1:] if any(t.text == ":" for t in verb.doc[own[0].i : c.i])]
    if labelled:
        return labelled[:1]  # "Ruritanian envoy: Sylvania sent"
    if len(own) == 1 or own[0].i in parties.at or own[0].lower_ in _RELATIVE:
        return own
    named = [c for c in own if c.i in parties.at and c.i < verb.i]
    return named[-1:] or own


def _beside_reason(verb: Token, reason: Token) -> Token | None:
    """The verb of the main clause, that goes on behind a reason: "left it as it was dear, and bought"."""
    if reason.dep_ != "advcl" or reason.i < reason.head.i or verb.tag_ == "VBG":
        return None
    joint = next((c for c in reversed(list(reason.children)) if c.dep_ == "cc" and c.i < verb.i), None)
    given = any(c.lower_ in ("because", "as", "since", "after") and c.dep_ == "mark" for c in reason.children)
    return reason.head if given and joint is not None and joint.i and joint.nbor(-1).text == "," else None


def _behind_preposition(verb: Token, parties: Parties, depth: int) -> list[Token]:
    """Who does what hangs on a preposition: "firms accused of selling", "put sanctions on X for selling"."""
    head, above = verb.head, verb.head.head
    if head.lower_ in REASONS and (hit := hit_by(above)):
        return hit
    if head.lower_ in _BESIDES and above.pos_ in ("VERB", "AUX"):
        return subjects_of(above, parties, depth + 1)  # "after receiving X it ordered Y"
    if above.pos_ in ("NOUN", "PROPN"):
        return charged(above) or _subjects_at_noun(verb, above, parties, depth)
    hit = [t for c in above.children if noun_lemma(c) in PENALTIES for t in charged(c)]
    return hit or _controlled(above, parties, depth)


def _acts(above: Token, verb: Token) -> bool:
    """Whether who does what ``above`` says can do what ``verb`` says: nobody has plans that "there are"."""
    plots = any(c.dep_ == "dobj" and noun_lemma(c) in _PLOTS for c in above.children)
    acts = above.pos_ in ("VERB", "AUX", "ADJ") and not (plots and verb_lemma(above) in _THWARTING)
    return acts and all(c.dep_ != "expl" for c in verb.children)


def told_to_be(noun: Token, parties: Parties) -> list[Token]:
    """Who is said to be the supplier: "X is one of the suppliers", "X, the biggest supplier of"."""
    token = noun
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in _SOME:
        token = token.head.head
    elif token.dep_ == "pobj" and token.head.lower_ in ("as", "among"):
        return _told_among(token.head) or _named_as(token.head, parties)
    elif token.dep_ == "nsubj" and verb_lemma(token.head) in ("include", "number"):
        return [c for c in token.head.children if c.dep_ == "dobj"]  # "the buyers include X and Y"
    elif token.dep_ == "nsubjpass":
        return [t for p in token.head.children if p.lower_ == "as" for t in p.children]
    if token.dep_ == "appos":
        return [token.head]
    linking = token.dep_ in ("attr", "oprd", "dobj", "nsubj") and token.head.lemma_ in _BEING
    if token.dep_ == "nsubj" and token.head.lemma_ in _BEING:
        named = [c for c in token.head.children if c.dep_ == "attr" and c.i > token.head.i]
        if any(c.i in parties.at for c in named):
            return named
    beside = [c for c in token.children if c.dep_ == "appos"]
    if linking and token.dep_ == "nsubj":
        return beside or [c for c in token.head.children if c.dep_ == "attr"]
    return subjects_of(token.head, parties) if linking and token.dep_ != "nsubj" else beside


def _told_among(among: Token) -> list[Token]:
    """Who stands behind "among the buyers are"."""
    verb = among.head
    if among.lower_ != "among" or verb.lemma_ != "be" or among.i > verb.i:
        return []
    return [c for c in verb.children if c.dep_ in ("attr", "nsubj") and c.i > verb.i]


def _named_as(as_: Token, parties: Parties) -> list[Token]:
    """Who is named as something: "X was listed as", "the papers list X as", "X acted as"."""
    above = as_.head
    verbs = (c for c in above.children if c.dep_ in ("acl", "relcl") and c.i < as_.i)
    verb = above if above.pos_ in ("VERB", "AUX") else next(verbs, None)
    if verb is None:
        return []
    objects = [c for c in verb.children if c.dep_ in ("dobj", "oprd") and c.i < as_.i]
    if objects and not is_passive(verb):
        return objects if verb_lemma(verb) in _NAMING else []
    return subjects_of(verb, parties)


def _after_period(verb: Token, parties: Parties) -> list[Token]:
    """The subject that the tree takes for a part of the period before it: "On Friday Ruritania sent"."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i == 0:
        return []
    before = verb.doc[verb.i - 1]
    if before.i not in parties.at or before.dep_ != "pobj" or before.head.head != verb:
        return []
    return [before] if any(c.dep_ == "compound" and c.i not in parties.at for c in before.lefts) else []


def _controlled(head: Token, parties: Parties, depth: int) -> list[Token]:
    if head.pos_ == "ADJ":
        return subjects_of(head.head, parties, depth + 1)
    if meant := _who_means_to(head, parties):
        return meant
    handed = [c for c in head.children if c.dep_ == "dative" and c.i in parties.at]
    if handed and head.lemma_.lower() in _HANDING:
        return handed[:1]
    if is_passive(head) and (by := _made_by(head, parties)):
        return by
    if verb_lemma(head) == "use" and is_passive(head):
        return []  # "Ruritania could be used to send": somebody else sends by way of it
    if verb_lemma(head) in OBJECT_ACTS and not is_passive(head) and not _asks_leave(head):
        objects = [c for c in head.children if c.dep_ in ("dobj", "dative", "nsubj") and c.i > head.i]
        if objects:
            return objects[:1]
        if head.dep_ == "relcl" and any(c.dep_ == "dobj" and c.lower_ in _RELATIVE for c in head.children):
            return [head.head]  # "Ruritania, which it accused of arming"
        on = (p for p in head.children if p.dep_ == "prep" and p.lower_ in ("on", "upon"))
        if called := [c for p in on if not opens_date(p) for c in p.children]:
            return called[:1]
    return subjects_of(head, parties, depth + 1)


def _who_means_to(verb: Token, parties: Parties) -> list[Token]:
    """Whose the will is that somebody speaks of: "regards the readiness of Ruritania to send tanks as"."""
    wills = [c for c in verb.children if c.dep_ == "dobj" and noun_lemma(c) in _WILLS]
    return [t for w in wills for p in w.children if p.lower_ == "of" for t in p.children if t.i in parties.at]


def _made_by(verb: Token, parties: Parties) -> list[Token]:
    """Who does what a promise of his is about: "an offer was made by Ruritania to sell"."""
    made = any(c.dep_ == "nsubjpass" and noun_lemma(c) in _UNDERTAKINGS for c in verb.children)
    by = (t for p in verb.children if p.lower_ == "by" for t in p.children)
    return [t for t in by if t.i in parties.at] if made else []


def _asks_leave(verb: Token) -> bool:
    """Whether somebody asks to be allowed what follows: "asked Ruritania for leave to send"."""
    for_ = (t for p in verb.children if p.lower_ == "for" for t in p.children)
    return any(noun_lemma(t) in LEAVES for t in for_)


def _whom_it_singles_out(noun: Token, parties: Parties) -> list[Token]:
    """Of "X is the only one that sells", "named X among those who sell": who is said to be the one."""
    if noun.i in parties.at or not (noun_lemma(noun) in _ONES or noun.lower_ in _THOSE):
        return []
    if noun.dep_ == "attr":
        return subjects_of(noun.head, parties)
    return _counted_among(noun, parties)


def _counted_among(noun: Token, parties: Parties) -> list[Token]:
    """Whom a list or a speaker counts among others: "lists X among states", "named X as one of those"."""
    place = noun.head
    if noun.dep_ == "pobj" and place.lower_ == "of" and place.head.lower_ in _SOME:
        if place.head.dep_ == "attr":
            return subjects_of(place.head.head, parties)
        place = place.head.head
    verb = place.head
    if place.lower_ not in ("among", "amongst", "as") or verb.pos_ not in ("VERB", "AUX"):
        return []
    if is_passive(verb) or verb.lemma_ in _BEING:
        return subjects_of(verb, parties)
    named = [c for c in verb.children if c.dep_ in ("dobj", "oprd") and c.i in parties.at and c.i < place.i]
    return named[:1]


def _who_has_leave(verb: Token, leave: Token, parties: Parties, depth: int) -> list[Token]:
    """Of "needs Ruritania's approval to send": who needs or gets leave does what it is for."""
    place = place_of(leave)
    if verb.tag_ != "VB" or place is None or noun_lemma(leave) not in LEAVES:
        return []
    had = place.slot in ("object", "for") and verb_lemma(place.governor) in _HAVING_LEAVE
    return subjects_of(place.governor, parties, depth + 1) if had else []


def _subjects_at_noun(verb: Token, noun: Token, parties: Parties, depth: int) -> list[Token]:
    """Subject of a verb that hangs on a noun: the noun itself ("firms selling"), or who has the noun."""
    if noun.dep_ == "dobj" and verb_lemma(noun.head) in _THWARTING and noun.i not in parties.modifying:
        return []  # "foiled an attempt to smuggle" does not say whose
    acts = noun.i in parties.at or noun.pos_ == "PROPN" or parties.carries(noun)
    if verb.tag_ == "VBN" or (verb.tag_ == "VBG" and verb.dep_ == "acl" and acts):
        return [noun]
    if verb.tag_ == "VB" and noun.dep_ == "attr" and noun.head.lemma_ == "be" and singles_out(noun):
        return subjects_of(noun.head, parties, depth + 1)
    owner = parties.modifying.get(noun.i)
    if owner is not None:
        return _who_has_leave(verb, noun, parties, depth) or [head_of(noun.doc, owner.first, owner.last)]
    led = ("by", "of") if verb.tag_ == "VB" else ("by",)  # "the readiness of Ruritania to send"
    by = [t for c in noun.children if c.lower_ in led for t in c.children if t.i in parties.at]
    if by and verb.tag_ == "VB":
        return by[:1]
    if verb.tag_ == "VBG" and verb.dep_ == "acl" and noun.dep_ not in ("dobj", "pobj", "nsubjpass"):
        return [noun]
    if noun.i in parties.at:
        return [noun]
    above = place_of(noun)
    given = [c for c in above.governor.children if c.dep_ == "dative" and c.i in parties.at] if above else []
    if given and verb.tag_ == "VB":
        return given[:1]
    if above is not None and above.governor.pos_ in ("VERB", "AUX") and above.slot != "subject":
        return [t for t in subjects_of(above.governor, parties, depth + 1) if not _is_paper(t)]
    return []


def _is_paper(noun: Token) -> bool:
    """Whether a subject is what is read, so that what it speaks of is others' doing: "mentions plans to"."""
    of = (t for p in noun.children if p.lower_ == "of" for t in p.children)
    return noun.pos_ == "NOUN" and any(noun_lemma(t) in _PAPERS for t in (noun, *of))


def subjects_share(governor: Token, verb: Token) -> bool:
    """Whether ``verb`` takes its subject from ``governor`` ("missiles are to be delivered")."""
    token = verb
    for _ in range(CLIMB_LIMIT):
        if token == governor:
            return True
        first = (token == verb and token.dep_ in ("prep", "advmod", "attr")) or token.dep_ == "acomp"
        if not (first or token.dep_ in ("xcomp", "conj", "advcl", "ccomp")) or any(
            c.dep_ in ("nsubj", "nsubjpass") for c in token.children
        ):
            return False
        token = token.head
    return False
