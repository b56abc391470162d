"""Whom "he", "the minister", "the three countries" or "the North" means: what the article named, and nobody else."""

from __future__ import annotations

import pytest

from tests.unit.reading import THURSDAY, tell
from transforms.article_context import ArticleContext
from transforms.discourse import HE, REACH, SHE, Discourse
from transforms.extract import Extractor
from transforms.sentences import split


def discourse(extractor: Extractor, text: str) -> Discourse:
    return ArticleContext(extractor.knowledge, text, THURSDAY, None, split(text, "v", "text")).discourse


def last_told(extractor: Extractor, text: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The sides of the last claim, None where the last sentence tells none."""
    found = [t for t in tell(extractor, text) if t.action == "condemn"]
    return (found[-1].actors, found[-1].targets) if found else None


TWO = "Fijian President Ana Testina met Tongan President Bob Provino. "
MARRIED = "The Fijian president, Mrs Ana Testina, met the Tongan president, Mr Bob Provino. "


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (TWO + "She condemned Iran.", "FJI"),
        (MARRIED + "She condemned Iran.", "FJI"),
        (MARRIED + "He condemned Iran.", "TON"),
        ("Fijian President Ana Testina flew home. It rained. She condemned Iran.", "FJI"),
        ("Fiji's president spoke on Monday. The president condemned Iran.", "FJI"),
        ("Fiji's president spoke on Monday. He condemned Iran.", "FJI"),
        (
            "On Monday, Fiji's president spoke. On Tuesday, Tonga's president Ana Testina left. She condemned Iran.",
            "TON",
        ),
    ],
)
def test_a_pronoun_means_whom_the_article_put_first(extractor: Extractor, text: str, actor: str) -> None:
    assert last_told(extractor, text) == ((actor,), ("IRN",))


def test_nobody_is_meant_from_further_off(extractor: Extractor) -> None:
    near = "Fijian President Ana Testina flew home. " + "It rained. " * REACH
    far = near + "It rained. "
    assert discourse(extractor, near).person_before(near.rindex("It")) is not None
    assert discourse(extractor, far).person_before(far.rindex("It")) is None
    assert last_told(extractor, far + "She condemned Iran.") is None


def test_an_honorific_tells_he_from_she(extractor: Extractor) -> None:
    known = discourse(extractor, MARRIED)
    he, she = (known.person_before(len(MARRIED), gender) for gender in (HE, SHE))
    assert he is not None
    assert she is not None
    assert (he.surname, she.surname) == ("Provino", "Testina")


def test_who_acts_is_not_whom_they_act_on(extractor: Extractor) -> None:
    found = discourse(extractor, TWO).person_before(len(TWO), None, "Ana Testina")
    assert found is not None
    assert found.surname == "Provino"


THREE = "Ireland, Norway and Spain recognised Palestine. "


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (THREE + "The three countries condemned Iran.", ("IRL", "NOR", "ESP")),
        (THREE + "They condemned Iran.", ("IRL", "NOR", "ESP")),
        ("China and Japan held talks. The two countries condemned Iran.", ("CHN", "JPN")),
        ("China and Japan held talks. Both governments condemned Iran.", ("CHN", "JPN")),
        # As many as the word says, or nobody's names.
        (THREE + "The two countries condemned Iran.", ("OPEN:two countries",)),
        ("China held talks. The two countries condemned Iran.", ("OPEN:two countries",)),
    ],
)
def test_a_number_of_countries_is_the_row_of_that_length(
    extractor: Extractor, text: str, actors: tuple[str, ...]
) -> None:
    assert last_told(extractor, text) == (actors, ("IRN",))


def test_rows_are_of_states_side_by_side(extractor: Extractor) -> None:
    text = "Ireland, Norway and Spain met. China, which borders Russia, left. "
    known = discourse(extractor, text)
    assert known.row_before(len(text), 3) == ("IRL", "NOR", "ESP")
    assert known.row_before(len(text), 2) == ()
    assert known.row_before(0, 3) == ()
    assert known.row_of_sentence_before(text.index("China")) == ("IRL", "NOR", "ESP")
    assert known.row_of_sentence_before(0) == ()


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("North Korea and South Korea met. The South condemned the North.", (("KOR",), ("PRK",))),
        ("North Korea met Iran. On Monday, the North condemned Iran.", (("PRK",), ("IRN",))),
        ("The North condemned Iran.", None),
        ("North Korea rearmed. On Monday, the North Atlantic fleet condemned Iran.", None),
    ],
)
def test_a_short_name_counts_only_where_the_long_one_stands(
    extractor: Extractor, text: str, sides: tuple[tuple[str, ...], tuple[str, ...]] | None
) -> None:
    assert last_told(extractor, text) == sides


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Sudan. " * 5 + "Chad. ", "SDN"),
        ("Sudan. " * 6 + "Chad. " * 3, "SDN"),
        ("Sudan. " * 4, None),
        ("Sudan. " * 6 + "Chad. " * 4, None),
        ("It rained. ", None),
    ],
)
def test_what_a_text_is_about_is_named_often_and_twice_as_often(
    extractor: Extractor, text: str, state: str | None
) -> None:
    found = ArticleContext(extractor.knowledge, text, THURSDAY, None).topic_state
    assert (found.actor_ids[0] if found else None) == state
