"""How the search for copies grows with the texts, and what it finds: `make bench-copies`.

Each size runs in a process of its own on a warehouse file with so many generated texts, by the code that a night runs:
all texts signed and placed at once, then one night of a thousand more. Nights hold a thousand texts; three in ten are a
wire story of the last three nights as another paper edits it, and texts of one subject share stock sentences. Read the
ratios, not the seconds: a search that compared all with all would show 4.0 where the texts double. Quality is told of
the generated texts, and of edits of real ones where ../shared is there.
"""

from __future__ import annotations

import json
import multiprocessing
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise
from pathlib import Path
from random import Random

import duckdb
import numpy as np
import pyarrow as pa

from tests.bench.edits import edits
from transforms.copies import Text, likeness, seek
from transforms.ingest.identity import version_id
from transforms.records import Version
from transforms.shingles import METHOD, overlap, sign
from warehouse.build import connect_new
from warehouse.copies import open_shelf

SIZES = (25_000, 50_000, 100_000, 200_000)
A_NIGHT = 1_000
COPIED = 0.3
SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpus"
_FIRST_DAY = date(2019, 1, 1)


@dataclass(frozen=True, slots=True)
class Measured:
    """One size: seconds by the clock and of the processor, the greatest memory (MiB), and what was found."""

    texts: int
    signing: float
    seeking: float
    processor: float
    a_night: float
    memory: float
    copies: int
    right: int
    made: int


def generated(size: int, seed: int = 1) -> tuple[list[str], dict[int, int]]:
    """Texts in the order of nights, and for each edited one the number of the text that it was made from."""
    rng, draw = np.random.default_rng(seed), Random(seed)
    vocabulary = np.array([f"{a}{b}{c}" for a in _SOUNDS for b in _SOUNDS for c in _SOUNDS])
    weights = 1 / np.arange(10, 10 + len(vocabulary))
    cumulated = np.cumsum(weights / weights.sum())
    stock = [_sentence(vocabulary, cumulated, rng, 18) for _ in range(2000)]
    texts: list[str] = []
    origin: dict[int, int] = {}
    for number in range(size):
        start = max(0, (number // A_NIGHT - 3) * A_NIGHT)
        if number > 20 and draw.random() < COPIED:
            old = draw.randrange(start, number)
            old = origin.get(old, old)
            options = [text for kind, text in edits(texts[old], draw) if not kind.startswith(("first 50", "first 40"))]
            fresh = draw.choice(options)
            if fresh not in texts[start:number]:
                origin[number] = old
                texts.append(fresh)
                continue
        parts = [_sentence(vocabulary, cumulated, rng, draw.randint(12, 26)) for _ in range(draw.randint(5, 12))]
        parts.insert(draw.randrange(len(parts)), draw.choice(stock))
        texts.append("\n\n".join(parts))
    return texts, origin


_SOUNDS = [f"{a}{b}" for a in "bdfgklmnprstvz" for b in ("a", "e", "o")][:32]


def _sentence(vocabulary: np.ndarray, cumulated: np.ndarray, rng: np.random.Generator, words: int) -> str:
    chosen = vocabulary[np.searchsorted(cumulated, rng.random(words))]
    return " ".join(chosen).capitalize() + "."


def measure(size: int) -> Measured:
    """Sign and place `size` texts in a new warehouse file, then a night of a thousand more."""
    texts, origin = generated(size + A_NIGHT)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bench.duckdb"
        connect_new(file).close()
        _insert(file, texts, 0, size)
        clock, processor = time.perf_counter(), time.process_time()
        signed = clock
        with open_shelf(file, METHOD, sign) as shelf:
            signed = time.perf_counter()
            shelf.store(seek(shelf))
        done, spent = time.perf_counter(), time.process_time() - processor
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        _insert(file, texts, size, size + A_NIGHT)
        before = time.perf_counter()
        with open_shelf(file, METHOD, sign) as shelf:
            copies = shelf.store(seek(shelf))
        night = time.perf_counter() - before
        right = _right(file, texts, origin)
    return Measured(size, signed - clock, done - signed, spent, night, memory, copies, right, len(origin))


def _insert(file: Path, texts: Sequence[str], start: int, end: int) -> None:
    rows = []
    for number in range(start, end):
        text, day = texts[number], _FIRST_DAY + timedelta(days=number // A_NIGHT)
        name = version_id(text)
        article = f"{number:08}"
        rows.append(Version(name, article, None, text, len(text), "en", None, day, "given", None, day, "ff"))
    table = pa.Table.from_pylist([{name: getattr(row, name) for name in Version.__dataclass_fields__} for row in rows])
    with duckdb.connect(str(file)) as con:
        con.register("given", table)
        con.execute("INSERT OR IGNORE INTO versions BY NAME SELECT * FROM given")


def _right(file: Path, texts: Sequence[str], origin: dict[int, int]) -> int:
    """How many copies were found that lead to the text they were made from, or to one made from it as well."""
    numbers = {version_id(text): number for number, text in enumerate(texts)}
    with duckdb.connect(str(file), read_only=True) as con:
        found = con.execute("SELECT version_id, copy_of FROM copies").fetchall()
    pairs = ((numbers[one], numbers[other]) for one, other in found)
    return sum(origin.get(one, one) == origin.get(other, other) for one, other in pairs)


def told(measured: Sequence[Measured]) -> Iterator[str]:
    """The lines on growth."""
    yield "seconds; one night is of 1,000 texts more; right: share of copies found, found: share of copies made"
    yield "   texts  signing  seeking    both  processor  one night  memory   copies   right   found"
    for one in measured:
        both = one.signing + one.seeking
        yield (
            f"{one.texts:8,} {one.signing:8.1f} {one.seeking:8.1f} {both:7.1f} {one.processor:10.1f}"
            f" {one.a_night:10.2f} {one.memory:5.0f}MB {one.copies:8,}"
            f" {one.right / max(1, one.copies):7.4f} {one.right / one.made:7.4f}"
        )
    for old, new in pairwise(measured):
        clock = (new.signing + new.seeking) / (old.signing + old.seeking)
        yield (
            f"time({new.texts:,}) / time({old.texts:,}): {clock:.2f} by the clock, "
            f"{new.processor / old.processor:.2f} of the processor, against {new.texts / old.texts:.1f} times the texts"
        )


def on_real_texts() -> Iterator[str]:
    """How many edits of real texts are found, and which different real texts are taken for copies."""
    real = [json.loads(line)["text"] for line in (SHARED / "pool.jsonl").read_text(encoding="utf-8").splitlines()]
    other = (SHARED / "background.jsonl").read_text(encoding="utf-8").splitlines()
    pages = [path.read_text(encoding="utf-8") for path in sorted((SHARED / "html" / "gt").iterdir())]
    whole = list(dict.fromkeys([*real, *(json.loads(line)["text"] for line in other), *pages]))
    chosen = [text for text in dict.fromkeys([*real, *pages]) if 60 <= len(text.split()) <= 1500]
    yield f"edits of {len(chosen)} real texts of 60 to 1,500 words, share found:"
    found: defaultdict[str, list[bool]] = defaultdict(list)
    draw = Random(1)
    for text in chosen:
        keys = sign([text])[0]
        for kind, edited in edits(text, draw):
            shares = any(a == b for a, b in zip(keys, sign([edited])[0], strict=True))
            found[kind].append(shares and likeness(_text(text), _text(edited, "edited")) is not None)
    for kind, hits in found.items():
        yield f"  {kind:32} {sum(hits) / len(hits):.3f}"
    yield from _taken_for_copies(whole)


def _taken_for_copies(whole: Sequence[str]) -> Iterator[str]:
    texts = [_text(text) for text in whole]
    buckets: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, keys in enumerate(sign(whole)):
        for place, key in enumerate(keys):
            buckets[place, key].append(number)
    pairs = {pair for bucket in buckets.values() for pair in combinations(bucket, 2)}
    alike = [(one, other) for one, other in sorted(pairs) if likeness(texts[one], texts[other])]
    n_pairs = len(whole) * (len(whole) - 1) // 2
    yield f"of {n_pairs:,} pairs of {len(whole):,} different real texts {len(pairs)} were compared, taken for copies:"
    for one, other in alike:
        opening = " | ".join(" ".join(whole[number].split()[8:16]) for number in (one, other))
        yield f"  {overlap(texts[one].shingles, texts[other].shingles):.2f}  {opening}"


def _text(text: str, article: str = "") -> Text:
    name = version_id(text)
    return Text(
        Version(name, article or name, None, text, len(text), "en", None, _FIRST_DAY, "given", None, _FIRST_DAY, "ff")
    )


def main() -> None:
    """Measure the sizes, or those given as arguments."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    measured = []
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        for one in pool.imap(measure, sizes):
            measured.append(one)
            print(f"{one.texts:,} texts: {one.signing + one.seeking:.1f} s", file=sys.stderr, flush=True)
    print(*told(measured), sep="\n")
    if SHARED.exists():
        print(*on_real_texts(), sep="\n")
    else:
        print(f"no {SHARED}: figures on real texts are left out")


if __name__ == "__main__":
    main()
