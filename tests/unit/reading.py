"""Texts handed to the extractor as versions, and its claims as plain tuples that a test can compare."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from transforms.extract import SEEDS, Extractor
from transforms.knowledge.ontology import load_ontology
from transforms.knowledge.rows import read_rows
from transforms.records import Claim, Extraction, Version

THURSDAY = date(2019, 1, 31)
ONTOLOGY = load_ontology(SEEDS)


def version(text: str, day: date = THURSDAY, *, title: str | None = None, speaker: str | None = None) -> Version:
    """A version as ingest would hand it over, its identifier derived from the text."""
    key = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Version(key, key, title, text, len(text), "en", None, day, "given", speaker, day, "")


@dataclass(frozen=True, slots=True)
class Told:
    """One claim in short: `group` is the status group, actors and targets are identifiers in the text's order."""

    type: str
    action: str
    status: str
    group: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]


def ids(claim: Claim, role: str) -> tuple[str, ...]:
    """The identifiers of one role of a claim."""
    return tuple(p.actor_id for p in claim.participants if p.role == role)


def told(claim: Claim) -> Told:
    """A claim in short."""
    event = claim.event
    group = ONTOLOGY.status_group[event.status]
    return Told(event.type, event.action, event.status, group, ids(claim, "actor"), ids(claim, "target"))


def tell(
    extractor: Extractor, text: str, day: date = THURSDAY, *, title: str | None = None, speaker: str | None = None
) -> list[Told]:
    """The claims of a text in short."""
    return [told(claim) for claim in extractor.extract(version(text, day, title=title, speaker=speaker)).claims]


def quotes_hold(extraction: Extraction, read: Version) -> bool:
    """Whether every offset of an extraction gives back the characters it names."""
    fields = {"text": read.text, "title": read.title or ""}
    placed = [(m.field, m.start_char, m.end_char, m.surface) for m in extraction.mentions]
    placed += [(e.field, e.start_char, e.end_char, e.quote) for c in extraction.claims for e in c.evidence]
    return all(fields[field][start:end] == words for field, start, end, words in placed)


def seed_rows(name: str, *columns: str) -> list[dict[str, str]]:
    """Rows of a file under seeds/."""
    return read_rows(SEEDS / name, columns)
