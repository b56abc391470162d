"""Documents in and events out in the annotation guide's JSON form."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.unit.reading import ids, seed_rows, version
from transforms.errors import InputError
from transforms.extract import Extractor, extract_documents
from transforms.guide_form import document_of

TEXT = "The United States imposed sanctions on Iran on Monday."


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (
            {"id": "a", "published": "2019-01-31"},
            "no text in document 'a': give each document a string 'text'",
        ),
        (
            {"id": "a", "text": 3, "published": "2019-01-31"},
            "no text in document 'a': give each document a string 'text'",
        ),
        (
            {"id": "a", "text": TEXT},
            "published '' in document 'a': give 'published' as an ISO 8601 day such as 2019-01-31",
        ),
        (
            {"text": TEXT, "published": "31/01/2019"},
            "published '31/01/2019' in document '?': give 'published' as an ISO 8601 day such as 2019-01-31",
        ),
    ],
)
def test_what_is_wrong_is_said(document: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError) as caught:
        document_of(document, {})
    assert str(caught.value) == message


def test_a_moment_is_read_as_its_day_and_the_source_gives_the_speaker() -> None:
    document = {"id": "a", "text": TEXT, "published": "2019-01-31T10:00:00Z", "source": "State"}
    read = document_of(document, {"State": "USA"})
    assert (read.published_date, read.speaker, read.n_chars, read.title) == (date(2019, 1, 31), "USA", len(TEXT), None)


def test_an_event_has_the_guides_keys_and_leaves_out_what_it_has_nothing_to_say_of() -> None:
    (found,) = extract_documents([{"id": "a", "text": TEXT, "published": "2019-01-31"}])
    assert found["doc"] == "a"
    (event,) = found["events"]
    assert {key: event[key] for key in ("type", "action", "status", "date", "start", "end", "sentence")} == {
        "type": "sanction",
        "action": "impose",
        "status": "occurred",
        "date": {"start": "2019-01-28", "end": "2019-01-28", "precision": "day"},
        "start": 0,
        "end": len(TEXT),
        "sentence": TEXT,
    }
    assert [a["id"] for a in event["actors"]] == ["USA"]
    assert [t["id"] for t in event["targets"]] == ["IRN"]
    assert not {"condition", "quantity", "venue", "in", "proposers"} & set(event)


def test_a_document_with_nothing_has_no_events() -> None:
    (found,) = extract_documents([{"id": "a", "text": "It rained.", "published": "2019-01-31"}])
    assert found == {"doc": "a", "events": []}


def test_an_organ_is_written_as_the_body_it_acts_for_once(extractor: Extractor) -> None:
    text = "The European Commission and the European Parliament condemned Iran. The UN General Assembly condemned Cuba."
    (found,) = extract_documents([{"id": "a", "text": text, "published": "2019-01-31"}])
    assert [[who["id"] for who in event["actors"]] for event in found["events"]] == [["EU"], ["UN"]]
    kept = extractor.extract(version("The UN General Assembly condemned Cuba.")).claims
    assert [ids(claim, "actor") for claim in kept] == [("UNGA",)], "the warehouse keeps them apart"


def test_organs_and_their_bodies_are_known_and_sorted(extractor: Extractor) -> None:
    rows = seed_rows("ontology/guide_ids.csv", "actor_id", "guide_id", "source")
    assert [row["actor_id"] for row in rows] == sorted({row["actor_id"] for row in rows})
    known = extractor.knowledge.gazetteer.actors
    organs = {row["actor_id"] for row in rows}
    for row in rows:
        assert {row["actor_id"], row["guide_id"]} <= set(known), row
        assert row["guide_id"] not in organs, row
        assert row["source"], row
