"""Precision, recall and F1 of attributions against a gold file, and words read a second.

Run from the root of the repository: ``python -m bench.attribution GOLD.jsonl[.gz] [-o PREDICTED.jsonl]``.
Each line of the gold holds ``id``, ``text`` and ``attributions`` with ``source``, ``cue`` and ``content`` as
lists of character ranges. Two items are the same when they share half of all their tokens; one item matches
one item. An attribution is right when source and content are, or when neither side names a source and the
content is.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tallybook.model import Attribution
from tallybook.pipeline.reading import reader

ROLES = ("source", "cue", "content")
TOKENS = re.compile(r"\w+|[^\w\s]")
Item = frozenset[int]
Relation = tuple[Item, Item, Item]


def main() -> None:
    """Read, score and print."""
    parser = argparse.ArgumentParser(prog="bench.attribution", description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("-o", "--out", type=Path, help="write what was found as JSON Lines")
    options = parser.parse_args()
    articles = list(lines(options.gold))
    reads = reader()
    start = time.perf_counter()
    found = [reads.attributions(article["text"]) for article in articles]
    seconds = time.perf_counter() - start
    if options.out:
        options.out.write_text("".join(f"{as_line(a, f)}\n" for a, f in zip(articles, found, strict=True)))
    report(articles, found)
    words = sum(len(article["text"].split()) for article in articles)
    print(f"{len(articles)} articles, {words} words, {words / seconds:.0f} words a second")


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of a JSON Lines file, packed or not."""
    raw = path.read_bytes()
    text = gzip.decompress(raw) if path.suffix == ".gz" else raw
    yield from (json.loads(line) for line in text.decode("utf-8").splitlines() if line.strip())


def as_line(article: dict[str, Any], found: tuple[Attribution, ...]) -> str:
    """What was found in one article, in the shape of the gold."""
    attributions = [{role: [list(span) for span in getattr(one, role)] for role in ROLES} for one in found]
    return json.dumps({"id": article["id"], "attributions": attributions})


def report(articles: list[dict[str, Any]], found: list[tuple[Attribution, ...]]) -> None:
    """Print one line for each role and one for source and content together."""
    rows = {row: [0, 0, 0] for row in (*ROLES, "attribution")}
    for article, predicted in zip(articles, found, strict=True):
        text = article["text"]
        gold = [relation(text, [one.get(role) or [] for role in ROLES]) for one in article["attributions"]]
        ours = [relation(text, [getattr(one, role) for role in ROLES]) for one in predicted]
        for index, role in enumerate(ROLES):
            sides = [sorted({r[index] for r in side if r[index]}, key=sorted) for side in (gold, ours)]
            add(rows[role], sides[0], sides[1], alike)
        add(rows["attribution"], sorted(set(gold), key=order), sorted(set(ours), key=order), both)
    print(f"{'':12}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'found':>7}")
    for row, (right, gold_count, found_count) in rows.items():
        precision, recall = right / max(1, found_count), right / max(1, gold_count)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        shares = "".join(f"{100 * value:7.1f}" for value in (precision, recall, f1))
        print(f"{row:12}{shares}{gold_count:7}{found_count:7}")


def relation(text: str, roles: list[Any]) -> Relation:
    """Source, cue and content as sets of token numbers, marks at their edges left out."""
    tokens = [(m.start(), m.end(), m[0][0].isalnum()) for m in TOKENS.finditer(text)]
    source, cue, content = (item(tokens, ranges) for ranges in roles)
    return source, cue, content


def item(tokens: list[tuple[int, int, bool]], ranges: Any) -> Item:
    """The numbers of the tokens that ranges of characters touch."""
    touched = sorted({i for a, b in ranges for i, (s, e, _) in enumerate(tokens) if s < b and e > a})
    words = [place for place, i in enumerate(touched) if tokens[i][2]]
    return frozenset(touched[words[0] : words[-1] + 1] if words else touched)


def order(one: Relation) -> tuple[list[int], ...]:
    """A stable order for relations."""
    return tuple(sorted(part) for part in one)


def alike(a: Item, b: Item) -> bool:
    """Whether two items share half of all their tokens."""
    return bool(a and b) and len(a & b) * 2 >= len(a | b)


def both(a: Relation, b: Relation) -> bool:
    """Whether source and content are the same."""
    return alike(a[2], b[2]) and ((not a[0] and not b[0]) or alike(a[0], b[0]))


def add(row: list[int], gold: list[Any], ours: list[Any], same: Callable[[Any, Any], bool]) -> None:
    """Add the largest matching of two sides, one to one, and their sizes."""
    options = [[j for j, b in enumerate(ours) if same(a, b)] for a in gold]
    taken: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j in options[i]:
            if j in seen:
                continue
            seen.add(j)
            if j not in taken or place(taken[j], seen):
                taken[j] = i
                return True
        return False

    row[0] += sum(place(i, set()) for i in range(len(gold)))
    row[1] += len(gold)
    row[2] += len(ours)


if __name__ == "__main__":
    main()
