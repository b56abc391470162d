"""The benchmark of page reading runs and tells quality, days and a ratio; how fast it is, is for `make bench-pages`."""

from __future__ import annotations

from tests.bench.pages import DEFAULTS, OTHER, OURS, Page, measure, report, word_f1

SENTENCE = "The foreign ministry said on Monday that it had recalled its ambassador for consultations over the border."
HTML = (
    '<html><head><title>Envoy</title><meta property="article:published_time" content="2019-01-31T01:00:00Z"></head>'
    f"<body><article><h1>Envoy recalled</h1><p>{SENTENCE}</p><p>{SENTENCE.replace('Monday', 'Friday')}</p></article>"
    "</body></html>"
)


def test_words_are_counted_as_often_as_they_come() -> None:
    assert word_f1("a b b", "B b a") == 1.0
    assert word_f1("a a", "a") == 2 / 3
    assert word_f1("", "a") == 0.0


def test_it_reads_the_same_pages_with_all_three() -> None:
    truth = f"{SENTENCE}\n{SENTENCE.replace('Monday', 'Friday')}"
    of = [Page("a.html", HTML.encode(), truth, "2019-01-31"), Page("b.html", HTML.encode(), None, "")]
    read, seconds = measure(of, rounds=2)
    assert read[OURS][0] == (truth.replace("\n", "\n\n"), "2019-01-31")
    assert {len(each) for each in seconds.values()} == {2} and min(map(min, seconds.values())) > 0
    told = list(report(of, read, seconds))
    assert told[0] == "2 pages, 1 with ground truth; word F1"
    assert told[1].split() == [OURS, "mean", "1.0000", "least", "1.0000"]
    assert [line.strip() for line in told if "right" in line] == [
        f"{OURS:24} 1 right, 0 wrong", f"{DEFAULTS:24} 1 right, 0 wrong"
    ]  # fmt: skip
    assert OTHER in read and told[-1].startswith(f"pace of {OURS} to {DEFAULTS}: ")
