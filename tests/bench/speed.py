"""How long extraction takes beside spaCy's whole small pipeline on the same texts: `make bench` (needs ../shared).

Both run in this process, turn about, a block of documents at a time, so that a busy machine slows both alike: read the
ratio, not the seconds. Start-up (seeds, models) is timed apart. The extractor skips sentences without a word of its
lexicon and never asks for named entities; spaCy's pipeline reads everything.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from transforms.extract import Extractor, extract_documents
from transforms.parsing import MODEL, model

POOL = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "pool.jsonl"
BLOCK, BATCH = 100, 64


@dataclass(frozen=True, slots=True)
class Timed:
    """Seconds of start-up and of reading all texts."""

    start_up: float
    reading: float


def pool(path: Path = POOL) -> list[dict[str, Any]]:
    """The documents of the pool, numbered, since not all of them carry an identifier."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [{"title": "", **json.loads(line), "id": f"pool-{number}"} for number, line in enumerate(lines)]


def whole_pipeline() -> Language:
    """spaCy's small pipeline with all its components."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return spacy.load(MODEL)


def measure(documents: Sequence[Mapping[str, Any]]) -> tuple[Timed, Timed]:
    """(the extractor's time, spaCy's time) on the documents."""
    at = time.perf_counter()
    Extractor.load()
    model()
    ours = time.perf_counter()
    pipeline = whole_pipeline()
    theirs = time.perf_counter()
    reading = [0.0, 0.0]
    for start in range(0, len(documents), BLOCK):
        block = documents[start : start + BLOCK]
        began = time.perf_counter()
        deque(extract_documents(block), maxlen=0)
        between = time.perf_counter()
        deque(pipeline.pipe((d["text"] for d in block), batch_size=BATCH), maxlen=0)
        reading[0] += between - began
        reading[1] += time.perf_counter() - between
    return Timed(ours - at, reading[0]), Timed(theirs - ours, reading[1])


def report(documents: Sequence[Mapping[str, Any]], ours: Timed, theirs: Timed) -> Iterator[str]:
    """The lines that are printed."""
    size = sum(len(d["text"]) for d in documents)
    yield f"{len(documents)} documents, {size:,} characters"
    for name, timed in (("demarche extract", ours), ("spaCy, whole small pipeline", theirs)):
        pace = size / timed.reading / 1000
        yield f"{name:28} start-up {timed.start_up:5.1f} s  reading {timed.reading:6.1f} s  {pace:6.0f} k characters/s"
    yield f"ratio of reading: {ours.reading / theirs.reading:.2f} (below 1: faster than spaCy's pipeline)"


def main() -> None:
    """Measure on the pool, or on as many of its documents as the first argument says."""
    if not POOL.exists():
        raise SystemExit(f"no {POOL}: the pool of texts is not part of the repository")
    documents = pool()[: int(sys.argv[1]) if len(sys.argv) > 1 else None]
    print(*report(documents, *measure(documents)), sep="\n")


if __name__ == "__main__":
    main()
