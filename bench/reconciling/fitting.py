"""Fit what each trait of a pair of claims says of their being one transfer, and one origin.

``python -m bench.reconciling.fitting``

``pairs.txt`` and ``origins.txt`` hold pairs of claims from annotated events, no words of them: the names of
the traits, an empty line, then a line a pair: the event, whether the two are one, and which traits hold, as a
number in base 16 whose lowest bit is the first trait. Logistic regression with a weak pull to nothing; a pair
weighs less where its event has many. Prints how well weights fitted on all other events do on each event, and
writes the weights.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tallybook.reconcile.likeness import ALWAYS

Matrix = NDArray[np.float64]

_DATA = Path(__file__).parents[2] / "src/tallybook/vocabulary/data"
FITTED = {
    Path(__file__).parent / "pairs.txt": _DATA / "traits.yaml",
    Path(__file__).parent / "origins.txt": _DATA / "origin_traits.yaml",
}
"""The pairs, and where what is fitted on them goes."""


STANDARD = {"pairs.txt": 14, "origins.txt": 0}
"""How many of its first events are those that the register is held to; a pair of theirs counts for four."""

_PULL = 0.003
_LEAST = 4
"""Events in which a trait must be seen to be given a weight."""

_STEPS = 8
_HEAD = """\
# What two claims have in common or differ in (reconcile/traits.py, origin_traits.py), each with what it adds
# to the log odds that they are one transfer, or of one origin. Fitted by bench/reconciling/fitting.py.
"""


def main() -> None:
    """Fit, tell how well it does on events left out, write the weights."""
    for pairs, fitted in FITTED.items():
        names, events, one, traits = read(pairs)
        seen = [len(set(events[traits[:, at] > 0])) >= _LEAST for at in range(len(names))]
        names, traits = [n for n, s in zip(names, seen, strict=True) if s], traits[:, seen]
        traits = np.hstack([traits, np.ones((len(traits), 1))])
        print(f"{pairs.name}: {len(one)} pairs of {len(set(events))} events, {one.mean():.2f} of them one")
        right = left_out(traits, one, events, STANDARD[pairs.name])
        print(f"on events left out: {right:.3f} of pairs told right")
        weights = fit(traits, one, events, STANDARD[pairs.name])
        ordered = sorted(zip(weights[:-1], names, strict=True), reverse=True)
        rows = [(weights[-1], ALWAYS), *ordered]
        lines = [f"- {{name: {json.dumps(name)}, weight: {weight:.2f}}}\n" for weight, name in rows]
        fitted.write_text(_HEAD + "".join(lines), "utf-8")


def read(path: Path) -> tuple[list[str], NDArray[np.int64], Matrix, Matrix]:
    """The names of the traits; for each pair its event, whether it is one transfer, and its traits."""
    head, _, body = path.read_text("utf-8").partition("\n\n")
    names = head.splitlines()
    rows = [line.split() for line in body.splitlines()]
    bits = [[int(row[2], 16) >> at & 1 for at in range(len(names))] for row in rows]
    events = np.array([int(row[0]) for row in rows])
    return names, events, np.array([float(row[1]) for row in rows]), np.array(bits, dtype=float)


def fit(traits: Matrix, one: Matrix, events: NDArray[np.int64], standard: int = 0) -> Matrix:
    """The weights, the last that of every pair, by Newton's method.

    ``standard``: the number from which on events count once, those before four times.
    """
    count = dict(zip(*np.unique(events, return_counts=True), strict=True))
    share = np.array([count[event] ** -0.5 * (4 if event < standard else 1) for event in events])
    share /= share.sum()
    pull = np.full(traits.shape[1], _PULL)
    pull[-1] = 1e-9
    weights = np.zeros(traits.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-traits @ weights))
        slope = traits.T @ (share * (chance - one)) + pull * weights
        bend = (traits * (share * chance * (1 - chance))[:, None]).T @ traits + np.diag(pull)
        weights -= np.linalg.solve(bend, slope)
    return weights


def left_out(traits: Matrix, one: Matrix, events: NDArray[np.int64], standard: int = 0) -> float:
    """The share of pairs that weights fitted on all other events tell right, as a mean over the events."""
    shares = []
    for event in np.unique(events):
        here, rest = events == event, events != event
        likely = traits[here] @ fit(traits[rest], one[rest], events[rest], standard) > 0
        shares.append(float((likely == one[here]).mean()))
    return sum(shares) / len(shares)


if __name__ == "__main__":
    main()
