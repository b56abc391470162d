"""How well and how fast pages are read, beside trafilatura's defaults and resiliparse: `make bench-pages`.

It needs ../shared. Word F1 is over the words of a text as a multiset, against the ground truth of each page; days are
held against the manifest. The three read the same pages in this process, turn about, page by page, so that a busy
machine slows all alike: read the ratio, not the seconds. Ours makes an `Item` (text, title, author, day with its basis,
canonical address with the checks of each); language and copies come later and are not timed. The rules of
`transforms/ingest/boilerplate.py` were written with these pages in view: on others expect less.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding
from trafilatura import bare_extraction
from trafilatura.settings import Document

from transforms.ingest.html import read_html
from transforms.ingest.pieces import Origin, Piece, Refusal
from transforms.records import Source

PAGES = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "html"
ROUNDS, WORST = 5, 5
OURS, DEFAULTS, OTHER = "demarche", "trafilatura's defaults", "resiliparse"
_ORIGIN = Origin(Source("bench", "bench", "file", "bench", None, None, None, None), None, False)


@dataclass(frozen=True, slots=True)
class Page:
    """A page with what is known of it: its text (None without ground truth) and its day, "" where none is known."""

    name: str
    data: bytes
    truth: str | None
    day: str


Reader = Callable[[Page], tuple[str, str]]


def pages(folder: Path = PAGES) -> list[Page]:
    """The pages of the manifest, in its order."""
    rows = [json.loads(line) for line in (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    return [
        Page(
            row["file"],
            gzip.decompress((folder / row["file"]).read_bytes()),
            (folder / row["gt"]).read_text(encoding="utf-8") if row["gt"] else None,
            (row["published"] or "")[:10],
        )
        for row in rows
    ]


def ours(page: Page) -> tuple[str, str]:
    """(text, day) as ingest reads a page; of a page without article, nothing."""
    try:
        (item,) = read_html(Piece(_ORIGIN, page.name, page.data), page.data)
    except Refusal:
        return "", ""
    return item.text, str(item.day or "")


def defaults(page: Page) -> tuple[str, str]:
    """(text, day) of `bare_extraction(with_metadata=True)`, nothing else set."""
    found = bare_extraction(page.data, with_metadata=True)
    return (found.text or "", found.date or "") if isinstance(found, Document) else ("", "")


def other(page: Page) -> tuple[str, str]:
    """(text, no day) of resiliparse, which reads none."""
    text = bytes_to_str(page.data, detect_encoding(page.data, from_html_meta=True))
    return extract_plain_text(text, main_content=True, alt_texts=False), ""


READERS: dict[str, Reader] = {OURS: ours, DEFAULTS: defaults, OTHER: other}


def word_f1(one: str, two: str) -> float:
    """F1 of the words of two texts as multisets, letters of one case."""
    left, right = (Counter(re.findall(r"\w+", text.lower())) for text in (one, two))
    return 2 * (left & right).total() / max(1, left.total() + right.total())


def measure(
    of: Sequence[Page], rounds: int = ROUNDS
) -> tuple[dict[str, list[tuple[str, str]]], dict[str, list[float]]]:
    """What each reader reads of each page, and the seconds that each round took it."""
    read: dict[str, list[tuple[str, str]]] = {}
    seconds: dict[str, list[float]] = {name: [] for name in READERS}
    for _ in range(rounds):
        read = {name: [] for name in READERS}
        spent = dict.fromkeys(READERS, 0.0)
        for page in of:
            for name, reader in READERS.items():
                at = time.perf_counter()
                read[name].append(reader(page))
                spent[name] += time.perf_counter() - at
        for name in READERS:
            seconds[name].append(spent[name])
    return read, seconds


def report(
    of: Sequence[Page], read: dict[str, list[tuple[str, str]]], seconds: dict[str, list[float]]
) -> Iterator[str]:
    """The lines that are printed."""
    known = [(number, page.truth) for number, page in enumerate(of) if page.truth is not None]
    scores = {
        name: {of[number].name: word_f1(texts[number][0], truth) for number, truth in known}
        for name, texts in read.items()
    }
    yield f"{len(of)} pages, {len(known)} with ground truth; word F1"
    for name in READERS:
        yield f"  {name:24} mean {mean(scores[name].values()):.4f}  least {min(scores[name].values()):.4f}"
    for name in (DEFAULTS, OURS):
        yield f"the {WORST} worst pages of {name}: F1 of {', '.join(READERS)}"
        for page, _ in sorted(scores[name].items(), key=lambda pair: pair[1])[:WORST]:
            yield f"  {page:44} " + "  ".join(f"{scores[each][page]:.4f}" for each in READERS)
    yield from _days(of, read)
    pace = {name: len(of) / median(each) for name, each in seconds.items()}
    yield "pages a second on one core: " + ", ".join(f"{name} {pace[name]:.1f}" for name in READERS)
    ratios = [base / mine for base, mine in zip(seconds[DEFAULTS], seconds[OURS], strict=True)]
    yield (
        f"pace of {OURS} to {DEFAULTS}: {median(ratios):.2f} (median of {len(ratios)} rounds, "
        f"{min(ratios):.2f} to {max(ratios):.2f}; to be at least 0.8)"
    )


def _days(of: Sequence[Page], read: dict[str, list[tuple[str, str]]]) -> Iterator[str]:
    dated = [(number, page) for number, page in enumerate(of) if page.day]
    yield f"days of the manifest: {len(dated)}"
    for name in (OURS, DEFAULTS):
        wrong = [f"{page.name} {read[name][n][1] or 'none'} for {page.day}" for n, page in dated
                 if read[name][n][1] != page.day]  # fmt: skip
        yield f"  {name:24} {len(dated) - len(wrong)} right, {len(wrong)} wrong" + "".join(f"\n    {w}" for w in wrong)


def main() -> None:
    """Measure on all pages, in as many rounds as the first argument says."""
    if not PAGES.exists():
        raise SystemExit(f"no {PAGES}: the pages are not part of the repository")
    read_from = pages()
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    print(*report(read_from, *measure(read_from, rounds)), sep="\n")


if __name__ == "__main__":
    main()
