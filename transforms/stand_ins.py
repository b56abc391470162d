"""Words that the small parser misreads, parsed in the shape of a word it knows ("asset freezes" as "asset bans").

British spellings are parsed as American ones: the model was trained on American news, and "apologises" is a noun to it.

A form stands in for another only for the parse: the Doc that comes back holds the sentence's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from spacy.tokens import Doc

from transforms.knowledge.rows import read_rows

_TABLE = Path(__file__).resolve().parents[1] / "seeds" / "lexicon" / "stand_ins.csv"
_NOMINAL = frozenset("a an the this that his her their its of no any under".split())
_BRITISH = re.compile(
    r"\b((?:re|un|de)?(?:apolog|author|character|critic|final|formal|legal|legitim|mobil|normal|organ|penal|real|recogn|stabil"
    r"|util)i)s(e[sd]?|ing|ations?)\b",
    re.IGNORECASE,
)
# "The Lima Group – a body of 14 – has opposed": the parser takes commas better than a pair of dashes, which folding
# made hyphens. A single dash stays: what follows it may be a sentence of its own.
_DASHES = re.compile(r" --? ([^;:]+?) --? ")
_WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True)
class _StandIn:
    """What is parsed in a form's place, its lemma, and after which word ("" any that lets a verb follow)."""

    after: str
    word: str
    lemma: str


@lru_cache(maxsize=1)
def _stand_ins() -> Mapping[str, tuple[_StandIn, ...]]:
    found: dict[str, tuple[_StandIn, ...]] = {}
    for row in read_rows(_TABLE, ("form", "after", "stand_in", "lemma")):
        one = _StandIn(row["after"], row["stand_in"], row["lemma"])
        found[row["form"]] = (*found.get(row["form"], ()), one)
    return found


def parsed_as(text: str) -> str:
    """The sentence with its misread words exchanged for those that stand in for them."""
    return "".join(_exchanged(_DASHES.sub(r" , \1 , ", _BRITISH.sub(r"\1z\2", text))))


def _exchanged(text: str) -> Iterator[str]:
    done, before = 0, ""
    for word in _WORD.finditer(text):
        for one in _stand_ins().get(word.group(), ()):
            if before == one.after or (not one.after and before and before not in _NOMINAL):
                yield text[done : word.start()]
                yield one.word
                done = word.end()
                break
        before = word.group().lower()
    yield text[done:]


def with_own_words(doc: Doc, own: Doc) -> Doc:
    """`doc`, the parse of `parsed_as(text)`, with the words and offsets of `own`, the tokens of `text`.

    Raises ValueError where the two differ in number, which no pair of words of the table makes them.
    """
    lemmas = [_lemma(mine.text, parsed.lemma_, mine.text != parsed.text) for mine, parsed in zip(own, doc, strict=True)]
    return Doc(
        doc.vocab,
        words=[t.text for t in own],
        spaces=[bool(t.whitespace_) for t in own],
        tags=[t.tag_ for t in doc],
        pos=[t.pos_ for t in doc],
        morphs=[str(t.morph) for t in doc],
        lemmas=lemmas,
        heads=[t.head.i for t in doc],
        deps=[t.dep_ for t in doc],
    )


def _lemma(form: str, parsed: str, is_exchanged: bool) -> str:
    return _stand_ins()[form][0].lemma if is_exchanged and form in _stand_ins() else parsed
