"""The rows that travel between the steps: frozen, typed, one class a table.

Each class is one row of the warehouse table of the same meaning (`TABLES` gives the name), with the same
columns in the same order; `tests/layout` holds the two to each other. Offsets are 0-based Unicode code points
into the text exactly as read, end exclusive. Days are UTC calendar days unless a field says otherwise.
`None` means unknown: the text does not say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Source:
    """Where articles come from; one row of `seeds/sources.csv` or an explicit SOURCE."""

    source_id: str
    name: str
    kind: str
    locator: str
    country: str | None
    speaker: str | None
    language: str | None
    licence: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """One article, whatever its versions: `article_id` = hash(source, canonical URL), or hash(text) without one."""

    article_id: str
    source_id: str
    canonical_url: str | None


@dataclass(frozen=True, slots=True)
class Version:
    """One text of an article: `version_id` = hash(text). `text` is kept exactly as read; offsets refer to it.

    `published_date` is the day on which the world could know the text, `published_basis` how that is known
    (given, feed, metadata, url, path, record, text), `known_on` the night under which the raw store first got its
    bytes. `speaker` is the actor who speaks as "we" in a release of its own, else None. `published_precision` is a word
    of seeds/ontology/precisions.csv; `published_time_zone` the IANA zone of the source in which a written moment became
    that day, None where the day stands as written.
    """

    version_id: str
    article_id: str
    title: str | None
    text: str
    n_chars: int
    language: str
    author: str | None
    published_date: date
    published_basis: str
    speaker: str | None
    known_on: date
    raw_sha256: str
    published_precision: str = "day"
    published_time_zone: str | None = None


@dataclass(frozen=True, slots=True)
class Appearance:
    """One place where a text was seen; a second article with the same text is an appearance, not a second text."""

    article_id: str
    version_id: str
    source_id: str
    locator: str
    published_date: date
    known_on: date


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a version. `field` is the part it stands in: `text` or `title`."""

    version_id: str
    field: str
    sentence_no: int
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a text names an actor; `method` is the rule that tied it to `actor_id`."""

    version_id: str
    field: str
    start_char: int
    end_char: int
    surface: str
    actor_id: str
    method: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or is acted on: an ISO 3166 alpha-3 code, a body's acronym, `NAME:…` or `OPEN:…` (never expanded)."""

    actor_id: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Event:
    """One claim: one event as one version tells it. `claim_id` = hash(version, type, evidence offsets, ordinal)."""

    claim_id: str
    version_id: str
    ordinal: int
    type: str
    action: str
    status: str
    status_rule: str
    scope: str | None
    office: str | None
    mode: str | None
    date_start: date | None
    date_end: date | None
    date_precision: str
    date_text: str | None
    date_rule: str
    venue: str | None
    reason: str | None
    attribution_by: str | None
    attribution_mode: str
    confidence: float | None
    extractor_version: str


@dataclass(frozen=True, slots=True)
class Participant:
    """One actor of one claim in one role (actor, target, proposer, about); `name` as the text writes it."""

    claim_id: str
    role: str
    ordinal: int
    actor_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of one sanction claim."""

    claim_id: str
    measure: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """One counted thing of one claim: comparator eq, gt, lt or about; unit as in the guide (person, country …)."""

    claim_id: str
    ordinal: int
    value: float
    comparator: str
    unit: str


@dataclass(frozen=True, slots=True)
class Condition:
    """The condition under which a claim holds, in the text's own words, with its deadline where one is given."""

    claim_id: str
    text: str
    start_char: int
    end_char: int
    deadline: date | None


@dataclass(frozen=True, slots=True)
class Link:
    """What one claim has to do with another of the same version; `kind` as in `seeds/ontology/link_kinds.csv`."""

    claim_id: str
    ordinal: int
    to_claim_id: str
    kind: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One of the two values that a field of a claim may have by the words that stand at its offsets.

    `field` as in `seeds/ontology/reading_fields.csv`; `value` is an actor's identifier, "type/action" or a day (ISO
    8601). The claim itself takes what is preferred by the rule (`seeds/ontology/reading_rules.csv`); where neither is,
    the words stay open. Offsets lie in the part of the version that holds the claim's sentence.
    """

    claim_id: str
    ordinal: int
    field: str
    value: str
    is_preferred: bool
    rule: str
    start_char: int
    end_char: int
    quote: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the text says so. `kind` is `sentence` (one a claim) or `trigger` (the word that gave the claim away)."""

    claim_id: str
    version_id: str
    field: str
    kind: str
    start_char: int
    end_char: int
    quote: str


@dataclass(frozen=True, slots=True)
class ClockNotice:
    """What one text says became of a deadline or ultimatum: outcome lapsed, met or extended; days inclusive.

    Offsets are those of the sentence in the part of the version that `field` names.
    """

    version_id: str
    ordinal: int
    outcome: str
    new_deadline: date | None
    day_start: date | None
    day_end: date | None
    day_precision: str
    field: str
    start_char: int
    end_char: int
    quote: str


@dataclass(frozen=True, slots=True)
class ClockNoticeActor:
    """One actor of one notice; `role` is setter, addressee or named."""

    version_id: str
    ordinal: int
    role: str
    actor_id: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """One real event told by one claim or many; it keeps its first member's id. A merge leaves `merged_into`."""

    cluster_id: str
    type: str
    action: str
    merged_into: str | None


@dataclass(frozen=True, slots=True)
class ClusterMember:
    """One claim's place in its cluster: the rule that put it there, how like the cluster's core it is (0 to 1) with the
    parts of that (JSON), and whether it tells something that no member known earlier told."""

    cluster_id: str
    claim_id: str
    rule: str
    score: float
    parts: str
    is_new_information: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """One text that is nearly another, known earlier: `similarity` is the share of the three-word shingles of both that
    both hold, 0 to 1; `rule` why it is a copy (same words, near copy, shortened). No text leads to a copy."""

    version_id: str
    copy_of: str
    similarity: float
    rule: str


@dataclass(frozen=True, slots=True)
class NamedActor:
    """A name of a text that no row of the seeds bears: as its claims write it, and the states that they are about."""

    version_id: str
    actor_id: str
    names: tuple[str, ...]
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Naming:
    """What one text says of one name: a row of the table of this meaning.

    `surname` is folded: namings of one surname are compared. `candidate_id` is whom the text alone points to, None
    where to nobody; `states` are ISO codes joined with `|`, None where the text puts none beside the name; `knowledge`
    tells with which seeds it was read.
    """

    version_id: str
    actor_id: str
    surname: str
    published_date: date
    full_name: str | None
    states: str | None
    candidate_id: str | None
    score: float
    rule: str
    knowledge: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a name of a text is across texts, how sure that is (0 to 1) and by which rule."""

    version_id: str
    actor_id: str
    identity_id: str
    score: float
    rule: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """One input that could not be used in a night: its reason, the value, and what to do about it."""

    night: date
    source_id: str
    locator: str
    stage: str
    reason: str
    detail: str
    language: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with all that belongs to it, as `transforms.assemble` makes it; `transforms.frames` takes it apart."""

    event: Event
    participants: tuple[Participant, ...]
    measures: tuple[Measure, ...]
    quantities: tuple[Quantity, ...]
    conditions: tuple[Condition, ...]
    evidence: tuple[Evidence, ...]
    links: tuple[Link, ...] = ()
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one version gave: its sentences, mentions and claims."""

    version_id: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    clock_notices: tuple[ClockNotice, ...] = ()
    clock_notice_actors: tuple[ClockNoticeActor, ...] = ()


TABLES: dict[str, type[Any]] = {
    "sources": Source,
    "articles": Article,
    "versions": Version,
    "appearances": Appearance,
    "sentences": Sentence,
    "mentions": Mention,
    "actors": Actor,
    "events": Event,
    "participants": Participant,
    "measures": Measure,
    "quantities": Quantity,
    "conditions": Condition,
    "links": Link,
    "readings": Reading,
    "evidence": Evidence,
    "clock_notices": ClockNotice,
    "clock_notice_actors": ClockNoticeActor,
    "clusters": Cluster,
    "cluster_members": ClusterMember,
    "copies": Copy,
    "set_aside": SetAside,
}
