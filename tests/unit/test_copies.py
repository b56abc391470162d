"""A wire story in many papers is one text: found by likeness, in the order known, whatever the order of nights."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.copies import FEWEST, WINDOW, Text, likeness, seek
from transforms.records import Copy, Version
from transforms.shingles import sign

DAY = date(2019, 1, 28)
PARAGRAPHS = (
    "The foreign ministry said on Monday that it had recalled its ambassador for consultations after the two capitals "
    "failed to agree on how to police the mountain border, where shots were fired twice last week.",
    "Officials in both countries played down the risk of a wider conflict but said that talks planned for the spring "
    "in a neutral city were now in doubt, and that neither side had asked a third party to mediate.",
    "Trade across the two open crossings fell by almost half in the first week of the dispute, lorry drivers said, "
    "and markets on the southern side ran short of fruit, cement and cooking gas within days.",
    "The border was drawn in a treaty of nineteen hundred and four that neither parliament ratified, and surveyors "
    "sent by the two kings never met, so that maps kept in the archives differ by up to nine miles.",
)
STORY = "\n\n".join(PARAGRAPHS)
LOCAL = (
    "A haulier from this town said that he would send his lorries by the northern road until the matter was settled."
)
OTHER = (
    "The central bank left its main rate where it was on Monday and said that prices would rise more slowly in the "
    "second half of the year, as the harvest was better than feared and the currency had gained against its "
    "neighbours, which makes imported fuel cheaper for households and for the cement industry alike."
)
EDITS = {
    "another headline in the text": f"Envoy called home as border row deepens\n\n{STORY}",
    "place and agency": f"GENEVA (Agency) - {STORY}",
    "a sentence of its own": f"{STORY}\n\n{LOCAL}",
    "the last paragraph dropped": "\n\n".join(PARAGRAPHS[:3]),
    "the last two dropped": "\n\n".join(PARAGRAPHS[:2]),
    "all of it": "Envoy called home\n\nGENEVA (Agency) - " + "\n\n".join([*PARAGRAPHS[:3], LOCAL]),
}


def version(text: str, article: str = "", published: date = DAY, known: date | None = None) -> Version:
    name = sha256(text.encode()).hexdigest()[:16]
    return Version(
        name, article or name, None, text, len(text), "en", None, published, "given", None, known or published, "ff"
    )  # fmt: skip


def like(one: Version, other: Version) -> str | None:
    found = likeness(Text(one), Text(other))
    assert found == likeness(Text(other), Text(one))
    return found and found[1]


@pytest.mark.parametrize("edit", EDITS)
def test_what_papers_do_to_a_story_leaves_it_a_copy(edit: str) -> None:
    assert like(version(STORY), version(EDITS[edit])) in ("near copy", "shortened")


def test_the_same_words_are_a_copy_at_any_time_and_length() -> None:
    assert like(version("Envoy recalled."), version("ENVOY RECALLED", published=DAY + 100 * WINDOW)) == "same words"


def test_another_article_on_the_same_subject_is_no_copy() -> None:
    background = f"{OTHER}\n\n{PARAGRAPHS[3]}"
    assert like(version(STORY), version(background)) is None
    assert like(version(STORY), version(OTHER)) is None


def test_in_a_short_text_a_word_changed_is_another_fact() -> None:
    short = "The European Union imposed sanctions on {} on Monday, the council said in a statement to the press."
    assert len(short.split()) < FEWEST
    assert like(version(short.format("Belarus")), version(short.format("Syria"))) is None


def test_nearly_the_same_after_more_than_a_week_is_no_copy() -> None:
    again = EDITS["place and agency"]
    assert like(version(STORY), version(again, published=DAY + WINDOW)) == "near copy"
    assert like(version(STORY), version(again, published=DAY + WINDOW + timedelta(days=1))) is None


def test_a_new_version_of_an_article_is_no_copy_of_itself() -> None:
    first, second = version(STORY, "a1"), version(EDITS["a sentence of its own"], "a1")
    assert like(first, second) is None


class Shelved:
    """The shelf of a warehouse, in memory: what was placed stays, nights add or move texts."""

    def __init__(self) -> None:
        self.texts: dict[str, Version] = {}
        self.placed: dict[str, tuple[object, ...]] = {}
        self.copies: dict[str, Copy] = {}
        self.read_numbers: list[int] = []

    def night(self, *texts: Version) -> None:
        for text in texts:
            old = self.texts.get(text.version_id)
            self.texts[text.version_id] = text if old is None else min(old, text, key=self._place)
        self._order = sorted(self.texts.values(), key=self._place)
        self._number = {text.version_id: number for number, text in enumerate(self._order)}
        self._keys: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for number, keys in enumerate(sign([text.text for text in self._order])):
            for place, key in enumerate(keys):
                self._keys[place, key].append(number)
        for name, copy in list(seek(self)):
            self.copies.pop(name, None)
            if copy:
                self.copies[name] = copy
        self.placed = {text.version_id: self._place(text) for text in self._order}

    @staticmethod
    def _place(text: Version) -> tuple[date, date, str, str]:
        return text.known_on, text.published_date, text.version_id, text.article_id

    def asked(self) -> Collection[int]:
        new = {t.version_id for t in self._order if self.placed.get(t.version_id) != self._place(t)}
        after = {name for name, copy in self.copies.items() if copy.copy_of in new}
        return {self._number[name] for name in new | after}

    def buckets(self, numbers: Collection[int], days: int) -> Iterator[Sequence[int]]:
        return (found for found in self._keys.values() if len(found) > 1 and set(found) & set(numbers))

    def firsts(self) -> Collection[int]:
        return {self._number[name] for name in self.placed if name not in self.copies}

    def days(self) -> dict[int, date]:
        return {number: text.published_date for number, text in enumerate(self._order)}

    def read(self, numbers: Collection[int]) -> Mapping[int, Version]:
        self.read_numbers += numbers
        return {number: self._order[number] for number in numbers}


def papers(seed: int) -> list[Version]:
    """Two stories and edits of them on several days, one of them a chain of ever more edits."""
    draw = random.Random(seed)
    texts = [version(STORY), version(OTHER), *(version(text) for text in EDITS.values())]
    text = STORY
    for number in range(6):
        text = f"{text}\n\n{number}. {' '.join(draw.sample(STORY.split(), 25))}."
        day = DAY + timedelta(days=draw.randrange(4))
        texts.append(version(text, draw.choice(("", "live")), day, day))
    return texts


def test_a_story_and_its_edits_are_copies_of_the_first_known() -> None:
    shelf = Shelved()
    first = version(STORY, known=DAY, published=DAY)
    shelf.night(first, version(OTHER))
    shelf.night(*(version(text, published=DAY + timedelta(days=1)) for text in EDITS.values()))
    assert set(shelf.copies) == {version(text).version_id for text in EDITS.values()}
    assert {copy.copy_of for copy in shelf.copies.values()} == {first.version_id}


def test_a_copy_is_like_its_first_and_not_merely_like_another_copy() -> None:
    shelf = Shelved()
    shelf.night(*papers(1))
    by_id = shelf.texts
    assert shelf.copies
    for copy in shelf.copies.values():
        assert copy.copy_of not in shelf.copies
        found = likeness(Text(by_id[copy.version_id]), Text(by_id[copy.copy_of]))
        assert found == (pytest.approx(copy.similarity, abs=1e-4), copy.rule)


def test_of_two_firsts_the_likest_counts() -> None:
    cut, grown = "\n\n".join(PARAGRAPHS[:2]), "\n\n".join([*PARAGRAPHS[2:], OTHER])
    shelf = Shelved()
    shelf.night(version(cut), version(grown), version(STORY, published=DAY + timedelta(days=1)))
    (copy,) = shelf.copies.values()
    nearest = max((cut, grown), key=lambda text: (likeness(Text(version(text)), Text(version(STORY))) or (0, ""))[0])
    assert copy.copy_of == version(nearest).version_id


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 5), st.randoms(use_true_random=False), st.integers(1, 6))
def test_the_order_of_nights_does_not_matter(seed: int, draw: random.Random, nights: int) -> None:
    texts = papers(seed)
    at_once, by_nights = Shelved(), Shelved()
    at_once.night(*texts)
    draw.shuffle(texts)
    for start in range(nights):
        by_nights.night(*texts[start::nights])
    assert by_nights.copies == at_once.copies
    by_nights.night(*texts)
    assert by_nights.copies == at_once.copies


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 5), st.randoms(use_true_random=False))
def test_texts_that_turn_out_to_be_older_are_placed_anew(seed: int, draw: random.Random) -> None:
    texts = papers(seed)
    moved = [
        version(t.text, t.article_id, t.published_date - timedelta(days=draw.randrange(30)), t.known_on - timedelta(1))
        for t in draw.sample(texts, 4)
    ]
    at_once, later = Shelved(), Shelved()
    at_once.night(*texts, *moved)
    later.night(*texts)
    later.night(*moved)
    assert later.copies == at_once.copies


def test_a_later_night_changes_nothing_that_was_known() -> None:
    shelf = Shelved()
    shelf.night(*papers(2))
    before = dict(shelf.copies)
    older = version(f"{STORY} {LOCAL} {LOCAL}", published=DAY - timedelta(days=2), known=DAY + timedelta(days=900))
    shelf.night(older)
    assert {name: shelf.copies[name] for name in before} == before
    assert shelf.copies[older.version_id].copy_of in {text.version_id for text in papers(2)}


def test_a_night_reads_only_what_shares_a_key_with_its_texts() -> None:
    shelf = Shelved()
    crowd = [version(" ".join(random.Random(n).sample(OTHER.split() + STORY.split(), 60))) for n in range(60)]
    shelf.night(*crowd, version(STORY))
    shelf.read_numbers.clear()
    shelf.night(version(EDITS["place and agency"], published=DAY + timedelta(days=1)))
    assert len(set(shelf.read_numbers)) == 2
