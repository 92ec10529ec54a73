"""Whether sources without a name are one: named again, of one outlet's story, or one document."""

from __future__ import annotations

from tallybook.reconcile.agreeing import families_agree, flows_agree
from tallybook.reconcile.facts import Facts
from tallybook.reconcile.names import plain
from tallybook.reconcile.speakers import is_written
from tallybook.reconcile.wording import touches, word_set


def same_unnamed(one: Facts, two: Facts, *, copied: bool) -> str | None:
    """In which words two sources, of which one has no name, are one; ``copied``: so are their reports."""
    a, b, same_report = one.speaker, two.speaker, one.report == two.report
    if a.kind != b.kind:
        return None
    if one_story(one, two):
        return f"“{a.words}” and “{b.words}” of one outlet's story"
    if not _one_unnamed(a.words, b.words, same_report=same_report):
        return None
    if same_report:
        return f"“{a.words}” of one report"
    relayed = set(one.through) & set(two.through)
    same_news = flows_agree(one.flow, two.flow) and one.family == two.family
    if same_news and (copied or relayed):
        return f"“{a.words}” {'through the same outlet' if relayed else 'in a copied report'}"
    return None


def one_story(a: Facts, b: Facts) -> bool:
    """Whether one outlet has both from people, the ones perhaps among the others, or from one document.

    "Three officials" may be among "six sources"; "the chart" is the leaked document that was told of.
    """
    outlet = a.report == b.report or bool(set(a.through) & set(b.through))
    blocks = {a.speaker.block, b.speaker.block}
    theirs = len(blocks) == 1 or (None in blocks and bool(blocks & set(a.flow)))
    if not flows_agree(a.flow, b.flow):
        return False
    written = [is_written(s) for s in (a.speaker, b.speaker)]
    if any(written):
        as_many = _plural(a.speaker.words) == _plural(b.speaker.words)
        as_many = as_many or (outlet and families_agree(a, b))
        one_party = len(blocks - {None}) < 2 and (outlet or None not in blocks)
        return all(written) and as_many and one_party
    several = all(touches("several-words", s.words) for s in (a.speaker, b.speaker))
    return outlet and theirs and several and _one_sort(a.speaker.words, b.speaker.words)


def _one_sort(one: str, two: str) -> bool:
    """Whether several people may be among others: no diplomats among officers, but both among "sources"."""
    sorts = [set(_bare(words)) & word_set("sorts-of-people") for words in (one, two)]
    return not all(sorts) or bool(sorts[0] & sorts[1])


def _plural(words: str) -> bool:
    """Whether documents, or the like, are more than one."""
    if words.lower().startswith("one of "):
        return False
    named = [word for word in plain(words).split() if word in word_set("document-words")]
    return bool(named) and named[-1].endswith("s")


def _one_unnamed(one: str, two: str, *, same_report: bool) -> bool:
    """Whether two wordings can mean the same unnamed source: "two Western diplomats", "the diplomats"."""
    if one.casefold() == two.casefold():
        return True
    ones, twos = _bare(one), _bare(two)
    if not ones or not twos or ones[-1] != twos[-1]:
        return False
    named_again = any(n.casefold().startswith(("the ", "these ")) or " " not in n for n in (one, two))
    within = set(ones) <= set(twos) or set(twos) <= set(ones)
    within = within or (named_again and same_report)
    return within and (named_again or not same_report)


def _bare(name: str) -> list[str]:
    """The words of an unnamed source, singular and plural alike.

    Left out are those that only count, and of what it knows ("familiar with the matter", "briefed on it").
    """
    words = plain(name).split()
    knows = next((at for at, word in enumerate(words) if at and word in word_set("knowing-words")), None)
    return [word.rstrip("s") for word in words[:knows] if word not in word_set("counting-words")]
