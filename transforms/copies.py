"""Which texts are copies of another: a wire story in twenty papers is one text with twenty appearances.

Texts are taken in the order in which we came to know them. A text that is like an earlier one that is itself no copy is
a copy of it, of the likest where there are several; any other text is a first one. So a copy is always like its
first, not merely like another copy, and what a later night brings never changes what an earlier one found. Texts are
looked for by the keys of their signatures (`transforms.shingles`), never all with all, and compared exactly.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Protocol

from transforms.records import Copy, Version
from transforms.shingles import BANDS, overlap, shingles

# Measured on real texts and edits of them (`make bench-copies`): of four million pairs of different texts none of
# different content reaches either, and a headline, place line or paragraph more or less stays above one of them.
NEAR = 0.55
# A text cut from below: nearly all its shingles stand in the longer one, which may have some three times as many.
WITHIN, SHORTENED = 0.92, 0.3
# In fewer shingles than this a word changed is another fact: such texts are copies only where all words agree.
FEWEST = 30
# Papers print a story within days; what is nearly the same after more than a week is a yearly form, or news again.
WINDOW = timedelta(days=7)
# Each reading scans all texts: many at once. Comparing holds shingles: those of few texts at once.
_READ, _COMPARE = 20_000, 500


class Shelf(Protocol):
    """The texts known, each under its number, in the order in which we came to know them."""

    def asked(self) -> Collection[int]:
        """The texts that are new or whose place or day is another than when copies were last sought, and the copies of
        such."""

    def buckets(self, numbers: Collection[int], days: int) -> Iterable[Sequence[int]]:
        """For each key that one of `numbers` shares with another text: the numbers of all texts that have it. Left out
        may be texts published further apart than so many days, unless they have all keys in common."""

    def firsts(self) -> Collection[int]:
        """The texts that were found to be no copies when copies were last sought: at least those told of so far."""

    def days(self) -> Mapping[int, date]:
        """The day on which each text told of so far was published, by number."""

    def read(self, numbers: Collection[int]) -> Mapping[int, Version]:
        """The texts of these numbers."""


@dataclass(frozen=True)
class Text:
    """A text with its shingles, which are made when first asked for."""

    version: Version

    @cached_property
    def shingles(self) -> frozenset[str]:
        """Its shingles."""
        return shingles(self.version.text)


def likeness(one: Text, other: Text) -> tuple[float, str] | None:
    """How alike two texts are (0 to 1) and the rule by which one is a copy; None where neither is.

    Versions of one article are no copies of each other.
    """
    if one.version.article_id == other.version.article_id:
        return None
    alike = overlap(one.shingles, other.shingles)
    if alike == 1.0:
        return alike, "same words"
    shorter = min(len(one.shingles), len(other.shingles))
    if shorter < FEWEST or abs(one.version.published_date - other.version.published_date) > WINDOW:
        return None
    if alike >= NEAR:
        return alike, "near copy"
    if alike >= SHORTENED and _within(one, other, shorter) >= WITHIN:
        return alike, "shortened"
    return None


def seek(shelf: Shelf) -> Iterator[tuple[str, Copy | None]]:
    """For each text asked for, and each other for which one of them may make a difference: its id, and what it is a
    copy of (None for a first text). The answers depend on the texts alone, not on what was asked before.
    """
    affected = _affected(shelf)
    buckets = [list(bucket) for bucket in shelf.buckets(affected, WINDOW.days)]
    of: defaultdict[int, list[int]] = defaultdict(list)
    for place, bucket in enumerate(buckets):
        for number in bucket:
            if number in affected:
                of[number].append(place)
    days = shelf.days()
    known = set(shelf.firsts()) - affected
    leaders = [[number for number in bucket if number in known] for bucket in buckets]
    for chunk in _chunks(sorted(affected), _READ):
        wanted = set(chunk).union(*(_worth(number, of[number], leaders, days) for number in chunk))
        versions = shelf.read(wanted)
        for part in _chunks(chunk, _COMPARE):
            texts = _Texts(versions)
            for number in part:
                found = _likest(number, _worth(number, of[number], leaders, days), texts)
                if found is None:
                    for place in of[number]:
                        leaders[place].append(number)
                yield versions[number].version_id, found


def _worth(
    number: int, places: Sequence[int], leaders: Sequence[Sequence[int]], days: Mapping[int, date]
) -> Iterable[int]:
    """Which first texts that share a key with a text are worth comparing: those of its week, and those that share every
    key, which may hold the same words whenever they were published. So what is compared doesn't grow with the years."""
    shared = Counter(first for place in places for first in leaders[place])
    return [first for first, keys in shared.items() if keys == BANDS or abs(days[number] - days[first]) <= WINDOW]


class _Texts(dict[int, Text]):
    """Texts by number, made when first asked for; dropped together, since shingles take much room."""

    def __init__(self, versions: Mapping[int, Version]) -> None:
        super().__init__()
        self._versions = versions

    def __missing__(self, number: int) -> Text:
        self[number] = Text(self._versions[number])
        return self[number]


def _likest(number: int, firsts: Iterable[int], texts: _Texts) -> Copy | None:
    best: tuple[float, int, str] | None = None
    for first in firsts:
        like = likeness(texts[number], texts[first]) if first < number else None
        if like and (best is None or (-like[0], first) < best[:2]):
            best = (-like[0], first, like[1])
    if best is None:
        return None
    return Copy(texts[number].version.version_id, texts[best[1]].version.version_id, round(-best[0], 4), best[2])


def _affected(shelf: Shelf) -> set[int]:
    """The texts asked for, the later texts that are like one of them, the later ones like those, and so on."""
    affected = set(shelf.asked())
    fresh = affected
    while fresh:
        pairs: set[tuple[int, int]] = set()
        for bucket in shelf.buckets(fresh, WINDOW.days):
            others = [number for number in bucket if number not in affected]
            if others:
                pairs |= {(n, o) for n in bucket if n in fresh for o in others if o > n}
        texts = _Texts(shelf.read({number for pair in pairs for number in pair}))
        fresh = {other for number, other in pairs if likeness(texts[number], texts[other])}
        affected = affected | fresh
    return affected


def _within(one: Text, other: Text, shorter: int) -> float:
    return len(one.shingles & other.shingles) / shorter


def _chunks(numbers: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), size):
        yield numbers[start : start + size]
