"""A text cut into sentences, by offsets: spaCy's rule-based sentencizer inside each paragraph.

No statistics and no parser here: the sieve in `transforms.extract` decides which sentences are worth parsing.
"""

from __future__ import annotations

import re
from functools import lru_cache

import spacy
from spacy.language import Language

from transforms.records import Sentence

_PARAGRAPH = re.compile(r"[^\n]+")
# "(BBC) (The New York Times)" after the last stop of an agency digest: the outlet, not a statement.
_CREDIT = re.compile(r"(?<=[.!?\"'\u201d])(?:[\s,]*[(\[][^()\[\]]{2,80}[)\]][,.]?)+\s*$")
# "2011 Libyan civil war: The Security Council …": the topic of a digest, not part of the statement.
_TOPIC = re.compile(r"^(?:[\w'’().–-]+ ){0,8}[\w'’().–-]+: (?=[A-Z\"\u201c])")
# "BRUSSELS, 10 June (Reuters) - Ambassadors …": where and when it was filed.
_DATELINE = re.compile(
    r"^[A-Z][A-Z.'’]+(?:[ ,]+[A-Z0-9][\w.'’]*){0,6}(?: \([^()]{2,30}\))? ?[-–—]{1,2} (?=[A-Z\"\u201c])"
)
_TOPIC_WORD = re.compile(
    r"\b(?:war|crisis|conflict|uprising|protests?|relations|dispute|election|elections|revolution|unrest|peace|attacks?|program|"
    r"programme|disarmament|politics|insurgency|coup|spring|controversy|weapons|rebellion|process|talks|occupation)\b",
    re.IGNORECASE,
)
# Ranks before a name, which the tokenizer does not know for abbreviations.
_RANKS = ("Brig.", "Capt.", "Cmdr.", "Col.", "Lt.", "Maj.", "Sgt.", "Supt.")
_LETTER = re.compile(r"[^\W\d_]")


@lru_cache(maxsize=1)
def _sentencizer() -> Language:
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?", "…", "।", "。"]})
    blank.max_length = 10_000_000
    for rank in _RANKS:
        blank.tokenizer.add_special_case(rank, [{"ORTH": rank}])  # type: ignore[union-attr]
    return blank


def split(text: str, version_id: str = "", field: str = "text") -> list[Sentence]:
    """The sentences of `text` in order; trailing white space and source credits lie outside them."""
    found: list[Sentence] = []
    for paragraph in _PARAGRAPH.finditer(text):
        body = paragraph.group()
        credit = _CREDIT.search(body)
        body = body[: credit.start()] if credit else body
        for sentence in _sentencizer()(body).sents:
            start, end = _trim(body, sentence.start_char, sentence.end_char)
            topic = _TOPIC.match(body[start:end])
            start += topic.end() if topic and is_topic(topic.group()) else 0
            dateline = _DATELINE.match(body[start:end])
            start += dateline.end() if dateline else 0
            if start < end and _LETTER.search(body, start, end):
                base = paragraph.start()
                found.append(Sentence(version_id, field, len(found), base + start, base + end))
    return found


def is_topic(heading: str) -> bool:
    """Whether the words before a colon are a topic ("Yemeni uprising"), not a speaker: one of them says so."""
    return bool(_TOPIC_WORD.search(heading))


def _trim(body: str, start: int, end: int) -> tuple[int, int]:
    inner = body[start:end]
    return start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
