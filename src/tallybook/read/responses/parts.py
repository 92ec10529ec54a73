"""To whom is a response made, when, and in which words?"""

from __future__ import annotations

from tallybook.model import QUOTE_LIMIT, Action, Period, Span
from tallybook.read.attribution.attributed import Attributed
from tallybook.read.clauses.scene import Scene, np_first
from tallybook.read.responses.cast import SUBJECTS, subject_of
from tallybook.read.responses.clauses import done
from tallybook.read.responses.hits import LIFTING, Hit
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_PLANS = frozenset(
    {"continue", "plan", "intend", "vow", "want", "threaten", "go", "begin", "start", "try", "promise"}
)


def object_of(hit: Hit) -> Token | None:
    """To whom or about whom: the object of the verb, its passive subject, or behind its prepositions."""
    verb, word = hit.head, hit.word
    if hit.action == Action.MONITORS and (watched := _asked_whether(hit)) is not None:
        return watched
    if hit.measure is not None or word.form == "measure":
        return _object_of_measure(hit)
    if word.target == "subject":
        return next((c for c in verb.children if c.dep_ == "nsubj"), None) or subject_of(verb)
    if hit.action in (Action.SUMMONS, Action.OTHER) and (whom := _received(hit)) is not None:
        return whom
    if word.target == "object":
        found = next((c for c in verb.children if c.dep_ in ("dobj", "dative", "nsubjpass")), None)
        if found is not None:
            return found
        subject = next(
            (s for c in verb.children if c.dep_ == "ccomp" for s in c.children if s.dep_ == "nsubj"), None
        )
        if subject is not None:
            return subject
        if verb.tag_ == "VBN" and (whom := _of_verb_before(verb)) is not None:
            return whom
    found = _behind(verb, word.prepositions)
    if found is not None or word.form == "phrase":
        return found
    if hit.action == Action.CALLS_FOR:
        against = next((t for t in verb.subtree if t.lower_ == "against" and t.i > verb.i), None)
        found = next((c for c in against.children if c.dep_ == "pobj"), None) if against is not None else None
        return found or _of_verb_before(verb)
    inner = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "attr")]
    return next((t for c in inner if (t := _behind(c, word.prepositions)) is not None), None)


def _received(hit: Hit) -> Token | None:
    """Which envoy is called in, or with whom a thing is raised, where the object does not say it."""
    behind = [t for t in hit.head.subtree if t.i > hit.head.i]
    if hit.action == Action.SUMMONS:
        taken = any(c.dep_ in ("dobj", "nsubjpass") for c in hit.head.children)
        return None if taken else next((t for t in behind if t.lemma_.lower() in _ENVOYS), None)
    if "with" not in (*hit.word.prepositions, *hit.word.needs) or hit.word.form != "verb":
        return None
    with_whom = (c for t in behind if t.lower_ == "with" for c in t.children if c.dep_ == "pobj")
    return next(with_whom, None)


_ENVOYS = words_of("envoys")


def _of_verb_before(verb: Token) -> Token | None:
    """Whom the verb that it is coordinated with is about: "warned Peru and demanded conditions"."""
    if verb.dep_ != "conj" or verb.head.pos_ != "VERB":
        return None
    return next((c for c in verb.head.children if c.dep_ in ("dobj", "nsubjpass")), None)


def _asked_whether(hit: Hit) -> Token | None:
    """Who may do what is watched: "monitoring closely whether X will send"."""
    for token in hit.head.doc[hit.last : hit.last + 6]:
        if token.lower_ == "whether" and token.dep_ == "mark":
            return next((c for c in token.head.children if c.dep_ in SUBJECTS), None)
    return None


def _object_of_measure(hit: Hit) -> Token | None:
    """Of "sanctions on X", "hit X with sanctions", "sanctioned X"."""
    noun = hit.measure or hit.head
    if done(noun):
        return next((c for c in noun.children if c.dep_ in ("dobj", "nsubjpass")), None)
    verb = hit.verb
    if noun.dep_ == "pobj" and noun.head.lower_ in ("with", "under", "onto", "on"):
        found = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
        if found is None and noun.head.lower_ == "under" and verb.lemma_ in ("be", "remain", "stand", "come"):
            found = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if found is not None:
            return found
    clauses = [c for c in noun.children if c.dep_ in ("relcl", "acl")]
    near = tuple(p for p in hit.word.prepositions if p not in ("for", "to", "of"))
    choices = [_behind(noun, hit.word.prepositions), *(_behind(c, hit.word.prepositions) for c in clauses)]
    choices.append(
        _behind(verb, (*near, "for") if verb.lemma_ == "follow" else near) if verb.pos_ == "VERB" else None
    )
    return next((c for c in (*choices, _further_on(noun)) if c is not None), None)


def _further_on(measure: Token) -> Token | None:
    """On whom a measure is, behind more words: "an embargo is in place on X", "in force against X"."""
    for token in measure.doc[measure.i + 1 : measure.sent.end]:
        if token.pos_ in ("VERB", "PUNCT") and token.dep_ != "aux":
            return None
        if token.lower_ in ("on", "against") and token.dep_ == "prep":
            found = next((c for c in token.children if c.dep_ == "pobj"), None)
            return None if found is None or found.lower_ in _TIMES or found.like_num else found
    return None


def _behind(token: Token, prepositions: tuple[str, ...]) -> Token | None:
    for child in token.children:
        if child.dep_ in ("prep", "dative") and child.lower_ in prepositions:
            found = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if found is None or found.lower_ not in _TIMES:
                return found
    return None


_TIMES = words_of("names of days and months")


def affected(hit: Hit) -> Token | None:
    """Whom a measure named in passing bears on: "due to sanctions, X was forced", "sanctions have hurt X"."""
    verb = hit.verb
    if hit.measure is None or verb.pos_ != "VERB":
        return None
    for here in (verb, *(c for c in verb.children if c.dep_ == "xcomp")):
        found = next((c for c in here.children if c.dep_ == "dobj" and c != hit.measure), None)
        if found is not None:
            return found
    return next((c for c in verb.children if c.dep_ in SUBJECTS and c != hit.measure), None)


def quote_span(hit: Hit, scene: Scene) -> Span:
    """The shortest clause that carries the response, at most 400 characters."""
    first, last = _clause(hit)
    low, high = scene.part_of(hit.head.i)
    first, last = max(first, low), min(last, high)
    first, last = min(first, hit.first), max(last, hit.last)
    doc = scene.doc
    while first < hit.first and (doc[first].is_punct or doc[first].is_space or doc[first].lower_ in _LEADING):
        first += 1
    while last > hit.last and (doc[last - 1].is_punct or doc[last - 1].is_space):
        last -= 1
    span = scene.span(first, last)
    if span.length > QUOTE_LIMIT:
        span = scene.span(hit.first, min(last, hit.first + 40))
    return span


_LEADING = frozenset({"and", "but", "that", "or", "while", "though", "although", "so"})


def _clause(hit: Hit) -> tuple[int, int]:
    verb = hit.verb
    named = hit.measure is not None and hit.measure.dep_ == "attr" and verb.lemma_ == "be"
    if hit.measure is not None and (named or not _governs(hit)):
        return np_first(hit.measure), _right(hit.measure, hit)
    if verb.pos_ not in ("VERB", "AUX"):
        return np_first(verb), _right(verb, hit)
    top = verb
    while top.dep_ == "xcomp" and top.head.lemma_ in _PLANS:
        top = top.head
    subject = next((c for c in top.children if c.dep_ in (*SUBJECTS, "expl")), None)
    lefts = [c for c in top.lefts if c.dep_ not in ("cc", "punct", "mark", "advcl", "ccomp", "parataxis")]
    first = subject.left_edge.i if subject is not None else min([top.i, *(c.left_edge.i for c in lefts)])
    last = top.i + 1
    for child in top.rights:
        if child.dep_ in ("conj", "parataxis") or (child.dep_ == "ccomp" and child.i < top.i):
            continue
        if child.dep_ == "cc":
            break
        last = max(last, child.right_edge.i + 1)
    return first, max(last, hit.last)


def _governs(hit: Hit) -> bool:
    """Whether the verb is about the measure, and no bare backdrop ("sanctions have left X alone")."""
    if hit.measure is None or hit.verb.pos_ not in ("VERB", "AUX"):
        return False
    here, steps = hit.measure, 0
    while here != hit.verb and steps < 4:
        if here.dep_ in ("nsubj", "conj") and hit.action in (Action.EXPORT_CONTROL,):
            return False
        here, steps = here.head, steps + 1
    return here == hit.verb


def _right(noun: Token, hit: Hit) -> int:
    rights = [c for c in noun.rights if c.dep_ not in ("conj", "cc", "punct", "appos")]
    return max([noun.i + 1, hit.last, *(c.right_edge.i + 1 for c in rights)])


def phrase_text(noun: Token, scene: Scene, text: str) -> str:
    """A noun phrase in the report's words, with what hangs behind it; of a name no clause."""
    first = np_first(noun)
    apart = ("cc", "conj", "punct", *(("relcl", "appos", "acl") if noun.pos_ == "PROPN" else ()))
    rights = [c for c in noun.rights if (c.dep_ not in apart and not _aside(c)) or _shares(noun, c)]
    last = max([noun.i + 1, *(c.right_edge.i + 1 for c in rights)])
    _, high = scene.part_of(noun.i)
    return " ".join(scene.span(first, min(last, max(high, noun.i + 1))).of(text).split())


def _shares(noun: Token, other: Token) -> bool:
    """Whether a noun and the one beside it are one party: "ten people and nine firms"."""
    if noun.pos_ != "NOUN":
        return False
    pair = other if other.dep_ == "conj" else next((c for c in noun.rights if c.dep_ == "conj"), None)
    if pair is None or pair.pos_ != "NOUN" or pair.lemma_.lower() not in _PEOPLE:
        return False
    return other.dep_ == "conj" or (other.dep_ == "cc" and other.lower_ in ("and", "or", "&"))


_PEOPLE = words_of("whom measures are taken against")


def _aside(clause: Token) -> bool:
    """Whether a clause only adds something, behind a comma: ", which were announced before"."""
    before = clause.doc[clause.left_edge.i - 1] if clause.left_edge.i else None
    return clause.dep_ == "relcl" and before is not None and before.text == ","


def time_of(hit: Hit, scene: Scene, said: Attributed | None) -> Period | None:
    """When the action took place: a period in the clause that does not date the saying."""
    quote = quote_span(hit, scene)
    for period in scene.periods:
        if period.span is None or not quote.overlap(period.span):
            continue
        if said is not None and said.said_on is not None and said.said_on.span == period.span:
            continue
        return period
    return None


def negated(hit: Hit) -> bool:
    """Whether the verb is denied."""
    verb = hit.verb
    if hit.measure is not None and verb.lemma_ in LIFTING:
        return True
    if hit.measure is not None and any(c.lower_ == "no" for c in hit.measure.lefts):
        return True
    own = hit.word.form == "phrase"
    return any(c.dep_ == "neg" and not (own and hit.first <= c.i < hit.last) for c in verb.children) or any(
        c.dep_ in SUBJECTS
        and c.lower_ in ("nobody", "none", "no-one", "neither")
        and not (own and hit.first <= c.i < hit.last)
        for c in verb.children
    )
