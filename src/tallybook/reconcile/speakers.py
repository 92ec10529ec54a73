"""Who a source is: the person, the body, and the party for whom they speak.

A surname, a full name and an office can be one speaker; a seat of government, a capital and "officials" of a
state are one organisation. A source without a name is its own speaker in every report.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

import msgspec

from tallybook.model import Report, Source, Span
from tallybook.reconcile.abbreviations import spelled_out
from tallybook.reconcile.departments import department_of, office_of
from tallybook.reconcile.names import Mention, Named, family_name, names_in, plain, whole_name
from tallybook.reconcile.outlets import edition_of, is_press, known_name, outlets_in
from tallybook.reconcile.powers import ministry_named_before, power_named_before
from tallybook.reconcile.sentences import sentence_about
from tallybook.reconcile.wording import pattern, touches, word_set
from tallybook.reconcile.words import fold

SpeakerKind = Literal["person", "organisation", "unnamed", "outlet", "own-voice", "unspecified"]

_NAME_WORD = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w’'-]+")
_COMMA = re.compile(r"[,;][”\"]? ")
_NAMES_BEHIND = 2
_AROUND = 160
"""Characters about a person's name in which the report may say for whom that person speaks."""

_SINGULAR_UNNAMED = re.compile(
    r"(?:^|\s)(?:an?|one|another|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|\d+|several"
    r"|some|unnamed)\s",
    re.IGNORECASE,
)
_AWARE = re.compile(
    r"\b(?:aware|familiar|anonym\w+|not to be named|unnamed|condition|briefed)\b", re.IGNORECASE
)


class Speaker(msgspec.Struct, frozen=True):
    """Who says it.

    Attributes:
        kind: a named person, an organisation, somebody unnamed, an outlet of its own finding, the report's
            own voice, or "it was reported".
        person: full name, where one is known.
        key: what other spellings of the person share (the family name, in one spelling).
        body: the body as known, where the words or the vocabulary name it.
        block: the party spoken for; sources of one block are not independent of one another.
        blocks: all of them, where several parties speak at once ("Moscow and Pyongyang").
        what: the class of the body (forces, ministry, ...).
        words: the source's name as the report has it.
        department: the part of a government, where the words or the vocabulary name it.
        daily: whether it is somebody whose office it is to speak, day after day.
    """

    kind: SpeakerKind
    words: str = ""
    what: str | None = None
    person: str | None = None
    key: str | None = None
    body: str | None = None
    block: str | None = None
    blocks: tuple[str, ...] = ()
    department: str | None = None
    daily: bool = False

    @property
    def described(self) -> bool:
        """Whether nothing but common words says who it is: "the audit report", "one of the two"."""
        words = self.words[:1].lower() + self.words[1:]
        return self.kind == "organisation" and self.body == _kept(words) and words.islower()

    def same_body(self, other: Speaker) -> bool:
        """Whether both speak for one body: by name, or both for the forces or the government of one state."""
        if not self.body or not other.body:
            return False
        whole = self.what == other.what and self.what in ("forces", "government")
        return self.body == other.body or (whole and self.block == other.block)


OWN_VOICE = Speaker("own-voice")


def speaker_of(source: Source | None, report: Report, same: Mapping[str, str] | None = None) -> Speaker:
    """Who the source is, by its words, its title and what stands about its name in the report.

    Args:
        source: as the claim has it; ``None`` is the report's own voice.
        report: where it stands.
        same: names that a person declared to be one, each to the name that stays.
    """
    if source is None:
        return OWN_VOICE
    words = (same or {}).get(source.name, source.name)
    words = spelled_out(words, report.text) or words
    if words.startswith("("):
        return _unwritten(words, source, report)
    named = whole_name(words)
    if named is None and words in source.via:
        return Speaker("outlet", words, block=known_name(words))
    if named is not None:
        return _in_department(_in_office(_of_named(named, words), source), source)
    return _in_department(_of_words(words, source, report), source)


def _unwritten(words: str, source: Source, report: Report) -> Speaker:
    """A source that the report has no name for, by the name that a reader gave it in brackets."""
    name = words.strip("()")
    if name in word_set("nobody-words"):
        return Speaker("unspecified", words)
    return _of_words(name, msgspec.structs.replace(source, name=name), report)


def _of_named(named: Named, words: str) -> Speaker:
    if named.kind == "person":
        key = family_name(named.name)
        return Speaker(
            "person", words, named.what, named.name, key, named.body, named.block, _tuple(named.block)
        )
    if named.kind == "outlet":
        return Speaker("outlet", words, block=named.name, blocks=(named.name,))
    return Speaker(
        "organisation", words, named.what, body=named.body, block=named.block, blocks=_tuple(named.block)
    )


def _in_office(speaker: Speaker, source: Source) -> Speaker:
    """A known person with the body of the office that the report gives, where nobody knows another."""
    if speaker.kind != "person" or speaker.body or not source.title:
        return speaker
    bodies = (m.named for m in names_in(source.title) if m.named.kind == "body")
    body = next((b for b in bodies if b.block == speaker.block), None)
    return msgspec.structs.replace(speaker, body=body.body, what=body.what) if body else speaker


def _in_department(speaker: Speaker, source: Source) -> Speaker:
    """A speaker with the part of the government that title, words or a known office name, and the duty."""
    if speaker.kind not in ("person", "organisation"):
        return speaker
    department = department_of(source.title, source.name, office_of(speaker.person))
    daily = touches("speaking-offices", source.title or "") is not None
    return msgspec.structs.replace(speaker, department=department, daily=daily)


def _of_words(words: str, source: Source, report: Report) -> Speaker:
    mentions = tuple(m for m in names_in(_sender(words)) if m.named.kind != "outlet")
    mentions = tuple(m for m in mentions if not _opens_name(m, words, source))
    person = next((m.named for m in mentions if m.named.kind == "person"), None)
    if person is not None:
        return _in_office(_of_named(person, words), source)
    blocks = tuple(dict.fromkeys(m.named.block for m in mentions if m.named.block))
    body = next((m.named for m in mentions if m.named.body), None)
    edition = edition_of(words)
    if edition is not None:
        return Speaker("outlet", words, block=edition, blocks=(edition,))
    if is_press(words):
        return Speaker("unnamed", words)
    if _is_unnamed(words) and not _of_the_country(words):
        written = touches("document-words", words) is not None
        about = Named("", "state", blocks[0]) if blocks else None if written else _named_about(source, report)
        block = about.block if about else None
        return Speaker("unnamed", words, body=body.body if body else None, block=block, blocks=_tuple(block))
    if _is_person(words, mentions):
        about = _named_about(source, report) or Named("", "state", None)
        key, block = family_name(words), about.block
        return Speaker("person", words, about.what, words, key, about.body, block, _tuple(block))
    if blocks:
        body = body or Named("", "state", None)
        return Speaker("organisation", words, body.what, body=body.body, block=blocks[0], blocks=blocks)
    outlets = outlets_in(words)
    if outlets:
        return Speaker("outlet", words, block=outlets[0].name, blocks=(outlets[0].name,))
    owner = _whose(source, report)
    if owner is not None and owner.block:
        return Speaker(
            "organisation", words, owner.what, body=owner.body, block=owner.block, blocks=(owner.block,)
        )
    about = _named_about(source, report)
    block = (about.block if about else None) or _kept(words)
    return Speaker("organisation", words, body=_kept(words), block=block, blocks=(block,))


def _kept(words: str) -> str:
    """A name as it is compared: "customs figures" and "customs data" are one."""
    *others, last = plain(words).split() or [""]
    if last in word_set("inquiry-words"):
        return last  # "the inquiry", "the joint commission of inquiry"
    return " ".join([*others, "data"]) if others and last in word_set("data-words") else plain(words)


def _opens_name(mention: Mention, words: str, source: Source) -> bool:
    """Whether a state or its capital only opens the name of somebody who holds an office ("Israel Katz")."""
    rest = words[mention.end :].split()
    named = mention.start == 0 and 1 <= len(rest) <= _NAMES_BEHIND and all(w[:1].isupper() for w in rest)
    whole = bool(source.title) or words[: mention.end] == mention.named.name  # "Ruritania Watch"
    return whole and mention.named.kind == "state" and named and not _holds_office(words)


def _holds_office(words: str) -> bool:
    return pattern("office-words").search(words) is not None


def _sender(words: str) -> str:
    """The words of a source without whom it is sent to ("the US ambassador to Serbia", "embassy in Oslo")."""
    envoy = touches("envoy-words", words)
    sent = (f"{envoy} {to} " for to in ("to", "in", "at") if envoy and words.partition(envoy)[0].strip())
    joint = next((joint for joint in sent if joint in words), None)
    return words.partition(joint)[0] + (envoy or "") if joint else words


def _whose(source: Source, report: Report) -> Named | None:
    """Whose it is where the words do not say.

    "Its ministry" is that of the state of which the sentence speaks first, "the foreign ministry" that of the
    one spoken of before; "a first analysis" is that of the party which the sentence names last ("..., the
    command said").
    """
    start = source.span.start if source.span else max(0, report.text.find(source.name))
    if touches("home-powers", source.name):
        return power_named_before(report.text[:start])
    possessive = not word_set("possessives").isdisjoint(map(fold, source.name.split()[:1]))
    possessive = possessive or _of_the_country(source.name)
    department = department_of(source.name)
    if department and not possessive and _kept(source.name) not in word_set("inquiry-words"):
        return ministry_named_before(report.text[:start], department)
    if not (possessive or touches("borrowed-voices", source.name)):
        return None
    sentence = sentence_about(report.text, Span(start, start + len(source.name)))
    named = [m.named for m in names_in(sentence.of(report.text))]
    if possessive:
        return next((n for n in named if n.kind == "state"), None)
    return named[-1] if named and named[-1].kind in ("state", "body") else None


def _of_the_country(words: str) -> bool:
    """Whether it is a body of a state that the words do not name: "the country's defence ministry"."""
    return touches("country-possessives", words) is not None


def is_written(speaker: Speaker) -> bool:
    """Whether a paper speaks, whoever passed it on: a leaked cable, or what "intelligence" has written."""
    words = plain(speaker.words).split()
    paper = touches("document-words", speaker.words) is not None or words[-1:] == ["intelligence"]
    return speaker.kind == "unnamed" and paper


def _is_unnamed(words: str) -> bool:
    """Whether nobody can tell who it is: "a US official", "officials aware of it"; not "US officials"."""
    if touches("document-words", words):
        return True
    if not pattern("unnamed-sources").search(words):
        return False
    somebody = touches("unnamed-persons", words.rsplit(maxsplit=1)[-1]) is not None
    return bool(
        somebody or _SINGULAR_UNNAMED.search(" " + words) or _AWARE.search(words) or not names_in(words)
    )


def _is_person(words: str, mentions: tuple[Mention, ...]) -> bool:
    names = _NAME_WORD.findall(words)
    office = pattern("office-words").search(words)
    small = {word for word in words.split() if word.islower()} - word_set("name-particles")
    named = bool(names) and not mentions and not office and not small
    return named and not words.isupper() and len(words.split()) <= 4


def _named_about(source: Source, report: Report) -> Named | None:
    """The party or body that a person's title, or the words about the name, speak of."""
    for words in (source.title or "", _about(source, report)):
        named = [m.named for m in names_in(words) if m.named.kind in ("state", "body")]
        if named:
            return next((n for n in named if n.body), named[0])
    return None


def _about(source: Source, report: Report) -> str:
    start = source.span.start if source.span else report.text.find(source.name)
    if start < 0:
        return ""
    before = report.text[max(0, start - _AROUND // 2) : start]
    after = report.text[start + len(source.name) : start + len(source.name) + _AROUND]
    beside = before.rsplit(". ", 1)[-1].rsplit("\n", 1)[-1]
    office = _COMMA.split(beside.rstrip(" ,"))[-1]  # "Chad's envoy to Paris, NAME, said"
    if beside.endswith(", ") and touches("office-words", office):
        return _sender(office)
    if after.startswith(","):
        return after[1:].split(". ")[0].split(",")[0]
    nearest = _COMMA.split(beside)[-1]
    return next((words for words in (nearest, beside) if touches("office-words", words)), "")


def _tuple(block: str | None) -> tuple[str, ...]:
    return (block,) if block else ()
