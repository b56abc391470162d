"""One event's facts, each with the rule that gave it, and the place of each of its words in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from dags.local.marking import Mark, Tag
from expectations.page import day, span, words
from transforms.alternatives import ACTION, DATE
from transforms.article_context import as_broken
from transforms.confidence import BASE, Surroundings, features_of
from transforms.drafts import Draft
from transforms.extract import Extractor
from transforms.knowledge.lexicon import Frame
from transforms.naming import Who
from transforms.records import Claim, Reading

#: What may be marked in a text, in the order in which it is explained.
ROLES = ("trigger", "actor", "target", "proposer", "venue", "date", "condition")

# How many features of a confidence are shown.
_FEATURES = 3


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that an event says: its value, an identifier, what that stands for, and the rule that gave it.

    `label` is one of ROLES where the value is marked in the text. "" is nothing to say.
    """

    label: str
    value: str
    code: str = ""
    means: str = ""
    why: str = ""


def marks_of(text: str, draft: Draft, number: int) -> list[Mark]:
    """Where `text`, the field of the draft's sentence, holds the words of the event `number`."""
    places = [("trigger", draft.trigger_start, draft.trigger_end)]
    for role, whos in _sides(draft):
        places += [(role, who.start, who.end) for who in whos if role in ROLES]
    if draft.when.text:
        places.append(("date", draft.when.at, draft.when.to))
    if draft.condition:
        places.append(("condition", draft.condition.start, draft.condition.end))
    places += [("venue", *place) for place in _venue(text, draft)]
    return [Mark(start, end, Tag(role, number)) for role, start, end in places]


@dataclass(frozen=True, slots=True)
class Beside:
    """What the facts of one event need of the article's others: actors' names by identifier, the number of each event
    by its claim, and all that was found."""

    names: Mapping[str, str]
    numbers: Mapping[str, int]
    around: Surroundings


def facts_of(extractor: Extractor, draft: Draft, claim: Claim, beside: Beside) -> tuple[Fact, ...]:
    """Everything that the event says, and why."""
    return (
        Fact("trigger", claim.evidence[1].quote),
        Fact("status", words(draft.status), means=extractor.readings.group(draft.status), why=draft.status_rule),
        *(_who_fact(role, who, draft, beside.names) for role, whos in _sides(draft) for who in whos),
        *_act_facts(draft, claim),
        *(Fact(words(link.kind), str(beside.numbers[link.to_claim_id])) for link in claim.links),
        *(_reading_fact(row, claim, beside.names) for row in claim.readings if not row.is_preferred),
        _says(draft),
        _confidence(extractor, draft, claim, beside.around),
        *_frame_facts(extractor, draft),
        Fact("claim", "", code=claim.event.claim_id),
    )


def _sides(draft: Draft) -> Iterator[tuple[str, tuple[Who, ...]]]:
    yield "actor", draft.actors
    yield "target", draft.targets
    yield "proposer", draft.proposers
    yield "about", draft.about


def _venue(text: str, draft: Draft) -> list[tuple[int, int]]:
    """The venue's words in the draft's sentence, next to the trigger; a draft keeps the words alone."""
    if not draft.venue:
        return []
    found = as_broken(draft.venue).finditer(text, draft.sentence.start_char, draft.sentence.end_char)
    return sorted((m.span() for m in found), key=lambda place: abs(place[0] - draft.trigger_start))[:1]


def _frame_facts(extractor: Extractor, draft: Draft) -> Iterator[Fact]:
    frame = draft.frame
    rows = extractor.knowledge.lexicon.frames.get((frame.lemma, frame.pos), ())
    row = next((r for r in rows if replace(r, action=frame.action) == frame), frame)
    if row.action != draft.action:
        by = "a word beside it" if row.action != frame.action else "its status"
        yield Fact("action", words(draft.action), why=f"{words(row.action)!r} in the lexicon, turned by {by}")
    opening = ",".join((row.lemma, row.pos, "|".join(row.prep), row.object))
    yield Fact("frame", _frame_words(row), code=opening, why=_slots(row))


def _frame_words(row: Frame) -> str:
    said = [f"‘{row.lemma}’ as a {row.pos}"]
    said += ["followed by " + " or ".join(row.prep)] if row.prep else []
    said += [f"object: {row.object}"] if row.object else []
    return ", ".join(said)


def _slots(row: Frame) -> str:
    slots = {"actor": row.actor, "target": row.target}
    said = [f"{role} from {'|'.join(places)}" for role, places in slots.items() if places]
    return "; ".join([*said, *([f"gate {row.gate}"] if row.gate else [])])


def _who_fact(role: str, who: Who, draft: Draft, names: Mapping[str, str]) -> Fact:
    name = names.get(who.actor_id, "")
    is_known = name != who.name and not who.actor_id.startswith(("NAME:", "OPEN:"))
    why = _placed(who.rule, draft, who.start)
    return Fact(role, who.name, code=who.actor_id, means=name if is_known else "", why=why)


def _placed(rule: str, draft: Draft, start: int) -> str:
    """A rule, and whether the words it was applied to stand in another sentence than the draft's."""
    inside = draft.sentence.start_char <= start <= draft.sentence.end_char
    return rule if inside else f"{rule}, in another sentence"


def _act_facts(draft: Draft, claim: Claim) -> Iterator[Fact]:
    event, when = claim.event, draft.when
    why = f"“{when.text}”: {_placed(when.rule, draft, when.at)}" if when.text else when.rule
    yield Fact("date", span(when.start, when.end), means=when.precision, why=why)
    if draft.condition:
        limit = draft.condition.deadline
        yield Fact("condition", draft.condition.text, means=f"deadline {day(limit)}" if limit else "")
    if claim.measures:
        yield Fact("measures", words(", ".join(row.measure for row in claim.measures)))
    for row in claim.quantities:
        yield Fact("quantity", f"{row.value:g} {row.unit}", means=row.comparator)
    for label in ("scope", "office", "mode", "venue"):
        value = getattr(event, label)
        if value:
            yield Fact(label, words(value) if label != "venue" else value)


def _reading_fact(row: Reading, claim: Claim, names: Mapping[str, str]) -> Fact:
    """What a field of the event may be instead of what it says, or may be where it says nothing."""
    is_second = any(other.is_preferred and other.field == row.field for other in claim.readings)
    said = f"{row.field} may {'also ' if is_second else ''}be read as"
    why = f"“{row.quote}”: {words(row.rule)}"
    if row.field == DATE:
        return Fact("reading", f"{said} {day(date.fromisoformat(row.value))}", why=why)
    if row.field == ACTION:
        kind, _, action = row.value.partition("/")
        return Fact("reading", f"{said} {words(action)}", means=words(kind), why=why)
    return Fact("reading", f"{said} {names.get(row.value, row.value)}", code=row.value, why=why)


def _says(draft: Draft) -> Fact:
    said = draft.attribution
    return Fact("says", said.by or "the article", means=said.mode)


def _confidence(extractor: Extractor, draft: Draft, claim: Claim, around: Surroundings) -> Fact:
    """The probability, and the features that weigh most in it, as log odds."""
    weights = extractor.weights.by_feature
    told = features_of(draft, around, extractor.weights.status_group) - {BASE}
    heaviest = sorted(told, key=lambda feature: (-abs(weights.get(feature, 0)), feature))[:_FEATURES]
    why = "; ".join(f"{feature} {weights[feature]:+.2f}" for feature in heaviest if weights.get(feature))
    share = claim.event.confidence
    return Fact("confidence", "not known" if share is None else f"{share:g}", why=why)
