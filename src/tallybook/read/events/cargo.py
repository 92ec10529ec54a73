"""Which goods does a word of transfer move, and how many of them?"""

from __future__ import annotations

from tallybook.read.clauses.filled import Filled
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.gapping import parted
from tallybook.read.clauses.inkind import IN_KIND, is_bought
from tallybook.read.clauses.lemmas import SUBJECTS, noun_lemma, verb_lemma
from tallybook.read.clauses.listing import LISTING, makes_up, means_arms, told_on, what_pictures_show
from tallybook.read.clauses.parties import CLIMB_LIMIT, Parties, place_of
from tallybook.read.clauses.scene import Scene, first_conjunct
from tallybook.read.clauses.standing import content_of
from tallybook.read.clauses.striking import has_struck, is_struck
from tallybook.read.clauses.subjects import subjects_share
from tallybook.read.clauses.ties import CHAINED, DIRECT, FAR, NEARBY
from tallybook.read.events.adding import is_added, told_apart
from tallybook.read.events.anaphors import MOVED_SUBJECT, look_for_anaphor
from tallybook.read.events.arming import is_armed
from tallybook.read.events.carriers import only_carries
from tallybook.read.events.elsewhere import set_elsewhere
from tallybook.read.events.enumerating import with_lists
from tallybook.read.events.heading import qualified, stands_for
from tallybook.read.events.makes import origin_of
from tallybook.read.events.partitive import is_some, is_whole, part_of
from tallybook.read.events.putting import PUTTING, number_put
from tallybook.read.events.relatives import goods_meant, joined_behind
from tallybook.read.events.topics import TOPIC, acts_beside, is_rival, is_topic
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_AT_HEAD = frozenset({"compound", "amod", "nmod", "nsubj", "nsubjpass", "dobj", "attr", "appos"})
_GOODS_SLOTS = frozenset({"object", "with", "of", "for", "in", "on", "across", "upon"})
_IN_CHARGE = words_of("who is in charge of goods")
"""Nouns for people that a phrase with "of" ties to goods: "the captain of the boat"."""
_MEASURES = words_of("nouns that measure goods")
"""Nouns that say something of goods without being goods: "the number of howitzers"."""
_TERMS = frozenset({"price", "cost", "value", "number", "amount", "term", "condition", "payment"})
"""What two may agree on that are to trade goods: "agreed on the price of ten jets"."""
_COVERING = frozenset({"cover", "concern", "comprise", "encompass", "include", "involve", "provide"})
_SETTLING = frozenset({"agree on", "talks"})
_FIRED = frozenset({"fire", "launch", "drop", "use", "shoot", "throw", "fly", "deploy"})


def find_cargo(filled: Filled, parties: Parties, heads: frozenset[int]) -> None:
    """Fill in the goods of a trigger, whose make they are, or the word that points back to them."""
    scene, trigger = parties.scene, filled.trigger
    listing = trigger.frame.name in LISTING
    scored = [
        (m, _listed(m, trigger.head, scene) if listing else _tie(m, trigger, scene, parties, heads))
        for m in scene.goods
        if not is_armed(m, filled, scene.doc) and not _of_another(scene.doc[m.head], trigger, scene, heads)
    ]
    full = trigger.hit.form == "verb" and any(
        c.dep_ == "dobj" and not c.lower_.endswith("self") for c in trigger.head.children
    )  # "committed itself to six jets"
    least = CHAINED if trigger.word.weak or full else FAR
    best = max(
        (score for mention, score in scored if score >= (CHAINED if mention.weak else least)), default=0.0
    )
    if best:
        floor = min(best, CHAINED)
        chosen = [m for m, s in scored if s >= floor and (not m.weak or s >= CHAINED)]
        filled.goods = with_lists(chosen, scene, heads)
        if trigger.hit.form == "noun" and content_of(trigger):  # not the shipment, but what is in it
            filled.goods = [m for m in filled.goods if m.head != trigger.head.i] or filled.goods
    for mention in filled.goods:
        origin = origin_of(mention, parties)
        if origin is not None and filled.origin is None:
            filled.origin = origin
    filled.owner = next(
        (c for m in filled.goods for c in scene.doc[m.head].lefts if c.dep_ == "poss" and c.pos_ == "PRON"),
        None,
    )
    if any(
        scene.doc[m.head].head == trigger.head and scene.doc[m.head].dep_ == "nsubj" for m in filled.goods
    ):
        filled.subject_open = False  # goods that strike: who sent them is not told
    part = part_of(trigger.head)
    if part is not None and any(is_whole(scene.doc[m.head]) for m in filled.goods):
        filled.anaphor = part
    _point_back(filled, parties)


def _point_back(filled: Filled, parties: Parties) -> None:
    """Fill in what is left out or only pointed at: what a deal holds, "eleven", "which"."""
    scene, trigger = parties.scene, filled.trigger
    if not filled.goods:
        held = {t.i for c in content_of(trigger) for t in c.subtree}
        filled.goods = [m for m in scene.goods if m.head in held and not m.weak]
    if not filled.goods:
        look_for_anaphor(filled, parties)
    if filled.anaphor is not None and filled.origin is None:
        filled.origin = _holder(filled.anaphor, scene)
    if filled.anaphor is not None and (meant := goods_meant(filled.anaphor, scene)):
        filled.goods, filled.anaphor = meant, None
    moved = trigger.passive or trigger.frame.name in MOVED_SUBJECT
    if moved and not filled.goods and filled.anaphor is None and filled.other_object is None:
        subjects = (c for c in trigger.head.children if c.dep_ in SUBJECTS)
        filled.goods = [g for c in subjects for g in goods_meant(c, scene)]


def _holder(number: Token, scene: Scene) -> ActorMention | None:
    """Whose a number of goods are: "Ruritania's eleven were flown in"."""
    owners = (scene.actor_at.get(c.i) for c in number.lefts if c.dep_ == "poss")
    return next((m for m in owners if m is not None), None)


def _of_another(noun: Token, trigger: Trigger, scene: Scene, heads: frozenset[int]) -> bool:
    """Whether goods are those of a party without a verb, or told of by another word of transfer."""
    aside = joined_behind(noun, trigger) or told_apart(noun, trigger.head, heads)
    return aside or parted(noun, scene.actor_at)


def _is_bought(mention: GoodsMention, noun: Token, trigger: Trigger) -> bool:
    """Whether goods are not what is given in exchange but what it is given for."""
    if trigger.word.name == IN_KIND:
        return is_bought(noun)
    return trigger.head.dep_ == "prep" and mention.head < trigger.head.i


def _tie(
    mention: GoodsMention, trigger: Trigger, scene: Scene, parties: Parties, heads: frozenset[int]
) -> float:
    """How firmly goods are tied to the word of transfer."""
    head = trigger.head
    if mention.first <= head.i < mention.last:
        return DIRECT
    root = _root_of(scene.doc[mention.head], head)
    if trigger.frame.name == "swap" and _is_bought(mention, scene.doc[mention.head], trigger):
        return 0.0
    shared = root == _joined_before(head) and root.i != mention.head
    struck = trigger.frame.name == "use" and is_struck(root, head)
    beside = struck or is_rival(mention, trigger, scene) or only_carries(mention, scene, parties, trigger)
    if (_measured(mention, root, trigger) and not shared) or beside:
        return 0.0
    moved = trigger.passive or trigger.frame.name in MOVED_SUBJECT or _reduced(trigger)
    noun = scene.doc[mention.head]
    if shared or is_added(noun, head) or set_elsewhere(root, trigger) or _led_to(root, trigger):
        return DIRECT
    if root.head == head and root.dep_ in _AT_HEAD:
        moved = moved or (trigger.frame.name == "use" and has_struck(head))
        return DIRECT if root.dep_ != "nsubj" or moved else 0.0
    held = qualified(trigger)
    if held is not None and (held in (root, noun) or stands_for(root, held, trigger)):
        return DIRECT
    ordered = head.dep_ == "xcomp" and trigger.passive and root.dep_ == "dobj"  # "wants guns to be sent"
    if (head.dep_ == "relcl" or ordered) and root.head == head.head:
        return CHAINED
    place = place_of(root)
    if place is not None and place.governor == head:
        if place.slot == "subject":
            return DIRECT if moved else 0.0
        topic = trigger.frame.name == "deal" and place.slot in TOPIC
        topic = topic or (trigger.frame.name == "hold" and place.slot in ("to", "into"))
        topic = topic or (root.head.head == head and place.slot == "to" and verb_lemma(head) == "commit")
        return DIRECT if place.slot in _GOODS_SLOTS or topic or trigger.frame.name == "seek" else NEARBY
    if place is not None and place.slot in _GOODS_SLOTS | {"subject"}:
        same = scene.part_of(root.i) == scene.part_of(head.i)
        if same and (tie := _through(place.governor, place.slot, trigger, heads)):
            return tie
    return DIRECT if is_topic(mention, trigger, parties) else _near(mention, head, scene, heads)


def _led_to(root: Token, trigger: Trigger) -> bool:
    """Whether a phrase or plans lead to goods: "in the market for tanks", "dropped plans for tanks"."""
    place = place_of(root)
    phrased = trigger.hit.form == "phrase" and root.dep_ == "pobj" and root.head.i == trigger.hit.last - 1
    dropped = trigger.word.name == "call off" and place is not None and place.governor.head == trigger.head
    covered = root.dep_ == "dobj" and root.head.dep_ == "acl" and root.head.head == trigger.head
    covered = covered and trigger.frame.name == "deal" and verb_lemma(root.head) in _COVERING
    return phrased or dropped or covered


def _listed(mention: GoodsMention, head: Token, scene: Scene) -> float:
    """Goods that a clause lists, before or behind its verb: "among them are ...", "pictures show ..."."""
    verb, root = told_on(head), _root_of(scene.doc[mention.head], head)
    pictured = root in what_pictures_show(head)
    if pictured or verb is None or root.head != verb or verb == root or (verb == head and means_arms(root)):
        return DIRECT * pictured
    showing = verb == head and not makes_up(head) and any(c.dep_ == "dobj" for c in verb.children)
    shown = {"dobj"} if showing else {"nsubj", "nsubjpass", "attr", "dobj"}
    return DIRECT if root.dep_ in shown else 0.0


def _joined_before(noun: Token) -> Token | None:
    """The noun that shares its "of" with one joined to it: "the production and delivery of jets"."""
    return noun.head if noun.dep_ == "conj" and noun.head.pos_ == noun.pos_ == "NOUN" else None


def _reduced(trigger: Trigger) -> bool:
    """Whether a past form without an object may be a participle: "the jets delivered in May fly"."""
    moves = {c.dep_ for c in trigger.head.children} & {"dobj", "dative", "aux", "iobj", "prt"}
    fired = trigger.frame.name == "use" and verb_lemma(trigger.head) in _FIRED
    return (fired or trigger.frame.name == "give") and trigger.head.tag_ == "VBD" and not moves


def _measured(mention: GoodsMention, root: Token, trigger: Trigger) -> bool:
    """Whether the words speak of the number, price or use of goods rather than of the goods."""
    head = trigger.head
    if trigger.word.name in _SETTLING and noun_lemma(root) in _TERMS:
        return False
    if root.i != mention.head and noun_lemma(root) in _IN_CHARGE and root.i < mention.head:
        return True
    if root.head.lemma_ in PUTTING and number_put(root.head) == root:
        return False
    if head.dep_ in ("acl", "relcl") and head.head.i == mention.head:
        return False  # "the number of containers sent to X"
    return root.i != mention.head and noun_lemma(root) in _MEASURES and root != head and not is_some(root)


def _near(mention: GoodsMention, head: Token, scene: Scene, heads: frozenset[int]) -> float:
    """Goods in the same part of the sentence, with no other verb between."""
    start, stop = scene.part_of(head.i)
    low, high = sorted((head.i, mention.head))
    if not start <= mention.head < stop or any(low < i < high for i in heads):
        return 0.0
    if any(t.pos_ == "VERB" and t.dep_ != "amod" for t in scene.doc[low + 1 : high]):
        return 0.0
    if _opens_clause(first_conjunct(scene.doc[mention.head]), head):
        return 0.0
    return NEARBY if mention.head > head.i else FAR


def _opens_clause(goods: Token, head: Token) -> bool:
    """Whether goods open a clause of their own behind the word: "announced the sale, the guns had ..."."""
    if goods.dep_ not in ("nsubj", "nsubjpass") or goods.i < head.i:
        return False
    return not goods.head.is_ancestor(head) or any(t.text == "," for t in goods.doc[head.i : goods.i])


def _through(governor: Token, slot: str, trigger: Trigger, heads: frozenset[int]) -> float:
    """Goods that hang on a word that carries, or is carried by, the word of transfer."""
    head = trigger.head
    if slot == "subject":
        shared = subjects_share(governor, head)
        return DIRECT if shared and (trigger.passive or trigger.frame.name in MOVED_SUBJECT) else 0.0
    token = governor
    for _ in range(CLIMB_LIMIT):
        if token == head:
            return CHAINED + 0.4
        if (token.i in heads and token != head) or acts_beside(token, trigger):
            return 0.0
        if (
            token.dep_ not in ("pobj", "dobj", "prep", "conj", "appos", "attr", "nsubj", "nsubjpass")
            or token.head == token
        ):
            break
        token = token.head
    place = place_of(head)
    over = place is not None and place.governor == governor and governor.i not in heads
    return CHAINED if over and trigger.hit.form == "noun" else 0.0


def _root_of(token: Token, head: Token) -> Token:
    """From goods up to the noun that counts or holds them: "1,000 containers of munitions"."""
    for _ in range(CLIMB_LIMIT):
        token = first_conjunct(token)
        called = token.dep_ == "nummod" and token.head.i < token.i  # "the X-10 Block 7"
        if (
            (token.dep_ in ("compound", "amod", "nmod") or called)
            and token.head.pos_ in ("NOUN", "PROPN")
            and token.head != head
        ):
            token = token.head
            continue
        if token.dep_ == "pobj" and token.head.lower_ in ("of", "with", "in") and token.head.head != head:
            above = token.head.head
            if token.head.lower_ == "in" and above.pos_ not in ("NUM", "SYM"):
                return token  # "$3 million in drone parts"
            if above.pos_ in ("NOUN", "NUM", "PROPN", "ADJ", "PRON") and above != token:
                token = above
                continue
        return token
    return token
