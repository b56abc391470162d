"""Whether a text is English, and which language it is in otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# A text is English unless the identifier prefers another language and all but excludes English: a probability of
# English, Nigerian Pidgin (`pcm`, whose words are English) included, below this floor. Measured with py3langid 0.4: of
# the 3,887 English texts of the gold and corpus files none lies below 0.14 (short paragraphs full of foreign names are
# the lowest; the plain "best language" misjudges 13 of them), of spaCy's 484 example sentences in 66 other languages
# none lies above 0.07.
FLOOR = 0.1
_ENGLISH = ("en", "pcm")
# Below this probability of its best language the identifier tells nothing either way, which happens with texts of a few
# words and names ("Fiji recognises Kosovo."). They are kept: of the 484 foreign sentences 12 are so short, none of
# thirty characters or more.
DOUBT = 0.2
# No feature of the model in the text leaves all its languages equally likely, at less than this.
_NOTHING_TOLD = 0.02
# More than this many characters decide nothing further and only cost time.
_SAMPLE = 10_000


@dataclass(frozen=True, slots=True)
class Language:
    """`code` is ISO 639-1 where there is one (else 639-3), `und` where the text gives nothing away."""

    code: str
    english: bool


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect(text: str) -> Language:
    """The language of `text`, judged by its first 10,000 characters. Code `en` exactly where `english` holds."""
    ranked: list[tuple[str, float]] = _identifier().rank(text[:_SAMPLE])
    best, confidence = ranked[0]
    if confidence < _NOTHING_TOLD or not any(character.isalpha() for character in text[:_SAMPLE]):
        return Language("und", False)
    english = sum(share for code, share in ranked if code in _ENGLISH)
    kept = best in _ENGLISH or english >= FLOOR or confidence < DOUBT
    return Language("en", True) if kept else Language(best, False)
