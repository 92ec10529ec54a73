"""Which words of a claim say how it hangs together with what the report tells before it."""

from __future__ import annotations

from tallybook.model import Claim, Stage
from tallybook.reconcile.when import days_of_period
from tallybook.reconcile.wording import touches, word_set

_MONTH = 31
_OPENING = 3
"""Words with which a claim opens."""


def cues_of(claim: Claim, sentence: str) -> dict[str, bool]:
    """By name what the words show; the names are those of ``Facts``, which says what each means.

    Args:
        claim: a claim.
        sentence: the sentence in which it stands.
    """
    opening = " ".join(claim.quote.split()[:_OPENING])
    cue = touches("earlier-cues", sentence)
    tense_alone = cue is None or cue.casefold() in word_set("same-day-cues")
    return {
        "opens_back": _opens_back(claim, opening),
        "opens_deal": touches("opening-deal", opening) is not None,
        "lasting": _goes_on(claim, sentence) and not _has_its_month(claim),
        "backshifted": tense_alone and bool(cue or touches("backshift-cues", sentence)),
        "follows_up": touches("follow-up-words", sentence) is not None,
    }


def _goes_on(claim: Claim, sentence: str) -> bool:
    """Whether its words say that it goes on and on, or its sentence opens so: "For years navies have ..."."""
    opening = " ".join(sentence.split()[:_OPENING])
    return any(touches("lasting-words", words) for words in (claim.quote, opening))


def _has_its_month(claim: Claim) -> bool:
    """Whether it happened in a month or less: "still called so when she came in March" goes on no more."""
    days = days_of_period(claim.time).length
    return days is not None and days <= _MONTH


def _opens_back(claim: Claim, opening: str) -> bool:
    """Whether the words tell more of a load that was told of before: "the cargo ...", "... were aboard"."""
    if touches("opening-back", opening):
        return True
    if claim.stage is not Stage.SEIZED:
        return False
    again = not claim.goods and touches("opening-back", claim.quote)  # "they took the convoy"
    return bool(again or touches("within-the-load", claim.quote)) or opening.casefold().startswith("which ")
