"""Who says so: the narrator, a speaker quoted or reported, or nobody in particular (hedged). Apart from whether it is true."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.phrases import resolve
from transforms.syntax import raw_subjects

_SAYING = (
    "say",
    "tell",
    "state",
    "announce",
    "report",
    "tweet",
    "write",
    "add",
    "claim",
    "insist",
    "declare",
    "confirm",
    "note",
)
_HEDGES = (
    "reportedly",
    "allegedly",
    "apparently",
    "understood",
    "reported",
    "believed",
    "thought",
    "rumoured",
    "alleged",
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """`by` is the speaker in the article's words, None for the narrator; `mode` as in seeds/ontology."""

    by: str | None
    mode: str


def attribute(view: SentenceView, trigger: Token) -> Attribution:
    """The nearest saying verb above the trigger gives the speaker; quotation marks around the trigger make it quoted."""
    mode = "reported"
    if _in_quotes(view, trigger):
        mode = "quoted"
    for verb in trigger.ancestors:
        if verb.lemma_.lower() in _SAYING and verb.pos_ == "VERB":
            subjects = raw_subjects(verb)
            named = resolve(view, subjects, personal=True)
            by = named[0].name if named else (subjects[0].text if subjects else None)
            return Attribution(by, mode)
    if any(token.lower_ in _HEDGES for token in view.doc):
        return Attribution(None, "hedged")
    return Attribution(None, "narrator")


def _in_quotes(view: SentenceView, trigger: Token) -> bool:
    before = view.doc.text[: trigger.idx].count('"')
    return before % 2 == 1
