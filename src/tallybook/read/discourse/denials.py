"""Which words deny a charge without saying again what it was, and which flow do they deny?"""

from __future__ import annotations

from tallybook.model import Category, Certainty
from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.parties import place_of
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.charges import CALLING, as_told, calls_another, is_charge, tells_which
from tallybook.read.discourse.disowned import never_owned, no_such, none_there
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of


def find_denial(scene: Scene, lexicon: Lexicon, *, taken: frozenset[int] | None) -> tuple[int, int] | None:
    """Tokens of a bare denial: "rejected the charge", "it is not true", "a lie".

    Args:
        scene: the sentence.
        lexicon: its words of denial.
        taken: the words that turn a transfer of the sentence, where it tells of one; then only a verb
            that turns none is a bare denial ("drones from Ruritania, which Ruritania denies").
    """
    for hit in lexicon.turns_in(scene):
        if taken is not None and (hit.token in taken or not _aside(scene.doc[hit.token], lexicon)):
            continue
        if hit.word.certainty is Certainty.DENIED and hit.form == "verb":
            token = scene.doc[hit.token]
            if leaves_open(token) or any(c.dep_ == "neg" or c.lower_ in _HARDLY for c in token.children):
                continue  # "did not deny", "did not rule it out", "has seldom denied"
            if tells_which(token, scene):
                continue  # "the guns that X rejects", "tanks, which X wrote off"
            objects = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass") or _stray(c, token)]
            content = [c.right_edge for c in token.children if c.dep_ == "ccomp"] if not objects else []
            told = not objects and any(g.goods.category is not Category.TROOPS for g in scene.goods)
            part = _any_part(token)
            told = told or bool(part) or any(c.pos_ == "PRON" or c.lower_ == "that" for c in objects)
            if told or any(is_charge(c, lexicon, aside=taken is not None) for c in objects):
                return _range(scene, [token, *objects, *content, *part, *_subjects(token)])
    for token in scene.tokens if _may_deny(scene, lexicon) else ():
        kept = _denial_kept(token)
        if taken is not None and not (kept or _calls_it(token, lexicon)):
            continue
        about = kept or _denied(token, lexicon) or _none_such(token, scene, lexicon)
        if about and not _partly(token):
            return _range(scene, about)
    return None


_HAND = words_of("nouns for a hand in something")
_HARDLY = frozenset({"hardly", "rarely", "scarcely", "seldom", "sometimes"})


def _any_part(verb: Token) -> list[Token]:
    """The words of who denies "having anything to do with it", or "any hand in it"."""
    for clause in (c for c in verb.children if c.dep_ == "xcomp"):
        had = [c for c in clause.children if c.lower_ == "anything"]
        if had and verb_lemma(clause) == "have":
            return [clause, had[0], had[0].right_edge]
    hands = [c for c in verb.children if c.dep_ == "dobj" and noun_lemma(c) in _HAND]
    return [n.right_edge for n in hands if any(c.lower_ in ("any", "all", "no") for c in n.lefts)]


def _stray(word: Token, verb: Token) -> bool:
    """Whether "this" behind a verb hangs there as no object: "The ministry disputes this"."""
    return word.lower_ in ("this", "that") and word.dep_ in ("advmod", "npadvmod") and word.i == verb.i + 1


def _may_deny(scene: Scene, lexicon: Lexicon) -> bool:
    """Whether a sentence holds a word that can judge what was told."""
    judging = (lexicon.untrue, lexicon.lacking, _TALES, _TRUE, _WRONG, _KNOWING, _DENIALS, _SAYING_NO)
    if "nothing" in scene.words or any(not scene.words.isdisjoint(words) for words in judging):
        return True
    if any(t.tag_ == "NNS" and noun_lemma(t) in lexicon.untrue for t in scene.among(lexicon.untrue)):
        return True
    return "know" in scene.lemmas or not scene.lemmas.isdisjoint(lexicon.least)


_DENIALS = frozenset({"denial", "denials"})
_SAYING_NO = frozenset({"never", "such", "no"})
_KEEPING = words_of("verbs of keeping to what one says")


def _denial_kept(noun: Token) -> list[Token]:
    """The words that tell of somebody who keeps to a denial: "X continues in its denial"."""
    if noun.lower_ not in _DENIALS or not any(c.dep_ == "poss" and c.pos_ == "PRON" for c in noun.lefts):
        return []
    place = place_of(noun)
    if place is None or place.slot == "subject" or verb_lemma(place.governor) not in _KEEPING:
        return []
    return [noun, place.governor, *_subjects(place.governor)]


def leaves_open(verb: Token) -> bool:
    """Whether somebody says neither yes nor no: "would neither confirm nor deny"."""
    beside = [verb.head, *verb.children] if verb.dep_ == "conj" else list(verb.children)
    if any(c.lower_ in ("but", "yet", "though") for c in beside):
        return False  # "confirmed the sale but denied a breach of the embargo"
    pair = {verb_lemma(verb), *(verb_lemma(t) for t in beside if t.dep_ == "conj" or t == verb.head)}
    return {"confirm", "deny"} <= pair


def _aside(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb takes back what was just told: "which X denies", "but X denies it"."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if any(c.lower_ in ("which", "this", "that", "it") or noun_lemma(c) in lexicon.charges for c in objects):
        return True
    if any(as_told(c, lexicon) for c in objects):
        return True
    return verb.dep_ == "relcl" and noun_lemma(verb.head) in lexicon.charges | {"something"}


def _denied(token: Token, lexicon: Lexicon) -> list[Token]:
    """The words of a denial whose judging word ``token`` is; none where it is no such word."""
    if (_untrue(token, lexicon) and _judges(token, lexicon)) or (
        token.lower_ in _TRUE and (_negated(token) or _of_none(token))
    ):
        return [token, *_judged(token), *_about(token)]
    if token.lower_ in _WRONG and any(
        noun_lemma(c) in lexicon.charges | _TALK or c.lower_ in _THEM for c in _judged(token)
    ):
        return [token, *_about(token)]
    if token.lower_ == "nothing" and [t.lower_ for t in token.subtree][1:4] == ["to", "do", "with"]:
        return [token, *_about(token)]
    if noun_lemma(token) in lexicon.least and _none_of(token):
        return [token, *_about(token)]
    if token.lower_ in lexicon.lacking and any(c.lower_ == "no" for c in token.lefts):
        return [token, token.head]
    return never_owned(token, lexicon) or _unaware(token, lexicon)


def _none_such(token: Token, scene: Scene, lexicon: Lexicon) -> list[Token]:
    """The words that say that what was told of was never there."""
    return no_such(token, scene, lexicon) or none_there(token, scene)


def _untrue(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is one for what is not true, also where there are several: "fakes of this sort"."""
    if token.i and (token.nbor(-1).lower_, noun_lemma(token)) in _TOLD_TALES:
        return True
    if token.lower_ in ("lie", "lies") and token.pos_ == "VERB":
        return False  # "the plant lies in the south"
    several = token.tag_ == "NNS" and any(
        c.lower_ in ("of", "such", "these", "those") for c in token.children
    )
    return token.lower_ in lexicon.untrue or (several and noun_lemma(token) in lexicon.untrue)


def _judges(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word calls what was told untrue: "the report is false", not "under a false flag"."""
    if calls_another(token, lexicon):
        return False
    if token.dep_ == "amod":
        return noun_lemma(token.head) in lexicon.charges | lexicon.untrue | _TALK
    if token.dep_ in ("compound", "poss", "nmod"):
        return False
    if token.dep_ == "pobj":
        return token.head.lower_ in ("as", "of", "for")
    if token.dep_ in ("nsubj", "dobj") and token.i:
        quoted = token.doc[max(0, token.left_edge.i - 1)].is_quote
        return quoted or (token.dep_ == "dobj" and verb_lemma(token.head) in _SPREADING)
    return True


_TOLD_TALES = {("fairy", "tale"), ("tall", "tale"), ("false", "flag"), ("hot", "air"), ("old", "lie")}
_TALES = frozenset({"tale", "tales", "flag", "air"})
_SPREADING = frozenset({"spread", "tell", "peddle", "be", "invent", "repeat", "call"})


def _calls_it(token: Token, lexicon: Lexicon) -> bool:
    """Whether a clause beside it calls what was just told untrue: "..., which X called a lie"."""
    if token.lower_ not in lexicon.untrue:
        return False
    verb = token.head if token.head.pos_ in ("VERB", "AUX") else token.head.head
    if verb_lemma(verb) not in CALLING:
        return False
    pointers = {c.lower_ for t in (verb, *verb.children) for c in t.children if c.dep_ in ("dobj", "nsubj")}
    named = (noun_lemma(c) for c in verb.children if c.dep_ == "dobj")
    return bool(pointers & {"which", "it", "this", "that"}) or any(n in lexicon.charges for n in named)


_KNOWING = frozenset({"aware", "known", "knowledge", "information"})


def _unaware(token: Token, lexicon: Lexicon) -> list[Token]:
    """Of "is not aware of such shipments", "nothing is known to it about them", "has no knowledge of it"."""
    if token.lower_ not in _KNOWING and verb_lemma(token) != "know":
        return []
    verb = token.head if token.dep_ == "acomp" else token
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    object_ = next((c for c in token.children if c.dep_ == "dobj"), None)
    nothing = any(t is not None and t.lower_ == "nothing" for t in (subject, object_))
    knows = token.lower_ == "aware" or (nothing and (token.lower_ == "known" or verb_lemma(token) == "know"))
    lacks = token.lower_ in ("knowledge", "information") and any(c.lower_ == "no" for c in token.lefts)
    if not (lacks or (knows and (nothing or _negated(token)))):
        return []
    leads = [c for c in token.subtree if c.lower_ in ("of", "about", "on") and c.i > token.i]
    told = [g for c in leads for g in c.children]
    points = any(
        g.pos_ == "PRON" or noun_lemma(g) in lexicon.charges or any(d.lower_ in _POINTING for d in g.children)
        for g in told
    )
    return [token, *told, *([subject] if subject is not None else []), token.head] if points else []


_POINTING = frozenset({"such", "this", "these", "that", "those"})


_TRUE = frozenset({"true", "correct", "right", "accurate", "founded", "substantiated"})
_THEM = words_of("pronouns for what was told of")
_WRONG = frozenset({"wrong", "incorrect", "mistaken", "inaccurate"})
_TALK = frozenset({"part", "talk", "news", "information", "data"})


def _judged(token: Token) -> list[Token]:
    """The subject of the clause that calls something true or wrong: "none of it is said to be true"."""
    verb = token
    if verb_lemma(token.head) in CALLING:  # "called them inaccurate"
        called = [c for t in (token, token.head) for c in t.children if c.dep_ in ("dobj", "nsubj")]
        return [c for c in called if token.head.i < c.i < token.i]
    for _ in range(5):
        found = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        if found or verb.head == verb:
            return found
        verb = verb.head
    return []


def _of_none(token: Token) -> bool:
    """Whether nothing is called true: "not one of the allegations", "nothing of this"."""
    for subject in _judged(token):
        lefts = {c.lower_ for c in subject.lefts}
        if subject.lower_ in ("none", "nothing", "neither") or lefts & {"no", "not", "neither"}:
            return True
    return False


def _partly(token: Token) -> bool:
    """Whether words before it in the clause say that only a part is meant."""
    before = [t for t in token.head.subtree if t.i < token.i]
    return any(t.lower_ in ("some", "partly") or (t.lower_ == "part" and not _part_of_it(t)) for t in before)


def _part_of_it(part: Token) -> bool:
    """Whether a part of what was said is named by what it is about: "the part about rockets"."""
    return any(c.lower_ in ("about", "on", "with") for c in part.children)


def _none_of(noun: Token) -> bool:
    """Whether a noun stands for the least of goods that was not given: "not a bolt", "no single round"."""
    lefts = [c.lower_ for c in noun.lefts]
    return "not" in lefts or ("single" in lefts and any(c.dep_ == "neg" for c in noun.head.children))


def _subjects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "nsubj"]


def _about(token: Token) -> list[Token]:
    """The verb over a judging word and its subject and object."""
    head = token.head
    if token.pos_ == "ADJ" and head.pos_ == "NOUN":
        head = head.head
    place = place_of(head) if head.pos_ == "NOUN" else None
    verb = place.governor if place is not None else head
    return [verb, *(c for c in verb.children if c.dep_ in ("nsubj", "dobj", "neg", "attr"))]


def _negated(token: Token) -> bool:
    return any(c.dep_ == "neg" for c in (*token.children, *token.head.children))


def _range(scene: Scene, tokens: list[Token]) -> tuple[int, int]:
    inside = [t for t in tokens if scene.sentence.first <= t.i < scene.sentence.last]
    edges = [
        i
        for t in inside
        for i in (t.i, *(c.i for c in t.children if c.dep_ in ("det", "compound", "amod", "poss", "neg")))
    ]
    return min(edges), max(edges) + 1
