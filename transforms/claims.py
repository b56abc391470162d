"""Drafts become claims: identifiers derived from the text, rows for each table, all offsets checked against it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from transforms.alternatives import ACTOR, TARGET, still_open
from transforms.clock import Notice, rows_of
from transforms.confidence import Surroundings, Weights
from transforms.drafts import Draft
from transforms.knowledge.gazetteer import Gazetteer
from transforms.knowledge.rows import read_rows
from transforms.links import ends_of
from transforms.records import (
    Actor,
    Claim,
    Condition,
    Event,
    Evidence,
    Extraction,
    Link,
    Measure,
    Mention,
    Participant,
    Quantity,
    Reading,
    Sentence,
    Version,
)


@dataclass(frozen=True)
class Found:
    """What was found in one version, before identifiers are given."""

    version: Version
    sentences: list[Sentence]
    mentions: list[Mention]
    drafts: list[Draft]
    weights: Weights
    notices: list[Notice] = field(default_factory=list)

    @property
    def around(self) -> Surroundings:
        """What the confidence of each draft is weighed against."""
        return Surroundings(self.sentences, self.mentions, self.drafts)


_ROLES = ("actor", "target", "proposer", "about")


def build(found: Found, gazetteer: Gazetteer, extractor_version: str) -> Extraction:
    """The extraction of one version from what was found in it, claims in text order."""
    version, mentions = found.version, tuple(found.mentions)
    seen: dict[tuple[Any, ...], int] = {}
    made = []
    drafts = ordered(found.drafts)
    for draft in drafts:
        key = (draft.frame.type, draft.sentence.field, draft.sentence.start_char, draft.sentence.end_char)
        seen[key] = seen.get(key, 0) + 1
        made.append(_claim(found, draft, seen[key], extractor_version))
    made = _linked(drafts, made)
    actors = _actors(mentions, made, found.notices, gazetteer)
    notices, parties = rows_of(version.version_id, version.text, version.title, found.notices)
    return Extraction(version.version_id, tuple(found.sentences), mentions, actors, tuple(made), notices, parties)


def _linked(drafts: list[Draft], made: list[Claim]) -> list[Claim]:
    """The claims with their links; a tie to an act that is no claim is dropped, as is one to the claim itself."""
    ends = ends_of(drafts, [claim.event.claim_id for claim in made])
    linked = []
    for draft, claim in zip(drafts, made, strict=True):
        key = claim.event.claim_id
        told = dict.fromkeys((end, tie.kind) for tie in draft.ties if (end := ends.get(tie.to)) not in (None, key))
        links = (Link(key, number, str(end), kind) for number, (end, kind) in enumerate(told, 1))
        linked.append(replace(claim, links=tuple(links)))
    return linked


def ordered(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts in the order of their claims: that of the text."""
    return sorted(
        drafts, key=lambda d: (d.sentence.field, d.sentence.start_char, d.trigger_start, d.frame.type, d.action)
    )


def claim_key(version_id: str, kind: str, sentence: Sentence, ordinal: int) -> str:
    """The claim's identifier: hash of version, type, evidence offsets and its number among those of one sentence."""
    place = f"{sentence.field}\n{sentence.start_char}\n{sentence.end_char}"
    return hashlib.sha256(f"{version_id}\n{kind}\n{place}\n{ordinal}".encode()).hexdigest()[:16]


def _claim(found: Found, draft: Draft, ordinal: int, extractor_version: str) -> Claim:
    version = found.version
    sentence = draft.sentence
    key = claim_key(version.version_id, draft.frame.type, sentence, ordinal)
    text = version.text if sentence.field == "text" else version.title or ""
    condition = draft.condition
    return Claim(
        event=_event(found, draft, key, ordinal, extractor_version),
        participants=tuple(_participants(key, draft)),
        measures=tuple(Measure(key, measure) for measure in draft.measures),
        quantities=tuple(Quantity(key, n, c.value, c.comparator, c.unit) for n, c in enumerate(draft.counts, 1)),
        conditions=(
            Condition(key, text[condition.start : condition.end], condition.start, condition.end, condition.deadline),
        )
        if condition
        else (),
        evidence=_evidence(key, version, draft),
        readings=tuple(_readings(key, text, draft)),
    )


def _readings(key: str, text: str, draft: Draft) -> Iterable[Reading]:
    for n, one in enumerate(still_open(draft), 1):
        quote = text[one.start : one.end]
        yield Reading(key, n, one.field, one.value, one.is_preferred, one.rule, one.start, one.end, quote)


def _evidence(key: str, version: Version, draft: Draft) -> tuple[Evidence, Evidence]:
    """The sentence and the word that gave the claim away, with the text's own characters."""
    field, sentence = draft.sentence.field, draft.sentence
    text = version.text if field == "text" else version.title or ""
    places = (
        ("sentence", sentence.start_char, sentence.end_char),
        ("trigger", draft.trigger_start, draft.trigger_end),
    )
    first, second = (Evidence(key, version.version_id, field, kind, a, b, text[a:b]) for kind, a, b in places)
    return first, second


def _event(found: Found, draft: Draft, key: str, ordinal: int, extractor_version: str) -> Event:
    return Event(
        claim_id=key,
        version_id=found.version.version_id,
        ordinal=ordinal,
        type=draft.frame.type,
        action=draft.action,
        status=draft.status,
        status_rule=draft.status_rule,
        scope=draft.scope,
        office=draft.office,
        mode=draft.mode,
        date_start=draft.when.start,
        date_end=draft.when.end,
        date_precision=draft.when.precision,
        date_text=draft.when.text or None,
        date_rule=draft.when.rule,
        venue=draft.venue,
        reason=draft.reason,
        attribution_by=draft.attribution.by,
        attribution_mode=draft.attribution.mode,
        confidence=found.weights.confidence(draft, found.around),
        extractor_version=extractor_version,
    )


def _participants(key: str, draft: Draft) -> Iterable[Participant]:
    for role, whos in zip(_ROLES, (draft.actors, draft.targets, draft.proposers, draft.about), strict=True):
        for ordinal, who in enumerate(whos, 1):
            yield Participant(key, role, ordinal, who.actor_id, who.name)


def _actors(
    mentions: Iterable[Mention], made: Iterable[Claim], notices: Iterable[Notice], gazetteer: Gazetteer
) -> tuple[Actor, ...]:
    named: dict[str, str] = {m.actor_id: m.surface for m in mentions}
    for claim in made:
        for participant in claim.participants:
            named.setdefault(participant.actor_id, participant.name)
        for reading in claim.readings:
            if reading.field in (ACTOR, TARGET):
                named.setdefault(reading.value, reading.quote)
    for notice in notices:
        for _, actor_id, name in notice.actors:
            named.setdefault(actor_id, name)
    return tuple(_actor(actor_id, name, gazetteer) for actor_id, name in sorted(named.items()))


def _actor(actor_id: str, surface: str, gazetteer: Gazetteer) -> Actor:
    known = gazetteer.actors.get(actor_id)
    if known:
        return Actor(actor_id, known.kind, known.name)
    prefix, _, rest = actor_id.partition(":")
    return Actor(actor_id, {"OPEN": "group_open", "NAME": "named"}.get(prefix, "other"), rest or surface)


def by_table(extraction: Extraction) -> Mapping[str, list[Any]]:
    """The rows of one extraction by table name."""
    claims = extraction.claims
    return {
        "sentences": list(extraction.sentences),
        "mentions": list(extraction.mentions),
        "actors": list(extraction.actors),
        "events": [claim.event for claim in claims],
        "participants": [row for claim in claims for row in claim.participants],
        "measures": [row for claim in claims for row in claim.measures],
        "quantities": [row for claim in claims for row in claim.quantities],
        "conditions": [row for claim in claims for row in claim.conditions],
        "links": [row for claim in claims for row in claim.links],
        "readings": [row for claim in claims for row in claim.readings],
        "evidence": [row for claim in claims for row in claim.evidence],
        "clock_notices": list(extraction.clock_notices),
        "clock_notice_actors": list(extraction.clock_notice_actors),
    }


def speakers(seeds: Path) -> dict[str, str]:
    """Source names whose releases speak as an actor, from seeds/sources.csv."""
    return {
        row["name"]: row["speaker"] for row in read_rows(seeds / "sources.csv", ("name", "speaker")) if row["speaker"]
    }
