"""What acts of one article have to do with each other; two states that act on each other are not linked by that."""

from __future__ import annotations

import pytest

from tests.unit.reading import version
from transforms.extract import Extractor, extract_documents

SANCTIONS = "Norway imposed sanctions on Mali. "
EXPULSION = "Norway expelled two Malian diplomats. "
CHARGE = "Norway accused Mali of arming the rebels. "


def links(extractor: Extractor, text: str, title: str | None = None) -> list[tuple[str, str, str]]:
    """(trigger, kind, trigger of the act it leads to) of every link of a text."""
    claims = extractor.extract(version(text, title=title)).claims
    words = {claim.event.claim_id: claim.evidence[1].quote for claim in claims}
    return [(words[link.claim_id], link.kind, words[link.to_claim_id]) for claim in claims for link in claim.links]


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (SANCTIONS + "Ghana welcomed the move.", ("welcomed", "answers", "imposed")),
        (SANCTIONS + "Mali condemned the sanctions as illegal.", ("condemned", "answers", "imposed")),
        (SANCTIONS + "Mali condemned Norway's decision.", ("condemned", "answers", "imposed")),
        (SANCTIONS + "Mali protested against the decision.", ("protested", "answers", "imposed")),
        ("Norway recognised Kosovo. Serbia called the move a provocation.", ("called", "answers", "recognised")),
        (EXPULSION + "Norway apologised to Mali for the expulsions.", ("apologised", "answers", "expelled")),
        (CHARGE + "Mali denied the accusation.", ("denied", "denies", "accused")),
        (CHARGE + "Mali denied that it had armed them.", ("denied", "denies", "accused")),
        (EXPULSION + "Ghana did the same on Tuesday.", ("did", "likewise", "expelled")),
        (SANCTIONS + "Ghana summoned the Norwegian ambassador over the sanctions.", ("summoned", "follows", "imposed")),
        (SANCTIONS + "Mali retaliated by expelling two Norwegian diplomats.", ("expelling", "follows", "imposed")),
        ("Mali expelled Norwegian diplomats after Norway imposed sanctions on it.", ("expelled", "follows", "imposed")),
    ],
)  # fmt: skip
def test_words_that_point_to_an_act_link_to_it(extractor: Extractor, text: str, link: tuple[str, str, str]) -> None:
    assert links(extractor, text) == [link]


@pytest.mark.parametrize(
    "text",
    [
        SANCTIONS + "Mali condemned Norway.",
        SANCTIONS + "Mali condemned the violence in Ghana.",
        SANCTIONS + "Mali expelled two Norwegian diplomats.",
        SANCTIONS + "Mali did not condemn the sanctions.",
        SANCTIONS + "Ghana would welcome any decision by Norway.",
        SANCTIONS + "Ghana welcomed Togo's decision.",
        "Norway may impose sanctions on Mali. Ghana welcomed Norway's decision on fishing.",
        CHARGE + "It rained. It snowed. Ghana met Togo. Mali denied that it had sold oil.",
        CHARGE + "Ghana denied that it had sold oil.",
    ],
)
def test_who_answers_nothing_that_was_told_has_no_link(extractor: Extractor, text: str) -> None:
    assert links(extractor, text) == []


def test_a_link_to_a_telling_leads_to_the_claim_it_became(extractor: Extractor) -> None:
    text = SANCTIONS + "It rained. Norway imposed sanctions on Mali on Monday, and Ghana did the same."
    assert ("did", "likewise", "imposed") in links(extractor, text)
    claims = extractor.extract(version(text)).claims
    assert claims[0].evidence[0].quote == SANCTIONS.strip()
    (link,) = [link for claim in claims for link in claim.links]
    assert link.to_claim_id == claims[0].event.claim_id


def test_an_answer_told_again_keeps_its_link(extractor: Extractor) -> None:
    text = "Mali condemned Norway. " + SANCTIONS + "Mali condemned the sanctions."
    assert links(extractor, text) == [("condemned", "answers", "imposed")]


def test_links_lead_to_other_claims_of_the_version_and_are_numbered(extractor: Extractor) -> None:
    text = EXPULSION + SANCTIONS + "Mali condemned the expulsions and the sanctions. Ghana did the same."
    extraction = extractor.extract(version(text, title="Mali condemns Norway's move"))
    ids = {claim.event.claim_id for claim in extraction.claims}
    for claim in extraction.claims:
        assert [link.ordinal for link in claim.links] == list(range(1, len(claim.links) + 1))
        assert {link.claim_id for link in claim.links} <= {claim.event.claim_id}
        assert {link.to_claim_id for link in claim.links} <= ids - {claim.event.claim_id}
    assert extractor.extract(version(text, title="Mali condemns Norway's move")) == extraction


def test_the_guides_form_names_the_event_it_leads_to() -> None:
    (found,) = extract_documents(
        [{"id": "a", "text": SANCTIONS + "Ghana welcomed the move.", "published": "2019-01-31"}]
    )
    first, second = found["events"]
    assert second["links"] == [{"to": first["id"], "kind": "answers"}]
    assert "links" not in first
