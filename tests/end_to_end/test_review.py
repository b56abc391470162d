"""What a person decides holds the next night, is in the change log, and is gone once taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.end_to_end.command_line import Run, demarche

TEXT = (
    "The United States imposed sanctions on Venezuela on January 28, 2019, and Canada recognised Juan Guaidó as "
    "interim president of Venezuela. The measures freeze what the state oil company owns abroad, officials in "
    "Washington said. The government in Caracas called the step hostile and said that it would answer in kind before "
    "long."
)
WHY = ("--why", "read it again", "--by", "Somebody")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("review")
    (made / "article.txt").write_text(TEXT, encoding="utf-8")
    assert demarche(made / "state", *nightly(made)).status == 0
    return made


def nightly(home: Path) -> tuple[str, ...]:
    return ("nightly", "--source", str(home / "article.txt"), "--published", "2019-01-29")


@pytest.fixture
def review(home: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setenv("DEMARCHE_CORRECTIONS", str(home / "corrections.csv"))

    def run(*arguments: str) -> Run:
        return demarche(home / "state", *arguments)

    return run


def rows(review, *arguments: str):  # type: ignore[no-untyped-def]
    ran = review(*arguments, "--json")
    assert ran.status == 0, ran.err
    return json.loads(ran.out)


def published(home: Path) -> str:
    return (home / "state" / "published" / "current").resolve().name


def test_a_decision_lives_from_the_list_to_the_change_log_and_back(home, review):
    """One walk, since each night costs seconds: list, reject and fix, the next night, take back, the night after."""
    first = published(home)
    listed = rows(review, "review")
    by_ledger = {row["ledger"]: row for row in listed}
    assert {"sanctions", "recognitions"} <= set(by_ledger)
    assert [row["rank"] for row in listed] == sorted((row["rank"] for row in listed), reverse=True)
    assert all(row["sentence"] in TEXT and row["standing"] == "machine" for row in listed)
    plain = review("review", "--night", "2019-01-29")
    assert all(row["handle"] in plain.out and row["sentence"] in plain.out for row in listed)

    sanction, recognition = by_ledger["sanctions"]["handle"], by_ledger["recognitions"]["handle"]
    said = review("review", "reject", recognition, *WHY)
    assert said.status == 0, said.err
    assert "next night" in said.out
    assert review("review", "fix", sanction, "--set", "actor=GBR", "--set", "date=2019-01", *WHY).status == 0
    assert published(home) == first, "nothing changes before the next night"
    again = review("review", "reject", recognition, *WHY)
    assert (again.status, "it is there already" in again.err) == (2, True)

    assert review(*nightly(home)).status == 0
    assert published(home) != first
    left = [row["handle"] for row in rows(review, "review")]
    assert sanction not in left and recognition not in left
    decided = {row["handle"]: row["standing"] for row in rows(review, "review", "--reviewed")}
    assert (decided[sanction], decided[recognition]) == ("confirmed", "disputed")
    (fixed,) = rows(
        review, "query", f"SELECT actor_ids, date_precision FROM v_events WHERE claim_id LIKE '{sanction}%'"
    )
    assert fixed == {"actor_ids": ["GBR"], "date_precision": "month"}
    senders = "SELECT DISTINCT sender_id FROM sanctions_as_of(DATE '2019-02-01', DATE '2019-02-01')"
    assert rows(review, "query", senders) == [{"sender_id": "GBR"}]
    assert rows(review, "query", "FROM recognition_as_of(DATE '2019-02-01', DATE '2019-02-01')") == []
    log = {(row["decision"], row["fixed"]): row for row in rows(review, "review", "log")}
    assert (log["fix", "actor"]["before"], log["fix", "actor"]["after"]) == ("USA", "GBR")
    assert {row["state"] for row in log.values()} == {"applied"}
    assert {row["decided_by"] for row in log.values()} == {"Somebody"}

    assert review("review", "undo", sanction).status == 0
    assert review("review", "undo", recognition).status == 0
    assert review(*nightly(home)).status == 0
    assert published(home) == first, "the machine's values are back, all of them"


def test_what_cannot_be_is_said_in_one_line(home, review):
    for arguments, says in (
        (("review", "accept", "ffffffff", *WHY), "no claim 'ffffffff' in the published warehouse"),
        (("review", "accept", "ff", *WHY), "give 4 characters or more"),
        (("review", "undo", "ffffffff"), "no decision on 'ffffffff'"),
        (("review", "--ask"), "no terminal in --ask"),
    ):
        ran = review(*arguments)
        assert (ran.status, ran.err.count("\n")) == (2, 1), ran.err
        assert says in ran.err
    handle = rows(review, "review")[0]["handle"]
    for given, says in (("status", "write field=value"), ("status=done", "seeds/ontology/statuses.csv")):
        ran = review("review", "fix", handle, "--set", given, *WHY)
        assert (ran.status, says in ran.err) == (2, True), ran.err
    for decision in ("merge", "split"):
        assert "twice" in review("review", decision, handle, handle, *WHY).err
    assert "no reason" in review("review", "accept", handle, "--why", " ", "--by", "Somebody").err


@pytest.mark.parametrize("command", ["accept", "reject", "fix", "merge", "split", "undo", "log", ""])
def test_every_command_has_help_with_an_example(home, review, command):
    ran = review("review", *([command] if command else []), "--help")
    assert ran.status == 0
    assert f"Example: demarche review {command}".strip() in ran.out
