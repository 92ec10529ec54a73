"""Where did the parser run together two nouns that stand side by side: "three batteries Ruritania promised"?

Also "From Ruritania Sylvania has had six jets", and "116 used tanks", which nobody uses.
"""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary.wordlists import words_of

_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_OPENING = frozenset({"from", "to", "for", "in", "with", "by"})
_COMING = frozenset({"arrive", "come", "follow", "join", "land", "remain"})
_AFTER = frozenset({"VERB", "AUX"})
_COUNTS = words_of("words that count what is left out") | {"all", "both"}
_WORKED_ON = words_of("states of used arms")


def mend_fronting(doc: Doc, actors: Iterable[ActorMention]) -> None:
    """Part such nouns, in place."""
    known = tuple(actors)
    for mention in known:
        _clause_without_pronoun(doc, mention)
        _party_in_front(doc, mention, known)
    for token in doc:
        if token.lower_ in _OPENING and (token.is_sent_start or token.i == 0):
            _beside_speaker(token)
        if token.lower_ == "used" and token.pos_ == "VERB":
            _second_hand(token)
        if token.dep_ == "pobj" and (token.lower_ in _COUNTS or token.pos_ == "NUM"):
            _count_in_front(token)


def _count_in_front(count: Token) -> None:
    """Of ``Under the first plan all were to come``: behind a phrase a count is what the verb tells of."""
    before, verb = count.nbor(-1) if count.i else count, count.head.head
    if before.dep_ != "pobj" or before.head != count.head or count.i + 1 >= len(count.doc):
        return
    follows = count.nbor() == verb or count.nbor().head == verb
    told = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)
    if follows and verb.i > count.i and not told:
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        count.head, count.dep_ = verb, "nsubjpass" if passive else "nsubj"


def _clause_without_pronoun(doc: Doc, mention: ActorMention) -> None:
    """Of ``X has received two of the three batteries Ruritania promised it``: what was said first rules."""
    name = doc[mention.last - 1]
    verb = name.head
    before = doc[mention.first - 1] if mention.first else name
    if name.dep_ != "nsubj" or verb.dep_ != "ROOT" or before.pos_ not in _NOUNS or before.i in _span(mention):
        return
    told = [c for c in verb.children if c.dep_ == "ccomp" and c.i < name.i]
    if len(told) != 1 or not any(t == told[0] or told[0].is_ancestor(t) for t in (before,)):
        return
    main = told[0]
    main.head, main.dep_ = main, "ROOT"
    verb.head, verb.dep_ = before, "relcl"
    for child in list(verb.children):
        if child.i < main.i or (child.is_punct and child.i > verb.i):
            child.head = main


def _span(mention: ActorMention) -> range:
    return range(mention.first, mention.last)


def _party_in_front(doc: Doc, mention: ActorMention, known: tuple[ActorMention, ...]) -> None:
    """Of ``From Ruritania Sylvania has had six jets``: two names in a row, the second does what follows."""
    opens = doc[mention.first]
    second = next((m for m in known if m.first == mention.last), None)
    if second is None or second.last >= len(doc) or mention.form == "adjective":
        return
    start = mention.first - 1
    while start >= 0 and doc[start].pos_ == "DET":
        start -= 1
    if start < 0 or doc[start].lower_ not in _OPENING or not (doc[start].is_sent_start or start == opens.i):
        return
    preposition, first, name = doc[start], doc[mention.last - 1], doc[second.last - 1]
    verb = doc[second.last]
    run_together = name.dep_ in ("nsubj", "nsubjpass") and first.head == name
    if verb.pos_ not in _AFTER or not (run_together or (name.dep_ == "pobj" and name.head == preposition)):
        return
    main = verb.head if verb.dep_ in ("aux", "auxpass") else verb
    for token in doc[mention.first : mention.last]:
        if token.head == name:
            token.head, token.dep_ = (preposition, "pobj") if token == first else (first, token.dep_)
    name.head = main
    name.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in main.children) else "nsubj"
    preposition.head, preposition.dep_ = main, "prep"


def _beside_speaker(opening: Token) -> None:
    """Of ``With Ruritania, the agency said, a deal was signed``: what opens belongs to what is said."""
    says = opening.head
    if opening.dep_ != "prep" or says.i < opening.i:
        return
    loose = (
        ("ccomp", "parataxis")
        if any(c.dep_ == "cc" for c in says.children)
        else ("ccomp", "parataxis", "conj")
    )
    told = [c for c in says.children if c.dep_ in loose and c.i > says.i]
    if says.dep_ in ("advcl", "parataxis", "ccomp") and says.head.i > says.i:
        told = [says.head]
    speaker = [c for c in says.children if c.dep_ == "nsubj" and opening.i < c.i < says.i]
    between = opening.doc[opening.right_edge.i + 1 : says.i]
    if not told or not speaker or not between or between[0].text != ",":
        return
    behind = any(t.text == "," for t in opening.doc[says.i : told[0].i])
    if behind and not any(c.dep_ == "mark" for c in told[0].children):
        opening.head = told[0]


def mend_counted(doc: Doc) -> None:
    """Take what counted things do for a verb, in place, before anything is counted."""
    for token in doc:
        if token.dep_ == "ROOT" and token.lower_ in _COMING:
            _counted_comes(token)
        if token.lower_ in _WORKED_ON and token.pos_ == "VERB":
            _worked_on(token)


def _counted_comes(verb: Token) -> None:
    """Of ``Seven more follow in May``: a plural verb behind a figure, which looks like a noun."""
    before = [c for c in verb.lefts if c.like_num and c.dep_ in ("nummod", "nsubj", "compound")]
    before += [c for c in verb.lefts if c.lower_ in ("more", "others", "another") and not before]
    if len(before) != 1 or any(t.pos_ in ("VERB", "AUX") for t in verb.doc[verb.sent.start : verb.i]):
        return
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBP", verb.lower_
    before[0].dep_ = "nsubj"


def _worked_on(word: Token) -> None:
    """Of ``40 tanks, 12 upgraded carriers``: nothing upgrades them, it says of what kind they are."""
    number = word.nbor(-1) if word.i else word
    noun = next((c for c in word.rights if c.dep_ == "dobj"), None)
    if not number.like_num or number.head != word or noun is None or noun.left_edge.i != word.i + 1:
        return
    before = [t for t in word.doc[word.sent.start : number.i] if t.text not in (",", "and")]
    listed = before[-1] if before and before[-1].pos_ in _NOUNS else None
    verbs = [c for c in word.children if c.dep_ in ("ccomp", "conj", "parataxis") and c.pos_ == "VERB"]
    main = word.head if word.head != word else next(iter(verbs), None)
    if main is None:
        return
    if word.dep_ == "ROOT":
        main.head, main.dep_ = main, "ROOT"
    while listed is not None and listed.dep_ in ("compound", "nmod", "appos") and listed.head != word:
        listed = listed.head
    for child in [c for c in word.children if c not in (number, noun, main)]:
        child.head = main
    noun.head, noun.dep_ = (listed, "conj") if listed is not None else (main, "dobj")
    number.head, number.dep_ = noun, "nummod"
    word.head, word.dep_, word.tag_, word.pos_ = noun, "amod", "VBN", "ADJ"


def _second_hand(used: Token) -> None:
    """Of ``has had 116 used tanks``: an adjective between a number and its noun."""
    if not 0 < used.i < len(used.doc) - 1:
        return
    number, noun = used.nbor(-1), used.nbor(1)
    if used.dep_ == "amod" and noun.pos_ in _NOUNS:
        used.pos_, used.tag_ = "ADJ", "JJ"
        return
    if not (number.like_num or number.lower_ == "more") or noun.pos_ not in _NOUNS:
        return
    objects = [c for c in used.children if c.dep_ == "dobj" and c.i > used.i]
    if not objects or number.head not in (used, objects[0]) or used.head == used:
        return
    goods = objects[0]
    goods.head, goods.dep_ = used.head, "dobj"
    for child in list(used.children):
        child.head = goods if child.i < goods.i else goods.head
    number.head, number.dep_ = goods, "nummod"
    used.head, used.dep_, used.pos_, used.tag_, used.lemma_ = goods, "amod", "ADJ", "JJ", "used"
