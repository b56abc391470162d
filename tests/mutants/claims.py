"""Damage to what the extractor says, done to its claims in the guide's form: each takes all documents, gives all back.

A damage knows nothing of gold or of the gate. Chances are drawn from a generator of its own, the same each run.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

Claim = Mapping[str, Any]
# (document, its text, its claims)
Documents = list[tuple[str, str, list[Claim]]]
Damage = Callable[[Documents, random.Random], Documents]

_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be) (?:\w+ly )?\w+(?:ed|en|wn)\b")
_UNNAMED, _PERSON = "OPEN:", "NAME:"
_WORSE = {"impose": "lift", "lift": "impose", "recognise": "back", "expel_diplomat": "summon", "condemn": "welcome"}


def each(change: Callable[[Claim], Mapping[str, Any]], share: float = 1.0) -> Damage:
    """Every claim, or so many of them, with what `change` gives in place of its own."""

    def damage(documents: Documents, chance: random.Random) -> Documents:
        return [
            (doc, text, [{**c, **change(c)} if share == 1 or chance.random() < share else c for c in claims])
            for doc, text, claims in documents
        ]

    return damage


def without(*fields: str) -> Damage:
    """Every claim without these fields."""
    return lambda documents, _: [
        (doc, text, [{k: v for k, v in c.items() if k not in fields} for c in claims])
        for doc, text, claims in documents
    ]


def swapped(claim: Claim) -> Mapping[str, Any]:
    """Actor and target exchanged."""
    return {"actors": claim["targets"], "targets": claim["actors"]}


def swapped_in_passives(claim: Claim) -> Mapping[str, Any]:
    """The same where the sentence has a passive."""
    return swapped(claim) if _PASSIVE.search(claim["sentence"]) else {}


def status(to: str, *of: str) -> Callable[[Claim], Mapping[str, Any]]:
    """These statuses, or all, told as another."""
    return lambda claim: {"status": to} if not of or claim["status"] in of else {}


def shifted(days: int) -> Callable[[Claim], Mapping[str, Any]]:
    """Each day so many later."""

    def moved(day: str | None) -> str | None:
        return None if day is None else (date.fromisoformat(day) + timedelta(days)).isoformat()

    return lambda claim: {
        "date": {**claim["date"], "start": moved(claim["date"]["start"]), "end": moved(claim["date"]["end"])}
    }


def coarsened(to: str) -> Callable[[Claim], Mapping[str, Any]]:
    """Days told as the month or year that they lie in."""

    def change(claim: Claim) -> Mapping[str, Any]:
        if claim["date"]["precision"] != "day":
            return {}
        day = date.fromisoformat(claim["date"]["start"])
        first = day.replace(day=1) if to == "month" else day.replace(month=1, day=1)
        after = (first + timedelta(32)).replace(day=1) if to == "month" else first.replace(year=first.year + 1)
        return {"date": {"start": str(first), "end": str(after - timedelta(1)), "precision": to}}

    return change


def undated(claim: Claim) -> Mapping[str, Any]:
    """No date at all."""
    return {"date": {"start": None, "end": None, "precision": "unknown"}}


def of_the_bound(claim: Claim) -> Mapping[str, Any]:
    """The last day on which it can have been, told as the day."""
    end = claim["date"]["end"]
    return {"date": {"start": end, "end": end, "precision": "day"}} if claim["date"]["precision"] == "before" else {}


def imprecise(claim: Claim) -> Mapping[str, Any]:
    """The right days under the wrong word."""
    return {"date": {**claim["date"], "precision": "range"}} if claim["date"]["precision"] == "day" else {}


def action(claim: Claim) -> Mapping[str, Any]:
    """An action taken for one that is near to it."""
    return {"action": _WORSE.get(claim["action"], claim["action"])}


def places(by: int) -> Callable[[Claim], Mapping[str, Any]]:
    """Sentence offsets so many characters off."""
    return lambda claim: {"start": claim["start"] + by, "end": claim["end"] + by}


def in_bytes(documents: Documents, _: random.Random) -> Documents:
    """Sentence offsets in bytes of UTF-8."""

    def counted(text: str, at: int) -> int:
        return len(text[:at].encode())

    return [
        (
            doc,
            text,
            [
                c if c.get("in") else {**c, "start": counted(text, c["start"]), "end": counted(text, c["end"])}
                for c in claims
            ],
        )
        for doc, text, claims in documents
    ]


def parties(keep: Callable[[list[dict[str, str]]], list[dict[str, str]]]) -> Callable[[Claim], Mapping[str, Any]]:
    """Both sides as `keep` leaves them."""
    return lambda claim: {side: keep(list(claim[side])) for side in ("actors", "targets")}


def only(prefix: str) -> Callable[[list[dict[str, str]]], list[dict[str, str]]]:
    """Without whose identifier begins so."""
    return lambda side: [who for who in side if not who["id"].startswith(prefix)]


def taken_for(one: str, other: str) -> Callable[[list[dict[str, str]]], list[dict[str, str]]]:
    """Two actors exchanged."""
    names = {one: other, other: one}
    return lambda side: [{**who, "id": names.get(who["id"], who["id"])} for who in side]


def kept(choose: Callable[[list[Claim], random.Random], Iterable[Claim]], share: float = 1.0) -> Damage:
    """Of so many documents the claims that `choose` leaves or makes."""

    def damage(documents: Documents, chance: random.Random) -> Documents:
        return [
            (doc, text, list(choose(claims, chance)) if share == 1 or chance.random() < share else claims)
            for doc, text, claims in documents
        ]

    return damage


def with_noise(documents: Documents, chance: random.Random) -> Documents:
    """A claim of another document in every tenth one without any."""
    every = [claim for _, _, claims in documents for claim in claims]
    return [
        (doc, text, claims if claims or chance.random() > 0.1 else [chance.choice(every)])
        for doc, text, claims in documents
    ]


def inside(field: str, change: Callable[[Any], Any]) -> Callable[[Claim], Mapping[str, Any]]:
    """A field that a claim may have, changed."""
    return lambda claim: {field: change(claim[field])} if claim.get(field) else {}


def _later(condition: Mapping[str, Any]) -> Mapping[str, Any]:
    day = condition.get("deadline")
    return {**condition, "deadline": (date.fromisoformat(day) + timedelta(7)).isoformat() if day else None}


DAMAGES: dict[str, Damage] = {
    "actor and target swapped": each(swapped),
    "actor and target swapped in a tenth of the claims": each(swapped, 0.1),
    "actor and target swapped where a passive is near": each(swapped_in_passives),
    "only the first of each side kept": each(parties(lambda side: side[:1])),
    "unnamed groups dropped": each(parties(only(_UNNAMED))),
    "persons and firms dropped": each(parties(only(_PERSON))),
    "the United States taken for Russia": each(parties(taken_for("USA", "RUS"))),
    "Iran taken for Iraq": each(parties(taken_for("IRN", "IRQ"))),
    "all statuses flattened to occurred": each(status("occurred")),
    "hypothetical told as announced": each(status("announced", "hypothetical")),
    "a denial or refusal told as done": each(status("occurred", "denied", "rejected")),
    "a call told as done": each(status("occurred", "called_for")),
    "a threat told as done": each(status("occurred", "threatened")),
    "a plan told as done": each(status("occurred", "planned")),
    "an announcement told as done": each(status("occurred", "announced")),
    "what is in force told as done": each(status("occurred", "in_force")),
    "dates a day late": each(shifted(1)),
    "dates a day early in a tenth of the claims": each(shifted(-1), 0.1),
    "dates a year early": each(shifted(-365)),
    "days coarsened to months": each(coarsened("month")),
    "days coarsened to years": each(coarsened("year")),
    "dates lost": each(undated),
    "the last possible day told as the day": each(of_the_bound),
    "precision called range": each(imprecise),
    "actions taken for their neighbours": each(action),
    "measures all unspecified": each(lambda c: {"measures": ["unspecified"]} if c["type"] == "sanction" else {}),
    "measures lost": without("measures"),
    "every sanction international": each(lambda c: {"scope": "international"} if "scope" in c else {}),
    "attribution lost": without("attribution"),
    "every claim the narrator's": each(lambda _: {"attribution": {"by": None, "mode": "narrator"}}),
    "conditions lost": without("condition"),
    "deadlines a week late": each(inside("condition", _later)),
    "venues lost": without("venue"),
    "reasons lost": without("reason"),
    "offices lost": without("office"),
    "how they met lost": without("mode"),
    "proposers lost": without("proposers"),
    "what it is about lost": without("about"),
    "counts ten times too high": each(inside("quantity", lambda q: {**q, "value": q["value"] * 10})),
    "more than and fewer than forgotten": each(inside("quantity", lambda q: {**q, "comparator": "eq"})),
    "sentence offsets one character off": each(places(1)),
    "sentence offsets in bytes": in_bytes,
    "claims of titles told of the text": without("in"),
    "half of the documents empty": kept(lambda _, __: [], 0.5),
    "the last claim of each document lost": kept(lambda claims, _: claims[:-1]),
    "a tenth of the claims lost": kept(lambda claims, chance: [c for c in claims if chance.random() > 0.1]),
    "every claim told twice": kept(lambda claims, _: [*claims, *claims]),
    "a claim told twice in a tenth of the documents": kept(lambda claims, _: [*claims, *claims[:1]], 0.1),
    "claims where there are none": with_noise,
}
