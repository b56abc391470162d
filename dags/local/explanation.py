"""What the extractor made of one article, ready to be shown: its paragraphs with marked words, its events in facts.

Knows nothing of terminals or pages; `explain_text` and `explain_page` show the same explanation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from dags.local.explained_event import Beside, Fact, facts_of, marks_of
from dags.local.marking import Mark, Pieces, Tag, marked
from transforms.claims import Found, ordered
from transforms.extract import Extractor
from transforms.knowledge.folding import fold
from transforms.language import detect
from transforms.records import Version

_LINE = re.compile(r"[^\n]+")
_WORDS_NAMED = 8
# The code of a text too short to tell its language.
_UNTOLD = "und"
# Of the characters that format without being seen, those that turn the direction of what follows.
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@dataclass(frozen=True, slots=True)
class Told:
    """One event of the article; `number` counts from 1 in text order, `group` is its status's."""

    number: int
    type: str
    action: str
    status: str
    group: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A mark's role, with the events it is of; `events` is empty where that goes without saying."""

    role: str
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence with what is marked in it and the events that it tells, or the plain text between such sentences."""

    pieces: Pieces
    events: tuple[Told, ...] = ()

    def labels(self, tags: Iterable[Tag]) -> tuple[Label, ...]:
        """What to call a mark in here: by event where several are told here, or where its event is told elsewhere."""
        roles: dict[str, list[int]] = {}
        for tag in tags:
            roles.setdefault(tag.role, []).append(tag.event)
        here = [told.number for told in self.events]
        plain = all(events == here and len(here) == 1 for events in roles.values())
        return tuple(Label(role, () if plain else tuple(events)) for role, events in roles.items())


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text, in stretches."""

    stretches: tuple[Stretch, ...]

    @property
    def events(self) -> tuple[Told, ...]:
        """The events that its sentences tell."""
        return tuple(told for stretch in self.stretches for told in stretch.events)


@dataclass(frozen=True, slots=True)
class Explanation:
    """One article explained. `summary` says what was found, `note` what may have gone wrong ("" for nothing).

    `title` is the heading as a paragraph where something in it is marked, else empty.
    """

    name: str
    heading: str
    published: date
    title: tuple[Paragraph, ...]
    paragraphs: tuple[Paragraph, ...]
    summary: str
    note: str

    @property
    def events(self) -> tuple[Told, ...]:
        """All events, in the order in which they are shown."""
        return tuple(told for paragraph in (*self.title, *self.paragraphs) for told in paragraph.events)


def explained(extractor: Extractor, name: str, version: Version) -> Explanation:
    """What `extractor` makes of one version; `name` is what the reader calls the article."""
    found = extractor.find(version)
    made = extractor.build(found)
    names = {actor.actor_id: actor.name for actor in made.actors}
    fields = {"title": _Field(version.title or ""), "text": _Field(version.text)}
    # The title is read first, so its events are numbered first.
    pairs = sorted(zip(ordered(found.drafts), made.claims, strict=True), key=lambda p: p[0].sentence.field != "title")
    numbers = {claim.event.claim_id: number for number, (_, claim) in enumerate(pairs, 1)}
    for number, (draft, claim) in enumerate(pairs, 1):
        part = fields[draft.sentence.field]
        event, place = claim.event, (draft.sentence.start_char, draft.sentence.end_char)
        group = extractor.readings.group(event.status)
        facts = facts_of(extractor, draft, claim, Beside(names, numbers, found.around))
        part.told.setdefault(place, []).append(Told(number, event.type, event.action, event.status, group, facts))
        part.marks += marks_of(part.text, draft, number)
    return Explanation(
        name=name,
        heading=printable(version.title or name),
        published=version.published_date,
        title=tuple(_paragraphs(fields["title"])) if fields["title"].marks else (),
        paragraphs=tuple(_paragraphs(fields["text"])),
        summary=_summary(extractor, found),
        note=_note(version.text),
    )


@dataclass
class _Field:
    """The text or the title, the events by the sentence that tells them, and all marks."""

    text: str
    told: dict[tuple[int, int], list[Told]] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)


def printable(text: str) -> str:
    """`text` without characters that a terminal or page obeys rather than shows; same length, so offsets hold."""
    return "".join(map(_printable, text))


def _printable(character: str) -> str:
    if character != "\n" and (character in _TURNING or unicodedata.category(character) in ("Cc", "Cs")):
        return " " if character.isspace() else "\N{REPLACEMENT CHARACTER}"
    return character


def _paragraphs(part: _Field) -> Iterator[Paragraph]:
    """The lines that hold anything, cut where a sentence tells of an event."""
    shown = printable(part.text)
    for line in _LINE.finditer(shown):
        at, last = line.span()
        if not line[0].strip():
            continue
        stretches = []
        for (start, end), told in sorted(part.told.items()):
            if at <= start < last:
                stretches.append(Stretch(marked(shown, at, start, part.marks)))
                stretches.append(Stretch(marked(shown, start, end, part.marks), tuple(told)))
                at = end
        stretches.append(Stretch(marked(shown, at, last, part.marks)))
        yield Paragraph(tuple(stretch for stretch in stretches if stretch.pieces))


def _summary(extractor: Extractor, found: Found) -> str:
    total = _plural(len(found.sentences), "sentence")
    if found.drafts:
        telling = {(draft.sentence.field, draft.sentence.start_char) for draft in found.drafts}
        return f"{_plural(len(found.drafts), 'event')} in {len(telling)} of {total}"
    words = _lexicon_words(extractor, found)
    if not words:
        return f"No event in {total}: there is no word of the lexicon"
    seen = ", ".join(f"‘{printable(word)}’" for word in words[:_WORDS_NAMED])
    more = f" and {len(words) - _WORDS_NAMED} more" if len(words) > _WORDS_NAMED else ""
    return f"No event in {total}: words of the lexicon ({seen}{more}), but no act told by them"


def _lexicon_words(extractor: Extractor, found: Found) -> list[str]:
    """The first word of each sentence for which the extractor looked closer, in lower case, each once."""
    texts = {"title": fold(found.version.title or ""), "text": fold(found.version.text)}
    sieve = extractor.knowledge.lexicon.sieve
    hits = (sieve.search(texts[s.field], s.start_char, s.end_char) for s in found.sentences)
    return list(dict.fromkeys(hit[0].lower() for hit in hits if hit))


def _note(text: str) -> str:
    language = detect(text)
    if language.english or language.code == _UNTOLD:
        return ""
    return f"The text reads as another language ({language.code}); only English is read."


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
