"""Do the words beside a verb make a response of it: "breach" with an embargo, "raise" at the UN?"""

from __future__ import annotations

import re

from tallybook.model import Action
from tallybook.read.clauses.scene import Scene
from tallybook.read.responses.clauses import SAID_OF, VERBAL, governor, is_being, said_of, words_of_clause
from tallybook.read.text.tree import Token
from tallybook.vocabulary.responses import ResponseWord
from tallybook.vocabulary.wordlists import words_of

_AT_UN = re.compile(
    r"\b(?:before (?:the |a )?(?:UN|U\.N\.|United Nations) (?:panel|experts|group|committee)"
    r"|(?:to|with|before) (?:the |a )?(?:sanctions )?(?:committee|panel|experts) "
    r"of the (?:UN|U\.N\.|United Nations)"
    r"|at (?:a|an|the) (?:[\w-]+ )?(?:meeting|session|debate|briefing) of the "
    r"(?:UN\b|U\.N\.|United Nations|Security Council|General Assembly)"
    r"|(?:(?:to|at|before|in|within|with|under|of|convened?|call(?:ed|s)?) (?:the |a )?(?:[\w.-]+ )?"
    r"|(?:inform|notif|alert|petition|ask|request)\w* (?:the )?)"
    r"(?:(?<=the )(?-i:Council)\b(?! of)|"
    r"(?:UN\b|U\.N\.|United Nations|Security Council|General Assembly)"
    r"(?!,? (?:\w+ )?(?:resolution|sanction|panel|embargo|charter|expert|special|official|mission))))",
    re.I,
)


def _at_the_council(head: Token, clause: list[Token]) -> bool:
    """Whether the verb itself leads to the United Nations: not "according to its mission to the UN"."""
    words = head.doc.stretch(clause[0].i, clause[-1].i + 1)
    for match in _AT_UN.finditer(words.text):
        place = words.covering(match.start(), match.end()) or words
        token, steps = place[0], 0
        while token != head and steps < 6 and token.lower_ not in _NOT_TO and token.dep_ not in _OWN_CLAUSE:
            token, steps = token.head, steps + 1
        if token == head and not (head.lemma_ == "go" and (_is_paper(head) or place[0].head != head)):
            return True
    return False


_NOT_TO = words_of("what turns a mention of a body elsewhere")
"""Words between a verb and the Council that turn it elsewhere ("with reference to the UN")."""

_OWN_CLAUSE = ("relcl", "acl", "advcl", "nsubj", "nsubjpass", "poss", "appos")


def _is_paper(verb: Token) -> bool:
    """Whether what goes to the Council is a paper ("the report, which went to the Council")."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    noun = verb.head if subject is not None and subject.lower_ in ("which", "that") else subject
    if any(c.lower_ in ("will", "would") for c in verb.children):
        return False
    return noun is not None and noun.lemma_.lower() in ("report", "paper", "document", "letter", "study")


def may_hold(scene: Scene, word: ResponseWord) -> bool:
    """Whether a sentence holds any of the words that a response word asks for, wherever in it."""
    asked = word.needs
    if not asked or "@un" in asked:
        return True
    return not (scene.words.isdisjoint(asked) and scene.lemmas.isdisjoint(asked))


def needed(word: ResponseWord, head: Token) -> bool:
    """Whether the clause of ``head`` holds one of the words that the response word asks for."""
    if not word.needs:
        return True
    clause = words_of_clause(head if head.pos_ in VERBAL else governor(head))
    if head.dep_ == "relcl":
        clause = [head.head, *clause]
    if "@un" in word.needs:
        return _at_the_council(head, clause)
    needs = set(word.needs)
    if word.within == "object":
        clause = [t for c in head.children if c.dep_ in _TAKEN for t in c.subtree]
    found = [t for t in clause if t != head and (t.lemma_.lower() in needs or t.lower_ in needs)]
    if word.action == Action.CONDEMNS:
        apart = {t for c in clause if c.dep_ == "relcl" for t in c.subtree}
        found = [t for t in found if t not in apart and not _of_a_rule(t)]
        found = [t for t in found if t.pos_ != "VERB" or t.dep_ in SAID_OF]
        if (
            is_being(head) or head.lemma_ in ("remain", "constitute", "represent", "become")
        ) and not word.speech:
            subject = next((c for c in head.children if c.dep_ in ("nsubj", "csubj")), None)
            points = subject is not None and _can_be_judged(subject)
            found = [t for t in found if points and said_of(t, head)]
    elif hung := {t for c in clause if c.dep_ == "relcl" and c != head for t in c.subtree}:
        found = [t for t in found if t not in hung]  # "put money into a plan which raises funds"
    if word.action == Action.FINDS_VIOLATION:
        found = [t for t in found if t.dep_ != "npadvmod"]
    if word.action == Action.EMBARGO and head.pos_ == "VERB":
        found = [t for t in found if _barred(t, head)]
    if word.action == Action.CALLS_FOR:
        own = any(_own_plan(c, head) for c in head.children if c.dep_ == "xcomp")
        found = [] if own else found
    return bool(found)


def _can_be_judged(subject: Token) -> bool:
    """Whether what is called bad may be a transfer: "it", "the sale", "that they arm them"."""
    return subject.dep_ == "csubj" or subject.pos_ == "PRON" or subject.lemma_.lower() in _POINTED_AT


_TAKEN = ("dobj", "dative", "xcomp", "ccomp", "prep", "nsubjpass", "oprd", "attr")
"""What a verb takes, without what stands beside it."""


def _barred(arms: Token, verb: Token) -> bool:
    """Whether arms themselves are barred, or trade in them: not "the rain of bombs", "gun measures"."""
    taken = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "pobj", "xcomp", "ccomp", "prep")]
    over = next((c for c in taken if c == arms or c.is_ancestor(arms)), None)
    if over is not None and over.lemma_.lower() in ("licence", "license", "permit", "authorisation"):
        return False
    if over is None or over == arms or over.dep_ == "xcomp":
        return True
    if over.dep_ == "prep":
        return over.lower_ not in ("for", "over", "after", "since", "because")
    joined = arms.dep_ == "conj" and arms.head == over
    return joined or _DEALING.search(over.lemma_) is not None


_DEALING = re.compile(
    r"deliver|suppl|sale|sell|export|import|transfer|shipment|trade|traffic|deal|provision|flow|aid|assistance"
    r"|licen|permit|purchase|order|contract|consignment|cargo|handover|transit|package|arm|weapon",
    re.I,
)


def _of_a_rule(judgement: Token) -> bool:
    """Whether what is called so is the breach of a rule: "a clear breach of resolutions"."""
    if judgement.lemma_.lower() not in ("breach", "violation"):
        return False
    behind = [t for p in judgement.children if p.lower_ == "of" for t in p.subtree]
    return any(_RULE.search(t.text) for t in behind)


_RULE = re.compile(
    r"resolution|embargo|sanction|\blaw|treaty|convention|charter|obligation|agreement|dut(?:y|ies)\b|commitment"
    r"|undertak|undertook|contract|promise|pledge|certificate|licen[cs]|sovereignty|constitution|\brules?\b",
    re.I,
)


def _own_plan(done: Token, wanting: Token) -> bool:
    """Whether who wants it means to do it himself: "the ship wants to stop at a port"."""
    if wanting.lemma_ not in _WANTING or done.pos_ not in VERBAL or done.head != wanting:
        return False
    given = any(c.dep_ in ("dobj", "dative", "prep", "nsubjpass") and c.i < done.i for c in wanting.children)
    return not given and not any(c.dep_ in ("nsubj", "nsubjpass", "auxpass") for c in done.children)


_WANTING = frozenset({"want", "seek", "like", "ask", "request", "propose", "require"})


_POINTED_AT = frozenset(
    {
        "delivery",
        "sale",
        "deal",
        "transfer",
        "move",
        "decision",
        "shipment",
        "supply",
        "export",
        "step",
        "plan",
        "contract",
    }
    | {
        "agreement",
        "aid",
        "support",
        "assistance",
        "weapon",
        "arm",
        "missile",
        "partnership",
        "cooperation",
        "trade",
        "action",
    }
    | {
        "drone",
        "rocket",
        "shell",
        "bomb",
        "tank",
        "jet",
        "rifle",
        "package",
        "licence",
        "license",
        "ammunition",
        "arms",
    }
)
