"""Who says so: the narrator, a speaker quoted or reported, or nobody in particular (hedged). Not whether it is true."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.phrases import resolve
from transforms.syntax import raw_subjects


@dataclass(frozen=True, slots=True)
class Attribution:
    """`by` is the speaker in the article's words, None for the narrator; `mode` as in seeds/ontology."""

    by: str | None
    mode: str


def attribute(view: SentenceView, trigger: Token) -> Attribution:
    """The nearest saying verb above the trigger gives the speaker; quotation marks around it make it quoted."""
    mode = "reported"
    if _in_quotes(view, trigger):
        mode = "quoted"
    for verb in trigger.ancestors:
        if view.context.lexicon.is_a(verb.lemma_, "saying") and verb.pos_ == "VERB":
            subjects = raw_subjects(verb)
            named = resolve(view, subjects, personal=True)
            by = named[0].name if named else (subjects[0].text if subjects else None)
            return Attribution(by, mode)
    if any(view.context.lexicon.is_a(token.lower_, "hedge") for token in view.doc):
        return Attribution(None, "hedged")
    return Attribution(None, "narrator")


def _in_quotes(view: SentenceView, trigger: Token) -> bool:
    before = view.doc.text[: trigger.idx].count('"')
    return before % 2 == 1
