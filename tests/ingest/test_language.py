"""English is kept, however short and full of names; other languages are not."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest

from transforms.language import detect


@pytest.mark.parametrize("text", ["Some text.", "Syria's ambassador to Iraq defects.", "Fiji recognises Kosovo."])
def test_short_english(text: str) -> None:
    assert detect(text).english


CODES = "ar cs de es fa fr he hi it ja ko nl pl pt ru tr uk"


def sentences(code: str) -> list[str]:
    """What spaCy gives as example sentences of a language."""
    examples: list[str] = import_module(f"spacy.lang.{code}.examples").sentences
    return examples


@pytest.mark.parametrize("code", CODES.split())
def test_other_languages_are_named(code: str) -> None:
    assert detect(" ".join(sentences(code))).code == code


@pytest.mark.parametrize("code", ["da", "nb", "hr", "zh", "sv", *CODES.split()])
def test_single_sentences_of_other_languages_are_told(code: str) -> None:
    assert [text for text in sentences(code) if len(text) > 30 and detect(text).english] == []


def test_nothing_to_go_by() -> None:
    assert detect("12 / 13 - 2019").code == "und"
    assert not detect("").english


def test_every_english_text_of_the_corpus_is_kept(shared: Path) -> None:
    files = [*sorted((shared / "gold").glob("*.docs.jsonl")), shared / "corpus" / "pool.jsonl"]
    texts = [
        json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").split("\n") if line
    ]
    assert len(texts) > 2900
    assert [text[:80] for text in texts if not detect(text[:1000]).english] == []
