"""How do verbs, nouns and clauses of a response hang together?"""

from __future__ import annotations

from tallybook.model import Action
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

PARTICLE_REACH = 6
"""How many tokens behind its head the rest of a wording may stand."""

VERBAL = ("VERB", "AUX")
"""Parts of speech of words that govern a clause."""

_OUGHT = frozenset({"must", "should", "ought"})
_ACTS_OF_STATE = frozenset({Action.SUMMONS, Action.INVESTIGATES, Action.SANCTIONS_IMPOSED, Action.MONITORS})
_PROMISING = frozenset({"will", "would", "shall", "'ll", "’ll", "may", "might", "could", "wo"})
_PLANNING = frozenset(
    {
        "intend",
        "plan",
        "threaten",
        "consider",
        "vow",
        "pledge",
        "promise",
        "prepare",
        "weigh",
        "want",
        "seek",
        "mull",
    }
    | {"go", "ready", "propose", "hope", "aim", "mean"}
)
SAID_OF = ("attr", "acomp", "oprd", "ccomp", "dobj", "amod", "pcomp")


def said_of(token: Token, verb: Token) -> bool:
    """Whether a word is what the verb says of its subject ("this is a disgrace")."""
    here = token
    for _ in range(3):
        if here.head == verb:
            return here.dep_ in SAID_OF
        if here.dep_ not in ("amod", "conj", "compound", "advmod"):
            return False
        here = here.head
    return False


def governor(token: Token) -> Token:
    """The verb whose clause a noun stands in; the noun itself where there is none."""
    here = token
    for _ in range(12):
        if here.pos_ in VERBAL and here.dep_ not in ("aux", "auxpass") and here is not token:
            return here
        if here.head == here:
            break
        here = here.head
    return token


def words_of_clause(token: Token) -> list[Token]:
    """A verb with what hangs on it; a noun with what hangs on it and on what it qualifies."""
    if token.pos_ in VERBAL:
        barred = {t for c in token.children if _apart(c) for t in c.subtree}
        return [t for t in token.subtree if t not in barred]
    top = token
    while (
        top.dep_ in ("compound", "pobj", "dobj", "amod") and top.head != top and top.head.pos_ not in VERBAL
    ):
        top = top.head
    return list(top.subtree)


def _apart(child: Token) -> bool:
    """Whether a clause that hangs on a verb is one of its own."""
    own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in child.children)
    return child.dep_ in ("conj", "parataxis") and (own or child.pos_ in VERBAL)


def rest_of(head: Token, rest: tuple[str, ...]) -> int | None:
    """Index of the last token of a wording, ``None`` where its rest does not follow in order."""
    at = head.i
    for word in rest:
        following = (head.doc[i] for i in range(at + 1, min(at + 1 + PARTICLE_REACH, len(head.doc))))
        match = next((t for t in following if word in (t.lower_, t.lemma_.lower()) and not _no_rest(t)), None)
        if match is None or any(head.doc[i].is_sent_start for i in range(head.i + 1, match.i + 1)):
            return None
        if match.pos_ in ("ADP", "PART") and match.i - at > 2 and match.head.i not in (at, head.i):
            return None
        at = match.i
    return at


def _no_rest(token: Token) -> bool:
    """Whether a word cannot close a wording: it leads to a day, or is part of another ("all-out")."""
    return _dates(token) or (token.i > 0 and token.nbor(-1).text == "-")


def _dates(preposition: Token) -> bool:
    """Whether a preposition leads to a day ("called at the port on May 21")."""
    if preposition.pos_ != "ADP" or preposition.i + 1 >= len(preposition.doc):
        return False
    following = preposition.doc[preposition.i + 1]
    return following.like_num or following.lower_ in _DAYS


_DAYS = words_of("names of days and months")


def measure_ends(token: Token, words: tuple[str, ...]) -> int | None:
    """Index of the last token of a measure's name that starts at ``token``, ``None`` where none does."""
    if token.lemma_.lower() != words[0] and token.lower_ != words[0]:
        return None
    at = token.i
    for word in words[1:]:
        at += 1
        if at >= len(token.doc) or word not in (token.doc[at].lower_, token.doc[at].lemma_.lower()):
            return None
    return at if len(words) > 1 or token.pos_ in ("NOUN", "PROPN", "VERB") else None


def is_being(token: Token) -> bool:
    """Whether a verb is one of being, also where an apostrophe hides it."""
    return token.lemma_ == "be" or (
        token.pos_ == "AUX" and token.lower_ in ("’s", "'s", "’re", "'re", "’m", "'m")
    )


def done(measure: Token) -> bool:
    """Whether the word for a measure is a verb here, also where the parse takes "to sanction" for a noun."""
    return measure.pos_ == "VERB" or any(c.dep_ == "aux" for c in measure.children)


def reaches(noun: Token, verb: Token) -> bool:
    """Whether the measure is an argument of the verb, and no deeper in its clause."""
    here, steps = noun, 0
    while here != verb and steps < 5:
        if here.dep_ in ("relcl", "acl", "advcl", "ccomp", "parataxis") or (
            here.dep_ == "conj" and here.pos_ in VERBAL
        ):
            return False
        here, steps = here.head, steps + 1
    return here == verb


def ought_to(verb: Token) -> bool:
    """Whether what a verb says is only what somebody should do ("must lay an embargo on it")."""
    return any(c.dep_ == "aux" and c.lower_ in _OUGHT for c in verb.children)


def promised_or(verb: Token, action: Action) -> Action:
    """Sanctions that will, would or may come are promised."""
    words = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if words & _OUGHT and action in _ACTS_OF_STATE:
        return Action.CALLS_FOR
    over = verb.head if verb.dep_ in ("xcomp", "ccomp", "conj") else None
    if over is not None and verb.dep_ == "xcomp" and is_being(over) and action == Action.SANCTIONS_IMPOSED:
        return Action.SANCTIONS_PROMISED  # "are to be put on the list"
    if words & _PROMISING or (over is not None and over.lemma_ in _PLANNING and verb.dep_ == "xcomp"):
        return Action.SANCTIONS_PROMISED if action == Action.SANCTIONS_IMPOSED else action
    if verb.dep_ == "xcomp" and over is not None and over.lemma_ in ("hesitate", "shy", "flinch"):
        return promised_or(over, action)
    if verb.dep_ == "conj" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return promised_or(verb.head, action)
    return action


def for_goods(verb: Token, scene: Scene) -> bool:
    """Whether somebody asks for goods: a wish for a transfer, no call on others to act."""
    asked = [c for c in verb.children if c.dep_ == "dobj"]
    asked += [g for c in verb.children if c.dep_ == "prep" and c.lower_ == "for" for g in c.children]
    buys = any(c.dep_ in ("xcomp", "ccomp") and c.lemma_ in _BUYING for c in verb.children)
    return buys or any(t.i in scene.goods_at for t in asked)


_BUYING = frozenset({"buy", "purchase", "acquire", "get", "receive", "obtain", "procure", "order"})
