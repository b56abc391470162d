"""One version of an article in, its sentences, mentions, actors and claims out: the steps in the order they are read.

Sentences without a word of the lexicon are never parsed (the sieve); the rest go through `mentions`, `triggers`,
`roles`, `status`, `timing` and `assemble`. Nothing here reads a clock, a network or a database.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from transforms import claims
from transforms.article_context import ArticleContext, Knowledge, SentenceView
from transforms.assemble import drafts_of
from transforms.clock import Notice, Turns, load_turns, notices_of
from transforms.confidence import Weights, load_weights
from transforms.drafts import Draft
from transforms.echoes import echoes_of
from transforms.frames import read_rows, write_tables
from transforms.guide_form import document_of, events_of
from transforms.knowledge.gazetteer import load_gazetteer
from transforms.knowledge.holders import load_holders
from transforms.knowledge.lexicon import load_lexicon
from transforms.knowledge.ontology import load_ontology
from transforms.knowledge.readings import Readings, load_readings
from transforms.parsing import LONGEST, parse
from transforms.people import Introductions
from transforms.records import Extraction, Mention, Sentence, Version
from transforms.retellings import merged
from transforms.sentences import split

EXTRACTOR_VERSION = "rules-4"
SEEDS = Path(__file__).resolve().parents[1] / "seeds"
TABLES = (
    "sentences",
    "mentions",
    "actors",
    "events",
    "participants",
    "measures",
    "quantities",
    "conditions",
    "links",
    "readings",
    "evidence",
    "clock_notices",
    "clock_notice_actors",
)


@dataclass(frozen=True)
class Extractor:
    """The extractor with everything it knows; build once with `Extractor.load`, use for many versions."""

    knowledge: Knowledge
    readings: Readings
    weights: Weights
    turns: Turns

    @classmethod
    @lru_cache(maxsize=1)
    def load(cls, seeds: Path = SEEDS) -> Extractor:
        """Read the seeds, once a process. Raises SeedError naming the file and row that is wrong."""
        ontology = load_ontology(seeds)
        lexicon = load_lexicon(seeds, ontology)
        introductions = Introductions(lexicon, load_holders(seeds))
        readings = load_readings(seeds, ontology)
        contested = readings.families["contested_state"]
        weights = load_weights(seeds, ontology.status_group)
        return cls(
            Knowledge(load_gazetteer(seeds), lexicon, introductions, contested), readings, weights, load_turns(seeds)
        )

    def extract(self, version: Version) -> Extraction:
        """What one version gives. Offsets are into `version.text`, or `version.title` where the row's field says so."""
        return self.build(self.find(version))

    def build(self, found: claims.Found) -> Extraction:
        """The rows of what was found, a claim a draft in the order of `claims.ordered`."""
        return claims.build(found, self.knowledge.gazetteer, EXTRACTOR_VERSION)

    def find(self, version: Version) -> claims.Found:
        """What one version holds, before its claims are given identifiers and a confidence; drafts know where their
        words stand."""
        fields = [("text", version.text)]
        if version.title and not version.text.lstrip().startswith(version.title.strip()):
            fields.append(("title", version.title))
        sentences: list[Sentence] = []
        mentions: list[Mention] = []
        drafts: list[Draft] = []
        notices: list[Notice] = []
        for field, text in fields:
            split_text = split(text, version.version_id, field)
            context = ArticleContext(self.knowledge, text, version.published_date, version.speaker, split_text)
            sentences += split_text
            mentions += _mentions(version, field, context, text)
            told, turned = self._told(context, split_text)
            drafts += told
            notices += turned
        return claims.Found(version, sentences, mentions, merged(drafts, self.readings), self.weights, notices)

    def _told(self, context: ArticleContext, sentences: list[Sentence]) -> tuple[list[Draft], list[Notice]]:
        """The acts that the sentences tell, and what they say became of deadlines."""
        short = [s for s in sentences if s.end_char - s.start_char <= LONGEST]
        of_acts = {s.start_char for s in short if self._may_hold(context, s)}
        of_clocks = {s.start_char for s in short if self.turns.sieve.search(context.folded, s.start_char, s.end_char)}
        sieved = [s for s in short if s.start_char in of_acts or s.start_char in of_clocks]
        texts = (context.folded[s.start_char : s.end_char] for s in sieved)
        docs = parse(texts, self.knowledge.lexicon.lemmas)
        told: list[Draft] = []
        turned: list[Notice] = []
        for sentence, doc in zip(sieved, docs, strict=True):
            view = SentenceView(context, sentence, doc)
            if sentence.start_char in of_clocks:
                turned += notices_of(view, self.turns)
            if sentence.start_char in of_acts:
                found = drafts_of(view, self.readings)
                told += [*found, *echoes_of(view, told, found, self.readings)]
        return told, turned

    def _may_hold(self, context: ArticleContext, sentence: Sentence) -> bool:
        # All in capitals, a name looks like any other word.
        if context.folded[sentence.start_char : sentence.end_char].isupper():
            return False
        return bool(self.knowledge.lexicon.sieve.search(context.folded, sentence.start_char, sentence.end_char))


def _mentions(version: Version, field: str, context: ArticleContext, text: str) -> Iterator[Mention]:
    for span in context.spans:
        if len(span.actor_ids) == 1:
            surface = text[span.start : span.end]
            yield Mention(version.version_id, field, span.start, span.end, surface, span.actor_ids[0], span.kind)


def extract_batch(batch: Path, out: Path, seeds: Path = SEEDS) -> int:
    """Read one batch of versions (Parquet), write the tables of what they gave under `out`; returns the claim count."""
    extractor = Extractor.load(seeds)
    rows: dict[str, list[Any]] = {name: [] for name in TABLES}
    for version in read_rows(batch, Version):
        for name, records in claims.by_table(extractor.extract(version)).items():
            rows[name].extend(records)
    rows["actors"] = sorted(set(rows["actors"]), key=lambda actor: actor.actor_id)
    write_tables(out, rows)
    return len(rows["events"])


def extract_documents(documents: Iterable[Mapping[str, Any]], seeds: Path = SEEDS) -> Iterator[dict[str, Any]]:
    """Documents as JSON objects (id, text, published or published_date, title, source) to the guide's form."""
    extractor = Extractor.load(seeds)
    speakers = claims.speakers(seeds)
    for document in documents:
        version = document_of(document, speakers)
        yield {"doc": document["id"], "events": events_of(extractor.extract(version), version)}
