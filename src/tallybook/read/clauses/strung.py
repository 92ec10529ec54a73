"""Where did the parser take a clause behind an aside for nouns strung together?

Of ``Alpha, a Ruritanian firm, supplied tanks to X`` it makes a name, "a firm" and "supplied tanks".
"""

from __future__ import annotations

from tallybook.read.text.tree import Doc, Token

_LED = frozenset({"to", "from", "for", "in", "since", "via", "through", "by", "at", "into", "on"})
_STRUNG = frozenset({"amod", "acl", "conj"})
_LOOSE = frozenset({"ROOT", "attr", "dep", "appos", "npadvmod"})


def free_verb(doc: Doc) -> None:
    """Make the word behind the aside the verb of its clause, in place, where it has what it acts on."""
    for verb in doc:
        behind_aside = verb.tag_ in ("VBN", "VBD") and verb.i > 1 and doc[verb.i - 1].text == ","
        if not behind_aside or verb.dep_ not in _STRUNG or verb.left_edge != verb:
            continue
        thing = _acted_on(verb)
        name = _named_before(verb) if thing is not None else None
        if name is not None and thing is not None:
            _raise(verb, name, thing)


def _acted_on(verb: Token) -> Token | None:
    """What the word acts on: its object, or the noun that it seems to qualify."""
    if verb.dep_ == "amod":
        return verb.head if verb.head.pos_ in ("NOUN", "PROPN") and verb.head.i > verb.i else None
    if any(c.dep_ in ("auxpass", "aux", "nsubj", "nsubjpass") for c in verb.children):
        return None
    return next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)


def _named_before(verb: Token) -> Token | None:
    """The name with an aside between commas right before the word, if it has no clause of its own."""
    doc, sent = verb.doc, verb.sent
    comma = next((t for t in reversed(doc[sent.start : verb.i - 1]) if t.text == ","), None)
    if comma is None or comma.i == sent.start:
        return None
    name = doc[comma.i - 1]
    aside = [c for c in name.children if c.dep_ == "appos" and comma.i < c.i < verb.i]
    if name.pos_ != "PROPN" or not aside or name.dep_ not in _LOOSE:
        return None
    opens = name.left_edge.is_sent_start or doc[name.left_edge.i - 1].text in (":", ";", "–", "—", "-", '"')
    clause = any(c.tag_ in ("VBZ", "VBP", "VBD", "MD") for c in name.children)
    return name if opens and not clause else None


def _raise(verb: Token, name: Token, thing: Token) -> None:
    over, dep = (name.head, "parataxis") if name.head != name else (verb, "ROOT")
    for child in [c for c in name.children if c.i > verb.i]:
        child.head = verb
    for noun in (thing, *thing.conjuncts):
        for child in [c for c in noun.children if c.i > noun.i and c.lower_ in _LED]:
            child.head = verb
    verb.head, verb.dep_, verb.tag_, verb.pos_ = over, dep, "VBD", "VERB"
    name.head, name.dep_ = verb, "nsubj"
    thing.head, thing.dep_ = verb, "dobj"
