"""Words that the small parser misreads, parsed in the shape of a word it knows ("asset freezes" as "asset bans").

A verb that it took for a noun after a name ("Australia and New Zealand expel …"), so that the sentence has no verb
left, is parsed once more as a plainer verb that takes the same complement.

British spellings are parsed as American ones: the model was trained on American news, and "apologises" is a noun to it.

A form stands in for another only for the parse: the Doc that comes back holds the sentence's own words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from spacy.tokens import Doc, Token

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
# "declared him persona non grata": Latin to us, a clause to the parser.
_PERSONA = re.compile(r"\bpersonae? non gratae?\b")
_OUTCAST = "as an outcast"
# "has since imposed": an adverb, which the parser takes for a preposition.
_SINCE = re.compile(r"\b([Hh]as|[Hh]ave|had|'ve) since (?=(?!the|a|an|its|his|their|last|that|then)[a-z]+\b)")
_WORD = re.compile(r"[A-Za-z]+")
# What a lost verb is parsed as, by the word that follows it.
_PLAINER = {"to": "agree", "that": "say", "why": "say", "how": "say", "whether": "say"}
_TRANSITIVE = "suspend"
_FINITE = ("VBZ", "VBD", "VBP", "MD")
_NAMES = ("NNP", "NNPS", "NNS")
NONE: Mapping[str, str] = {}


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
    text = _SINCE.sub(r"\1 already ", text)
    plain = _PERSONA.sub(_OUTCAST, _DASHES.sub(r" , \1 , ", _BRITISH.sub(r"\1z\2", text)))
    return "".join(_exchanged(plain))


def with_verb_found(doc: Doc, verbs: Collection[str]) -> str | None:
    """The text of `doc` with its lost verb exchanged for a plainer one; None where no verb was lost.

    A verb is lost where a form of `verbs`, in lower case and right after a name or a plural, was tagged as a noun or an
    adjective, and the sentence has no finite verb, or hangs on that word.
    """
    if not doc[-1].is_punct:
        return None  # a row of names and words need not be a sentence
    for token in doc[1:]:
        is_form = token.pos_ in ("NOUN", "PROPN", "ADJ") and token.text.islower() and token.text in verbs
        if is_form and token.nbor(-1).tag_ in _NAMES and _is_headless(doc, token) and token.i + 1 < len(doc):
            plainer = _inflected(_PLAINER.get(token.nbor().lower_, _TRANSITIVE), token.text)
            return f"{doc.text[: token.idx]}{plainer}{doc.text[token.idx + len(token.text) :]}"
    return None


def _is_headless(doc: Doc, token: Token) -> bool:
    return token.dep_ == "ROOT" or not any(t.tag_ in _FINITE for t in doc)


def _inflected(plainer: str, form: str) -> str:
    """`plainer` in the tense and number that `form` shows."""
    if form.endswith("ed"):
        return "said" if plainer == "say" else plainer.removesuffix("e") + "ed"
    return plainer + "s" if form.endswith("s") and not form.endswith("ss") else plainer


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


def with_own_words(doc: Doc, own: Doc, verbs: Mapping[str, str] = NONE) -> Doc:
    """`doc`, the parse of `parsed_as(text)`, with the words and offsets of `own`, the tokens of `text`.

    `verbs` gives the lemmas of verb forms that were exchanged on a second parse.

    Raises ValueError where the two differ in number, which no pair of words of the table makes them.
    """
    lemmas = [_lemma(mine.text, parsed, verbs) for mine, parsed in zip(own, doc, strict=True)]
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


def _lemma(form: str, parsed: Token, verbs: Mapping[str, str]) -> str:
    if form == parsed.text:
        return parsed.lemma_
    if form in _stand_ins():
        return _stand_ins()[form][0].lemma
    return verbs.get(form, parsed.lemma_)
