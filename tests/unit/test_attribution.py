"""Who says so: the narrator, a speaker reported or quoted, or nobody in particular."""

from __future__ import annotations

import pytest

from tests.unit.reading import version
from transforms.extract import Extractor


@pytest.mark.parametrize(
    ("text", "by", "mode"),
    [
        ("Norway recognised Kosovo.", None, "narrator"),
        ("Serbia said that Norway had recognised Kosovo.", "Serbia", "reported"),
        ("Norway said it would recognise Kosovo.", None, "narrator"),
        ("Norway said it had recognised Kosovo.", "Norway", "reported"),
        ("Its foreign minister said that Norway would recognise Kosovo.", "foreign minister", "reported"),
        ("Norway has recognised Kosovo, its foreign ministry said on Monday.", "foreign ministry", "reported"),
        ("Norway will recognise Kosovo, Foreign Minister Ine Berg said, because it is ready.", "Ine Berg", "reported"),
        ("Norway has recognised Kosovo, according to Serbia.", "Serbia", "reported"),
        ("Norway might recognise Kosovo, diplomats in Brussels said.", "diplomats in Brussels", "hedged"),
        ("Norway has recognised Kosovo, according to state radio.", "state radio", "hedged"),
        ("Norway has recognised Kosovo, Georgian diplomats said.", "Georgian diplomats", "reported"),
        ("Norway recognised Kosovo after Serbia said that it was ready.", None, "narrator"),
        ("Norway recognised Kosovo, while newspapers reported that the president was ill.", None, "narrator"),
        ("Norway is understood to have recognised Kosovo.", None, "hedged"),
        ('"Norway has recognised Kosovo," the Serbian foreign ministry said.', "Serbian foreign ministry", "quoted"),
        ("“Norway has recognised Kosovo,” the Serbian foreign ministry said.", "Serbian foreign ministry", "quoted"),
        ("Norway has allegedly recognised Kosovo.", None, "hedged"),
        ("Reportedly, Norway has recognised Kosovo.", None, "hedged"),
    ],
)
def test_by_and_mode(extractor: Extractor, text: str, by: str | None, mode: str) -> None:
    (claim,) = extractor.extract(version(text)).claims
    assert (claim.event.attribution_by, claim.event.attribution_mode) == (by, mode)


def test_a_speaker_is_named_in_the_articles_own_letters(extractor: Extractor) -> None:
    text = "Mexican President Andrés Manuel López Obrador said that Norway had recognised Kosovo."
    (claim,) = extractor.extract(version(text)).claims
    assert claim.event.attribution_by is not None
    assert claim.event.attribution_by in text
    assert "López" in claim.event.attribution_by
