"""Confidence: features that can be said in words, weights from the table, the logistic function."""

from __future__ import annotations

import math
import shutil
from pathlib import Path

import pytest

from tests.golden.annotated import judged
from tests.golden.reliability import brier
from tests.unit.reading import ONTOLOGY, version
from transforms.claims import Found, ordered
from transforms.confidence import BASE, Weights, features_of, load_weights
from transforms.errors import SeedError
from transforms.extract import SEEDS, Extractor
from transforms.scoring.gold import OWN

GROUPS = ONTOLOGY.status_group


def features(found: Found) -> list[frozenset[str]]:
    return [features_of(draft, found.around, GROUPS) for draft in ordered(found.drafts)]


def test_the_features_of_a_plain_claim(extractor: Extractor) -> None:
    (told,) = features(extractor.find(version("On Monday, France imposed sanctions on Syria, Iran said.")))
    assert told == {
        BASE,
        "type: sanction",
        "action: impose",
        "object: sanction",
        "group: actual",
        "word: VERB",
        "clause: ccomp",
        "attribution: reported",
        "place: text",
        "drafts of the sentence: 1",
        "actors unused in the sentence: 1",
        "text: 1 sentence",
        "dated",
        "actor: name",
        "target: name",
    }


def test_what_makes_a_claim_doubtful_is_a_feature(extractor: Extractor) -> None:
    text = (
        "France met Syria. It was cold. Nobody spoke. Sanctions on several officials and Bank Melli were lifted by it."
    )
    last = features(extractor.find(version(text)))[-1]
    assert {"actor: pronoun", "target: several", "target: OPEN", "target: NAME", "text: 4 to 15 sentences"} <= last
    (alone,) = features(extractor.find(version("Sanctions were imposed on Iran.")))
    assert {"actor: none", "one side"} <= alone


def test_the_weights_of_its_features_make_the_confidence(extractor: Extractor) -> None:
    found = extractor.find(version("France imposed sanctions on Syria."))
    (draft,) = found.drafts
    weights = Weights({BASE: -1.0, "actor: name": 0.5, "dated": 9.0}, GROUPS)
    assert weights.confidence(draft, found.around) == round(1 / (1 + math.exp(0.5)), 2)
    assert Weights({}, GROUPS).confidence(draft, found.around) == 0.5
    assert Weights({BASE: 99.0}, GROUPS).confidence(draft, found.around) == 0.99


def test_a_claim_carries_its_confidence(extractor: Extractor) -> None:
    sure, unsure = (
        extractor.extract(version(text)).claims[0].event.confidence or 0
        for text in ("On Monday, France imposed sanctions on Syria.", "Sanctions have been imposed.  France met Syria.")
    )
    assert 0 < unsure < sure < 1


def test_confidence_is_true_of_our_own_documents() -> None:
    documents = list(judged([OWN]))
    stated = [event["confidence"] for d in documents for event in d.predicted]
    right = [ok for d in documents for ok in d.right]
    share = sum(right) / len(right)
    remedy = "the weights are stale: run make calibrate"
    assert abs(sum(stated) / len(stated) - share) < 0.06, remedy
    assert brier(stated, right) < 0.9 * brier([share] * len(right), right), remedy


def test_a_weight_that_is_no_number_is_named(tmp_path: Path) -> None:
    shutil.copytree(SEEDS / "lexicon", tmp_path / "lexicon")
    (tmp_path / "lexicon" / "confidence.csv").write_text("feature,weight,source\nbase,much,by hand\n")
    with pytest.raises(SeedError) as caught:
        load_weights(tmp_path, GROUPS)
    assert str(caught.value) == "weight 'much' in confidence.csv (base): write log odds, or run make calibrate"


def test_every_weight_is_of_a_feature_that_claims_can_have() -> None:
    named = set(load_weights(SEEDS, GROUPS).by_feature)
    seen = {feature for d in judged([OWN]) for told in d.features for feature in told}
    assert len(named & seen) > 0.9 * len(named)
