"""How much is told of in one transfer of a sentence, and of which goods?"""

from __future__ import annotations

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.parties import CLIMB_LIMIT
from tallybook.read.clauses.scene import Scene
from tallybook.read.events.adding import adds_to
from tallybook.read.events.bringing import cargo_of
from tallybook.read.events.figure import COUNTS, amount_in, figure_at
from tallybook.read.events.partitive import whole_told
from tallybook.read.events.putting import put_at
from tallybook.read.events.single import one_told
from tallybook.read.events.worth import counts_takers, worth_of
from tallybook.read.mentions.alone import BY_THE, is_set_off
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.text.tree import Token


def amounts_of(event: Event, scene: Scene) -> list[tuple[QuantityMention | None, list[GoodsMention]]]:
    """The quantities of a transfer, each with the goods that it counts.

    Several goods with figures of their own become several pairs; otherwise one pair holds all goods.
    """
    goods = cargo_of(event.filled.goods, scene)
    if event.part is not None:
        return [amount_in(event.part, goods, scene)]
    whole = whole_told(event.trigger.head)
    if whole is not None and (figure := figure_at(scene, whole)) is not None:
        return [(figure, goods)]
    moved = put_at(event, scene) or _moved(event, scene)
    if moved is not None or _some_of_which(event):
        return [(moved, goods)]
    tied = _tied(goods, scene)
    lots = _own_lots(tied)
    figures = [(q, g) for q, g in lots if _bounded(q)]
    if len(figures) > 1 and len({g[0].first for _, g in figures}) > 1:
        pairs = _split(lots, goods)
        return sorted(pairs, key=lambda pair: any(adds_to(scene.doc[g.head]) for g in pair[1]))
    if tied:
        best = max(tied, key=lambda pair: (_bounded(pair[0]), len(pair[1]), -pair[0].first))[0]
        lot = best.what in ("group", "container") and best.quantity.min == best.quantity.max == 1
        lot = lot or best.quantity.unit in _RUNS
        return [((worth_of(event, scene) if lot else None) or best, goods)]  # "a batch worth $3 million"
    if event.filled.anaphor is not None:
        anaphor = event.filled.anaphor
        near = [q for q in scene.quantities if q.first <= anaphor.i < q.last or q.head == anaphor.i]
        if near:
            return [(near[0], goods)]
    loose = [q for q in scene.quantities if goods and _trails(q, goods, scene)]
    if loose:
        return [(loose[0], goods)]
    dealt = [q for q in scene.quantities if not goods and _is_dealt(q, event, scene)]
    if dealt:
        return [(dealt[0], goods)]
    loads = [q for q in scene.quantities if q.what == "container" and _carries_it(q, event, scene)]
    if loads:
        return [(worth_of(event, scene) or loads[0], goods)]
    takers = [q for q in scene.quantities if counts_takers(q, event, scene)]
    told = worth_of(event, scene) or next(iter(takers), None) or one_told(event, goods, scene)
    return [(told, goods)]


_RUNS = frozenset({"flights", "voyages", "trips", "landings", "convoys", "trains"})
"""Units of what carries goods, which tell less than what these are worth."""


def counted_lots(scene: Scene, goods: list[GoodsMention]) -> list[tuple[QuantityMention, list[GoodsMention]]]:
    """The goods that have figures of their own, each figure with its goods and what is named behind them."""
    tied = _own_lots(_tied(goods, scene))
    if not tied:
        return []
    listed = [g for g in goods if g.first >= min(own[0].first for _, own in tied)]
    return [(q, own) for q, own in _split(tied, listed) if q is not None]


def _tied(goods: list[GoodsMention], scene: Scene) -> list[tuple[QuantityMention, list[GoodsMention]]]:
    """The figures of a sentence that count goods, with these."""
    counted = [(q, _counts(q, goods, scene)) for q in scene.quantities if q.what in COUNTS]
    return [(q, g) for q, g in counted if g]


def _own_lots(
    tied: list[tuple[QuantityMention, list[GoodsMention]]],
) -> list[tuple[QuantityMention, list[GoodsMention]]]:
    """The figures without containers whose contents are counted themselves: "90 shells in 20 crates"."""
    counted = [g for q, own in tied if q.what != "container" for g in own]
    return [
        (q, own)
        for q, own in tied
        if q.what != "container" or (counted and not any(g in counted for g in own))
    ]


def _trails(mention: QuantityMention, goods: list[GoodsMention], scene: Scene) -> bool:
    """A figure set off behind goods named before: "launchers, 18 of them", "arms, 40 tons of it"."""
    if mention.first <= goods[-1].head:
        return False
    if mention.what == "measure" and scene.doc[mention.first - 1].lower_ in _WEIGHING:
        return any(scene.doc[mention.first - 1].head.i == g.head for g in goods)
    if _is_sum(mention, goods, scene):
        return True
    words = scene.doc.stretch(mention.first, mention.last + 2).text.lower()
    pointing = any(f" of {them}" in words for them in ("them", "these", "those", "it"))
    bare = (mention.head is None and mention.what == "goods") or mention.what in ("measure", "container")
    return bare and pointing and scene.doc[mention.first - 1].text in (",", "–", "—", "-", "(")


def _is_sum(mention: QuantityMention, goods: list[GoodsMention], scene: Scene) -> bool:
    """Whether a figure set off behind goods sums them up: "sent tanks to Ruritania, ten in all"."""
    counting = mention.what in ("group", "container") or (mention.what == "goods" and mention.head is None)
    named = [g for g in scene.goods if g.last <= mention.first and not g.modifier]
    if not counting or not named or named[-1] not in goods or scene.doc[mention.first - 1].text == "(":
        return False
    first, last = scene.doc[mention.first], scene.doc[mention.last - 1]
    relative = any(t.tag_ in ("WDT", "WP") for t in scene.doc[named[-1].last : mention.first])
    return not relative and is_set_off(scene.doc.text, first.idx, last.idx + len(last))


_WEIGHING = frozenset({"weighing", "totalling", "totaling"})


def _moved(event: Event, scene: Scene) -> QuantityMention | None:
    """A bare figure that is itself what moves: "of 108 tanks, 38 landed in May"."""
    head = event.trigger.head
    silent = event.trigger.frame.slots.get("subject", "none") == "none"
    for mention in scene.quantities:
        if mention.head is not None or mention.what != "goods" or not _bounded(mention):
            continue
        for token in scene.doc[mention.first : mention.last]:
            if head.dep_ == "relcl" and head.head == token:
                return mention  # "the eight that X gives"
            moving = token.dep_ in ("dobj", "nsubjpass") or (token.dep_ == "nsubj" and silent)
            if token.head == head and moving:
                return mention
    return None


def _some_of_which(event: Event) -> bool:
    """Whether only a part without a figure moves: "sold 28 guns, the last of which came in May"."""
    subjects = [c for c in event.trigger.head.children if c.dep_ in ("nsubj", "nsubjpass")]
    parts = [s for s in subjects if s.lower_ in ("last", "first", "rest", "most", "some", "others", "latter")]
    return any(
        c.lower_ == "of" and any(t.lower_ == "which" for t in c.children) for s in parts for c in s.children
    )


def _is_dealt(mention: QuantityMention, event: Event, scene: Scene) -> bool:
    """Whether a deal is for so many of what was named before: "a contract for the first 900 pieces"."""
    head = event.trigger.head
    if mention.what not in ("goods", "group") or not _bounded(mention):
        return False
    noun = scene.doc[mention.head if mention.head is not None else mention.last - 1]
    if head.pos_ != "NOUN":  # "suspended two licences"
        return mention.what == "group" and noun.head == head and noun.dep_ in ("dobj", "nsubjpass")
    return noun.dep_ == "pobj" and noun.head.lower_ in ("for", "on") and noun.head.head == head


def _carries_it(mention: QuantityMention, event: Event, scene: Scene) -> bool:
    """Whether counted trips or crates are the subject of the word of transfer: "twelve flights took guns"."""
    noun = scene.doc[mention.head] if mention.head is not None else None
    return noun is not None and noun.dep_ in ("nsubj", "nsubjpass") and noun.head == event.trigger.head


def _bounded(mention: QuantityMention) -> bool:
    return mention.quantity.min is not None or mention.quantity.max is not None


def _split(
    figures: list[tuple[QuantityMention, list[GoodsMention]]],
    goods: list[GoodsMention],
) -> list[tuple[QuantityMention | None, list[GoodsMention]]]:
    pairs: list[tuple[QuantityMention | None, list[GoodsMention]]] = []
    taken: list[GoodsMention] = []
    for mention, own in figures:
        fresh = [g for g in own if g not in taken]
        if fresh:
            pairs.append((mention, fresh))
            taken.extend(fresh)
    rest = [g for g in goods if g not in taken]
    if (
        rest and pairs and rest[0].weak and rest[0].first < taken[0].first
    ):  # "a consignment of 10 tanks and ..."
        pairs[0][1].insert(0, rest.pop(0))
    for thing in rest if pairs else []:
        before = [own for _, own in pairs if own[0].first < thing.first]
        (before or [pairs[0][1]])[-1].append(thing)  # "hundreds of shells, fuzes, and 20 mortars"
    for _, own in pairs:
        own.sort(key=lambda g: g.first)
    return pairs


def _counts(mention: QuantityMention, goods: list[GoodsMention], scene: Scene) -> list[GoodsMention]:
    """The goods that a quantity counts: by its noun, its contents, or by standing right before them."""
    heads = {mention.head, mention.contents} - {None}
    # a figure behind the head is the weight or the calibre of the goods
    before = [g for g in goods if mention.first <= g.head]
    found = [g for g in before if any(g.first <= h < g.last for h in heads if h is not None)]
    if not found:
        found = [g for g in goods if _is_right_before(mention, g, scene)]
    if not found and mention.head is None:
        found = [g for g in goods if _is_right_behind(mention, g, scene)]
    if not found and mention.what == "measure" and mention.first > 1:
        of = scene.doc[mention.first - 1]  # "a shipment of 750 tons"
        found = [g for g in goods if of.lower_ == "of" and g.first <= of.head.i <= g.last]
    if not found:
        found = [g for g in goods if g.first <= mention.first and mention.last <= g.head + 1]
    if not found and mention.what == "share":
        found = [
            g
            for g in goods
            if 0 <= g.first - mention.last <= 3
            and "of" in (scene.doc[mention.last].lower_, scene.doc[mention.last - 1].lower_)
        ]
    if not found and mention.head is not None:
        found = [g for g in goods if _under(scene.doc[g.head], mention.head)]
    return found


def _is_right_before(mention: QuantityMention, goods: GoodsMention, scene: Scene) -> bool:
    """Whether a figure stands before goods with at most a word between: "3 tons of guns".

    Of ``six planes brought guns`` the planes are told to move them.
    """
    if not mention.last <= goods.first <= mention.last + 1:
        return False
    noun = scene.doc[mention.head] if mention.head is not None else None
    between = scene.doc[mention.last : goods.first]
    return noun is None or not any(t == noun.head and noun.dep_ == "nsubj" for t in between)


def _is_right_behind(mention: QuantityMention, goods: GoodsMention, scene: Scene) -> bool:
    """Whether a bare figure stands right behind goods: "tanks, ten of them", "tanks (10)"."""
    if BY_THE.match(mention.quantity.text):
        return goods.last == mention.first
    return goods.last == mention.first - 1 and scene.doc[goods.last].text in (",", "(", ":")


def _under(token: Token, index: int) -> bool:
    for _ in range(CLIMB_LIMIT):
        if token.i == index:
            return True
        if token.head == token or token.pos_ in ("VERB", "AUX"):
            return False
        token = token.head
    return False
