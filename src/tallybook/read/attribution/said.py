"""Who says, thinks, wants or shows what, as the grammar of one parsed paragraph tells it?"""

from __future__ import annotations

from tallybook.read.attribution.closing import is_shown, lost, lost_clause
from tallybook.read.attribution.complements import (
    around,
    behind_that,
    complement,
    ends_part,
    introduced_by_as,
    tells,
)
from tallybook.read.attribution.cues import CueBook, Found
from tallybook.read.attribution.governed import (
    PASSIVE_SUBJECTS,
    agent_of,
    child,
    comes_out,
    is_passive,
    subject_of,
    subtree,
)
from tallybook.read.attribution.interposed import interposed
from tallybook.read.attribution.inturn import in_turn
from tallybook.read.attribution.nominal import (
    according_saying,
    adjective_saying,
    is_per,
    noun_saying,
)
from tallybook.read.attribution.phrases import quotes_another
from tallybook.read.attribution.resting import LEADS, by_account, resting
from tallybook.read.attribution.saying import Saying, make_saying
from tallybook.read.attribution.setbefore import set_before
from tallybook.read.attribution.setoff import inverted
from tallybook.read.attribution.unsaid import answers_charge, says_otherwise
from tallybook.read.attribution.valuing import putting
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary.wordlists import words_of

_LASTING = words_of("nouns for what goes on")
_CLAUSES = ("ccomp", "csubj", "csubjpass")
_TELLING = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})
_VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS", "NNP"})
"""Kinds and tags of words that can tell who says something, be it by mistake; others only lead to it."""


def find_sayings(doc: Doc, book: CueBook) -> list[Saying]:
    """Every attribution that stands in the grammar of ``doc``, in the order of their cues."""
    telling = (t for t in doc if t.pos_ in _TELLING or t.tag_ in _VERBAL or t.lower_ in LEADS)
    return in_turn([saying for token in telling for saying in _told_by(token, book)])


def _told_by(token: Token, book: CueBook) -> list[Saying]:
    """What stands in the grammar around one word."""
    if (rests := resting(token, book)) is not None:
        return [rests]
    if token.lower_ == "according" or is_per(token):
        saying = according_saying(token, book)
        return [saying] if saying else []
    if _goes_on_with(token) or quotes_another(token) or _lets(token) or is_shown(token):
        return []
    if says_otherwise(token) or answers_charge(token):
        return []
    puts = putting(token, book)
    return _reported(token, book) if puts is None else [puts]


def _reported(token: Token, book: CueBook) -> list[Saying]:
    """What a reporting word tells, or a word that the parser or the tagger took for none."""
    words = book.find(token)
    within = interposed(words) if words is not None else None
    if within is not None:
        return [within]
    read = _read(words) if words is not None else []
    if words is not None and (apart := set_before(words, read)) is not None:
        return [apart]
    if not any(s.content for s in read) and (mine := by_account(token, words, book)) is not None:
        read = [mine]
    named = any(s.speaker is not None and s.speaker.i > token.i and s.content for s in read)
    if not named and (behind := inverted(token, book)) is not None:
        return [behind]
    if not read or not any(s.content and s.speaker is not None for s in read):
        mended = lost(token, book)
        read = [mended] if mended is not None else read
    return read


def _read(words: Found) -> list[Saying]:
    token = words.head
    if token.pos_ in ("NOUN", "PROPN"):
        saying = noun_saying(words)
    elif child(token, "agent") is not None and words.kinds[0].part == "verb":
        saying = _passive(words)
    elif token.dep_ == "acomp" or token.pos_ == "ADJ" or words.kinds[0].part == "adjective":
        saying = adjective_saying(words)
    elif token.dep_ in ("amod", "compound"):
        saying = None
    elif is_passive(token):
        saying = _passive(words)
    else:
        saying = _verb(words)
    return [saying] if saying and (saying.content or "quote" in saying.kind.takes) else []


def _verb(words: Found) -> Saying | None:
    verb = words.head
    apart = introduced_by_as(verb) or ends_part(verb)
    kind, content = around(words) if apart else (None, set())
    if kind is None:
        kind, content = complement(words)
    if kind is None:
        kind, content = around(words)
    if kind is None:
        kind, content = behind_that(words)
    if kind is None:
        kind, content = lost_clause(words)
    if kind is None and (so := _opening_so(verb) or _pointing(words)) is not None:
        kind, content = words.takes("clause"), {so.i}
    if kind is None:
        kind = words.takes("quote")  # what it opens may stand in a sentence of its own
    speaker = _right_before(verb, subject_of(verb))
    if kind is None or not (content or speaker) or _just_continues(verb, speaker):
        return None
    if comes_out(verb) and (speaker is None or speaker.lower_ != "it"):
        return None
    return make_saying(words, kind, speaker, content)


def _right_before(verb: Token, speaker: Token | None) -> Token | None:
    """Who speaks where no comma parts an apposition from the cue: "from Tarn, a port, the Star said"."""
    apposed = child(speaker, "appos") if speaker is not None and speaker.i < verb.i else None
    if apposed is None or apposed.i > verb.i or speaker is None or speaker.is_sent_start:
        return speaker
    between = verb.doc[apposed.i + 1 : verb.i]
    before = speaker.left_edge
    opens = before.i > 0 and before.nbor(-1).text == ","
    opens = opens and apposed.left_edge.nbor(-1).text != "("  # "the Arden Arms Watch (AAW) said"
    return apposed if opens and not any(t.text in (",", "—", "–") for t in between) else speaker


def _lets(verb: Token) -> bool:
    """Whether somebody lets something be done, and does not own that it is so: "allowed it to fly"."""
    if verb.lemma_.lower() != "allow":
        return False
    clause = child(verb, "ccomp")
    that = clause is not None and any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)
    return not that and (clause is None or clause.i > verb.i)


def _goes_on_with(verb: Token) -> bool:
    """Whether somebody only keeps to what he does: "X continues in its denial"."""
    if verb.lemma_.lower() not in ("continue", "persist"):
        return False
    led = (c for c in verb.children if c.dep_ == "prep" and c.i == verb.i + 1)
    return any(c.lower_ in ("in", "with") for c in led)


def _just_continues(verb: Token, speaker: Token | None) -> bool:
    """Whether something only lasts, and nobody speaks: "as the war goes on"."""
    if verb.lemma_.lower() not in ("go", "continue") or speaker is None:
        return False
    does = child(verb, "xcomp")  # "X went on to deliver"
    goes_on = does is not None and any(c.tag_ == "TO" for c in does.children)
    return goes_on or speaker.lemma_.lower() in _LASTING


def _passive(words: Found) -> Saying | None:
    verb = words.head
    speaker = agent_of(verb)
    if introduced_by_as(verb) and child(verb, "nsubj", *PASSIVE_SUBJECTS) is None:
        kind, content = around(words)
        if kind is not None and kind.act == "statement" and content:
            return make_saying(words, kind, speaker, content)
    bare = verb.dep_ == "amod" or child(verb, "xcomp") is not None
    clause = None if bare else child(verb, "csubjpass") or child(verb, *_CLAUSES)
    if clause is not None and (kind := words.takes("clause") or words.takes("quote")):
        content = set(subtree(clause))
        own = child(verb, *PASSIVE_SUBJECTS)
        if words.addressee and own is not None:
            content -= set(subtree(own))
        return make_saying(words, kind, speaker, content)
    hung = child(speaker, "relcl", "acl") if speaker is not None and words.addressee else None
    kind = words.takes("clause")
    if clause is None and kind is not None and hung is not None and hung.left_edge.lower_ == "that":
        return make_saying(words, kind, speaker, set(subtree(hung)))  # "X was told by Y that Z"
    subject = child(verb, *PASSIVE_SUBJECTS)
    if subject is None and verb.dep_ in ("advcl", "acomp", "oprd"):
        subject = subject_of(verb)
    auxiliary = child(verb, "auxpass")
    if subject is None and auxiliary is not None:  # "X stands accused": the parser may hang X on "stands"
        subject = child(verb, "nsubj", "npadvmod") or child(auxiliary, "nsubj", *PASSIVE_SUBJECTS)
    to = child(verb, "xcomp")
    kind = words.takes("to") or words.takes("clause")
    if to is not None and subject is not None and kind is not None and not words.addressee:
        return make_saying(words, kind, speaker, set(subtree(subject)) | set(subtree(to)))
    return _passive_object(words, speaker, subject)


def _passive_object(words: Found, speaker: Token | None, subject: Token | None) -> Saying | None:
    """Content in the subject of a passive cue and what is said of it: "X is accused by Y of Z"."""
    verb = words.head
    kind = words.takes("whole") or words.takes("object")
    if subject is None and verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN"):
        subject = verb.head
    if kind is None or subject is None:
        return None
    rest = [
        c for c in verb.children if c.dep_ in ("prep", "oprd", "xcomp") and c.i > verb.i and tells(c, words)
    ]
    charge = _charge(speaker) if "whole" in kind.takes else None
    inside = subject.i in set(subtree(verb))
    content = set(subtree(subject, () if inside else {verb.i}))
    for part in rest:
        if part.lower_ not in ("in", "on", "at", "during"):
            content.update(subtree(part))
    if charge is not None:
        content.update(subtree(charge))
    return make_saying(words, kind, speaker, content)


def _charge(speaker: Token | None) -> Token | None:
    """The "of doing" that the parser hung on the accuser: "accused by X of shipping"."""
    if speaker is None:
        return None
    of = [c for c in speaker.children if c.dep_ == "prep" and c.lower_ == "of"]
    return next((c for c in of if c.doc[c.i + 1].lower_.endswith("ing")), None)


def _pointing(words: Found) -> Token | None:
    """The word that only points back in "X said so", "X made it known"."""
    verb = words.head
    back = verb.nbor() if verb.i + 1 < verb.sent.end else verb
    parts = {t.i for t in words.parts}
    if back.lower_ == "so" and back.head == verb:
        return back if back.i + 1 >= verb.sent.end or back.nbor().pos_ in ("PUNCT", "ADP") else None
    return back if back.lower_ in ("it", "this") and back.i + 1 in parts else None


def _opening_so(verb: Token) -> Token | None:
    """The "so" or "thus" that opens "So said X"."""
    return next((c for c in verb.children if c.lower_ in ("so", "thus") and c.is_sent_start), None)
