"""Who takes or gives by standing right beside a word of transfer, whatever the tree makes of it?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.clauses.causing import causers, readies
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.parties import CLIMB_LIMIT, Parties, Place
from tallybook.read.clauses.pointers import GROUP_NOUNS
from tallybook.read.clauses.punished import REASONS, hit_by
from tallybook.read.clauses.reached import reaches_deal
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.sides import is_any_side
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.clauses.ties import CHAINED, DIRECT
from tallybook.read.clauses.whoseact import whose_act
from tallybook.read.events.earning import earners, paid_under
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_DISTANCES = words_of("measures of distance")
_COUNTING = words_of("words that count roughly")
_CLOSING = words_of("verbs of closing a deal") - {"confirm", "complete", "place", "ratify", "settle"}
_DEALING = words_of("verbs of closing a deal and nothing else")
_PARTS = words_of("words for a share")
_SHARING = words_of("verbs of having a share")
_SITES = words_of("sites that things are brought to")
_TAKEN = words_of("nouns for what somebody takes")
_PERMITTING = words_of("verbs of granting and stopping permits")
_SENDING = frozenset({"send", "submit", "file", "put", "direct", "address", "hand", "present", "give"})
_PUNISHING = words_of("verbs of punishing")
_HAVING = frozenset({"field", "fly", "have", "operate", "own", "possess"})
_EDGES = frozenset({"brink", "cusp", "eve", "phase", "point", "stage", "threshold", "verge"})
_NEARING = frozenset({"approach", "edge", "inch", "near", "close"})
_PLAIN = frozenset({"name", "capital", "abbreviation", "nickname", "demonym"})


def before_goods(trigger: Trigger, parties: Parties) -> Iterator[tuple[ActorMention, int]]:
    """The taker in "sell Ruritania radars", whom the tree often takes for a part of the goods' name."""
    if trigger.frame.name != "give" or trigger.passive:
        return
    doc = parties.scene.doc
    for goods_token, mention in parties.origin.items():
        between = doc[trigger.head.i + 1 : mention.first]
        follows = 0 <= mention.first - trigger.head.i - 1 <= 2 and all(
            t.pos_ in ("ADV", "DET", "ADP", "PART") for t in between
        )
        owned = mention.last < len(doc) and doc[mention.last].tag_ == "POS"
        theirs = parties.scene.actor_at.get(mention.last + 1) if owned else None
        if theirs is not None and theirs.form in _PLAIN and follows and theirs.last <= goods_token:
            yield theirs, theirs.first  # "sold Aurelio's Ruritanian Front rifles"
        if (
            mention.form in _PLAIN
            and follows
            and not owned
            and goods_token > trigger.head.i
            and not any(t.pos_ == "ADP" and t.lower_ != "over" for t in between)
        ):
            yield mention, mention.first


def right_after(trigger: Trigger, scene: Scene) -> Iterator[tuple[ActorMention, int]]:
    """The taker in "offered Ruritania dozens of boats"."""
    if trigger.frame.name != "give" or trigger.passive or trigger.hit.form != "verb":
        return
    doc, after = scene.doc, trigger.hit.last
    first = after + 1 if after < len(doc) and doc[after].pos_ == "DET" else after
    mention = scene.actor_at.get(first)
    if mention is None or mention.last >= scene.sentence.last or mention.first != first:
        return
    following = doc[mention.last]
    named = mention.form in _PLAIN and mention.form != "demonym"
    name = doc[mention.last - 1]
    inside = name.dep_ in ("compound", "nmod", "nsubj") and name.head.dep_ in ("dobj", "ccomp")
    named = named and (mention.last in scene.goods_at or (inside and name.head.head == trigger.head))
    if following.pos_ in ("NUM", "DET") or following.lower_ in _COUNTING or named:
        yield mention, mention.first


def whose_share(trigger: Trigger, parties: Parties) -> Iterator[tuple[ActorMention, int]]:
    """The taker in "supplied 70 per cent of Ruritania's arsenal", "half of its arsenal comes from"."""
    if trigger.frame.name not in ("give", "come") or trigger.passive or trigger.hit.form != "verb":
        return
    slot = "dobj" if trigger.frame.name == "give" else "nsubj"
    shares = [c for c in trigger.head.children if c.dep_ == slot and c.i not in parties.scene.goods_at]
    for noun in (t for s in shares for p in s.children if p.lower_ == "of" for t in p.children):
        taker = parties.at.get(noun.i) or parties.modifying.get(noun.i)
        if noun_lemma(noun) in _TAKEN and taker is not None:
            yield taker, noun.i


def sharers(noun: Token, parties: Parties) -> list[Token]:
    """The other side in "X accounts for a third of Ruritania's arms imports"."""
    token, seen = noun, False
    for _ in range(CLIMB_LIMIT):
        if token.head == token or token.dep_ not in ("pobj", "prep", "dobj", "nummod", "compound"):
            break
        token = token.head
        seen = seen or token.lower_ in _PARTS or token.like_num
        if token.pos_ == "VERB":
            return subjects_of(token, parties) if seen and str(token.lemma_).lower() in _SHARING else []
    return []


def doers_behind(trigger: Trigger, parties: Parties) -> Iterator[tuple[Token, float]]:
    """Who does what a noun says, told behind it: "by" whom, or who signed it; and how firmly."""
    yield from ((token, CHAINED) for token in signers(trigger, parties))
    yield from ((token, DIRECT) for token in by_whom(trigger.head))
    yield from ((token, CHAINED) for token in whose_act(trigger.head) if token.i in parties.at)


def signers(trigger: Trigger, parties: Parties) -> list[Token]:
    """Who closed a deal, told in a clause behind it: "a contract that the two countries signed in May"."""
    if trigger.frame.name != "deal" or trigger.hit.form != "noun":
        return []
    behind = [t for t in trigger.head.subtree if t.dep_ in ("relcl", "acl") and t.i > trigger.head.i]
    closing = [t for t in behind if verb_lemma(t) in _CLOSING]  # nobody signs the goods
    done = [c for c in closing if is_passive(c)]
    by = [t for c in done for p in c.children if p.lower_ == "by" for t in p.children]
    active = [t for c in closing if c not in done for t in subjects_of(c, parties)]
    return [*by, *(t for t in active if t.pos_ != "PRON" or t.lower_ in ("they", "both"))]


def far_from(token: Token) -> bool:
    """Whether "from" only measures a distance: "a store 290 kilometres from the border of Ruritania"."""
    for _ in range(CLIMB_LIMIT):
        if token.lower_ == "from":
            return token.i > 0 and token.doc[token.i - 1].lower_ in _DISTANCES
        if token.head == token or token.pos_ in ("VERB", "AUX"):
            break
        token = token.head
    return False


def gives_also(verb: Token) -> bool:
    """Whether a passive word of giving names what was given beside its subject: "they were given tanks"."""
    return any(c.dep_ in ("dobj", "oprd") or c.lower_ == "with" for c in verb.children)


def only_confirmed(noun: Token) -> bool:
    """Whether somebody only speaks of a delivery that has been told of: "confirmed the delivery"."""
    bare = not any(c.dep_ == "prep" for c in noun.children)
    return bare and noun.dep_ == "dobj" and noun.head.lemma_ in ("confirm", "deny", "acknowledge")


def hyphened(trigger: Trigger, scene: Scene) -> Iterator[ActorMention]:
    """The giver in "Ruritanian-supplied guns"."""
    at, doc = trigger.head.i, scene.doc
    giver = scene.actor_at.get(at - 2) if at > 1 and doc[at - 1].text in ("-", "–") else None
    if giver is not None:
        yield giver


def hands_noun(trigger: Trigger, place: Place | None) -> bool:
    """Whether a verb only hands on a noun: "sent a request", "shook hands on", "granted a permit"."""
    if place is None:
        return False
    verb = str(place.governor.lemma_).lower()
    if trigger.word.name == "approve":
        return verb_lemma(place.governor) in _PERMITTING
    if trigger.frame.name == "deal":
        closed = place.slot in ("object", "subject") and verb in _DEALING
        return closed or (place.slot in ("on", "to", "under") and verb in ("shake", "put"))
    return trigger.frame.name == "request" and place.slot == "object" and verb in _SENDING


def nears(place: Place | None) -> Token | None:
    """The word whose subject is near a deal: "is close to a deal", "nears a deal", "on the verge of one"."""
    if place is None:
        return None
    word, slot = place.governor, place.slot
    if word.pos_ == "VERB" and slot in ("at", "into", "to") and reaches_deal(word):
        return word
    if noun_lemma(word) in _EDGES and slot == "of" and word.dep_ == "pobj":
        return word.head.head
    led = slot in ("object", "to", "toward", "towards", "on")
    return word if led and str(word.lemma_).lower() in _NEARING else None


def hit_for(act: Token, place: Place | None, parties: Parties) -> list[Token]:
    """Who is punished for what a noun says: "was rebuked for the sale of mortars", "fined X over exports"."""
    if place is None or place.slot not in REASONS or any(c.dep_ == "poss" for c in act.lefts):
        return []
    if place.governor.pos_ == "VERB" and is_passive(place.governor):
        return subjects_of(place.governor, parties) if verb_lemma(place.governor) in _PUNISHING else []
    return hit_by(place.governor)


def beside_noun(trigger: Trigger, place: Place | None, parties: Parties) -> Iterator[tuple[Token, str]]:
    """Who gives or takes what a noun says, with the slot that he fills, by the verb around it."""
    giving = trigger.frame.name == "give"
    acts = giving or trigger.frame.name == "get"
    yield from ((t, "subject") for t in (hit_for(trigger.head, place, parties) if acts else ()))
    yield from ((t, "subject") for t in earners(trigger, place, parties))
    yield from paid_under(trigger, place, parties)
    slot = "from" if trigger.frame.name == "get" else "to"
    yield from ((token, slot) for token in sharers(trigger.head, parties))
    if giving and place is not None and place.slot == "for" and readies(place.governor):
        yield from ((token, "subject") for token in causers(place.governor, parties))


def by_whom(noun: Token) -> list[Token]:
    """Who does what a noun says: "approved the delivery of jets by Ruritania"."""
    over = [noun, *(c for p in noun.children if p.lower_ == "of" for c in p.children)]
    if noun.dep_ == "dobj" and any(c.dep_ == "nsubj" for c in noun.head.children):
        over.append(noun.head)
    return [c for t in over for p in t.children if p.lower_ == "by" and p.i > noun.i for c in p.children]


def reaches_party(verb: Token, parties: Parties) -> bool:
    """Whether a passive word of giving leads to a party that is named."""
    to = [c for p in verb.children if p.lower_ in ("to", "into") for c in p.children]
    return any(c.i in parties.at or c.i in parties.modifying for c in to)


def has_sides(trigger: Trigger) -> bool:
    """Whether who does what is done to a noun is a side of it: "signed by", "an option exercised by"."""
    return trigger.frame.name == "deal" or trigger.word.name in ("option", "approve")


def who_has(trigger: Trigger, parties: Parties) -> list[tuple[Token, str]]:
    """Who has the goods, with his slot: "X has 36 jets from Sylvania", "shot down a jet of the army"."""
    head = trigger.head
    if trigger.frame.name == "downed":
        return [(t, "owner") for t in _owners_of_downed(trigger)]
    verb = head.head
    named = trigger.frame.name == "contain" and head.dep_ == "dobj" and verb_lemma(verb) in _HAVING
    from_ = named and any(c.lower_ == "from" for t in (head, verb) for c in t.children)
    return [(t, "in") for t in subjects_of(verb, parties)] if from_ else []


def _owners_of_downed(trigger: Trigger) -> list[Token]:
    """Whose what was shot down is: "a drone of the army", "one of the army's drones"."""
    verb = trigger.head
    hit = [c for c in verb.children if c.dep_ == ("nsubjpass" if trigger.passive else "dobj")]
    hit += [t for n in hit if n.like_num for p in n.children if p.lower_ == "of" for t in p.children]
    ofs = [t for n in hit if not n.like_num for p in n.children if p.lower_ == "of" for t in p.children]
    return [c for n in hit for c in n.children if c.dep_ == "poss"] + ofs


def toward_somebody(trigger: Trigger, parties: Parties) -> bool:
    """Whether the word's own "to" leads to a noun that names no party."""
    over = [trigger.head, *(c for c in trigger.head.children if c.dep_ == "dobj")]
    leading = ("to", "for") if trigger.frame.name == "bound" else ("to",)
    toward = [p for t in over for p in t.children if p.lower_ in leading and p.dep_ in ("prep", "dative")]
    nouns = [c for p in toward for c in p.children if c.dep_ == "pobj" and c.pos_ in ("NOUN", "PROPN")]
    meant = (c for t in over for p in t.children if p.lower_ == "for" for c in p.children)
    nouns += [c for c in meant if noun_lemma(c) in GROUP_NOUNS]  # "carried missiles for a militia"
    nouns = [c for c in nouns if c.i not in parties.scene.goods_at]  # "committed itself to 19 jets"
    sums = trigger.word.name == "hold"  # "amounts to 3 million shells"
    sums = sums or verb_lemma(trigger.head) == "commit"  # "committed itself to six jets"
    return (
        not sums
        and trigger.frame.slots.get("to") == "recipient"
        and any(c.i not in parties.at and noun_lemma(c) not in _SITES and not is_any_side(c) for c in nouns)
    )


def has_on_order(trigger: Trigger) -> list[Token]:
    """Who has something on order: "Ruritania has 14 jets on order"."""
    verb = next((t for t in trigger.head.ancestors if t.pos_ in ("VERB", "AUX")), trigger.head)
    if trigger.frame.name != "ordered" or verb.lemma_ not in ("have", "fly", "operate", "use", "field"):
        return []
    return [c for c in verb.children if c.dep_ == "nsubj"]


def of_carrier(noun: Token, trigger: Trigger, parties: Parties) -> bool:
    """Whether "from" says where a ship sailed ("a freighter from X") or who one is ("rebels from X").

    Or where goods were that somebody had there: "tanks withdrawn from X went to Y".
    """
    if noun != trigger.head and noun.tag_ == "VBN" and verb_lemma(noun) in _WITHDRAWING:
        return True
    goods = parties.scene.goods_at.get(noun.i)
    moved = goods is not None and not goods.weak  # "an option on four frigates from Ruritania"
    aboard = noun.dep_ == "pobj" and noun.head.lower_ in ("on", "aboard", "by", "in") and not moved
    by_ship = aboard and parties.carries(noun) and trigger.frame.name not in ("seize", "found")
    return by_ship or noun.i in parties.at


def of_people(noun: Token, trigger: Trigger, parties: Parties) -> bool:
    """Whether "from" says who does it: "technicians from Ruritania came to take over the jets"."""
    return noun_lemma(noun) in _PEOPLE and noun in subjects_of(trigger.head, parties)


_PEOPLE = words_of("people who come and go")
_WITHDRAWING = frozenset({"withdraw", "evacuate", "remove", "retreat"})
