"""Between our records and the JSON form of the annotation guide (one object a document), which the scorer reads."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from transforms.errors import InputError
from transforms.knowledge.rows import read_rows
from transforms.records import Claim, Extraction, Participant, Version

_SEEDS = Path(__file__).resolve().parents[1] / "seeds"


def document_of(document: Mapping[str, Any], speakers: Mapping[str, str]) -> Version:
    """A version from a document's JSON object; `speakers` gives who speaks as "we" in a source's own releases.

    Raises InputError where the text or the day of publication is missing or no ISO 8601 day.
    """
    place = f"document {document.get('id', '?')!r}"
    text = document.get("text")
    if not isinstance(text, str):
        raise InputError("no text", place, "give each document a string 'text'")
    day = str(document.get("published_date") or document.get("published") or "")[:10]
    try:
        published = date.fromisoformat(day)
    except ValueError as error:
        raise InputError(
            f"published {day!r}", place, "give 'published' as an ISO 8601 day such as 2019-01-31"
        ) from error
    version_id = hashlib.sha256(text.encode()).hexdigest()[:16]
    return Version(
        version_id=version_id,
        article_id=version_id,
        title=document.get("title") or None,
        text=text,
        n_chars=len(text),
        language="en",
        author=None,
        published_date=published,
        published_basis="record",
        speaker=speakers.get(str(document.get("source") or "")),
        known_on=published,
        raw_sha256="",
    )


def events_of(extraction: Extraction, version: Version) -> list[dict[str, Any]]:
    """The claims of one version as the guide's events; keys that have nothing to say are left out."""
    names = {claim.event.claim_id: f"e{number}" for number, claim in enumerate(extraction.claims, 1)}
    return [_event(claim, names) for claim in extraction.claims]


def _event(claim: Claim, names: Mapping[str, str]) -> dict[str, Any]:
    event = claim.event
    sentence = next(e for e in claim.evidence if e.kind == "sentence")
    shaped: dict[str, Any] = {
        "id": names[event.claim_id],
        "type": event.type,
        "action": event.action,
        "status": event.status,
        "actors": _side(claim, "actor"),
        "targets": _side(claim, "target"),
        "date": {"start": _iso(event.date_start), "end": _iso(event.date_end), "precision": event.date_precision},
        "sentence": sentence.quote,
        "start": sentence.start_char,
        "end": sentence.end_char,
    }
    optional = {
        "in": sentence.field if sentence.field != "text" else None,
        "measures": [m.measure for m in claim.measures],
        "scope": event.scope,
        "proposers": _side(claim, "proposer"),
        "about": _side(claim, "about"),
        "office": event.office,
        "mode": event.mode,
        "venue": event.venue,
        "reason": event.reason,
        "attribution": {"by": event.attribution_by, "mode": event.attribution_mode},
        "quantity": next(
            ({"value": q.value, "comparator": q.comparator, "unit": q.unit} for q in claim.quantities), None
        ),
        "condition": next(({"text": c.text, "deadline": _iso(c.deadline)} for c in claim.conditions), None),
        "links": [{"to": names[link.to_claim_id], "kind": link.kind} for link in claim.links],
        "confidence": event.confidence,
    }
    return shaped | {key: value for key, value in optional.items() if value not in (None, [])}


def _side(claim: Claim, role: str) -> list[dict[str, str]]:
    """Each actor of a role once, under the first name; two organs may be one actor of the guide."""
    named: dict[str, dict[str, str]] = {}
    for who in (_who(p) for p in claim.participants if p.role == role):
        named.setdefault(who["id"], who)
    return list(named.values())


def _who(participant: Participant) -> dict[str, str]:
    return {"name": participant.name, "id": _guide_ids().get(participant.actor_id, participant.actor_id)}


@lru_cache(maxsize=1)
def _guide_ids() -> Mapping[str, str]:
    """The organs that the guide writes as the state or body they act for; the warehouse keeps them apart."""
    rows = read_rows(_SEEDS / "ontology" / "guide_ids.csv", ("actor_id", "guide_id"))
    return {row["actor_id"]: row["guide_id"] for row in rows}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
