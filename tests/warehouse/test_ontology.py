"""The vocabulary is the annotation guide's, whole, sorted and sourced, and every word leads somewhere."""

from __future__ import annotations

import csv

import pytest

from warehouse.reference import SEEDS

ONTOLOGY = SEEDS / "ontology"
KEYS = {"actions.csv": 2, "crosswalk.csv": 5, "ledger_rules.csv": 6, "ledger_states.csv": 2}
# The groups of the gold scorer.
GROUPS = {
    "actual": {"occurred", "in_force", "ongoing", "announced"},
    "future": {"planned"},
    "contingent": {"proposed", "called_for", "threatened", "offered", "hypothetical", "ambiguous"},
    "negated": {"denied", "rejected"},
}
# The lists of the guide's checker; kinds of link and words of readings are our own, which the code names
# (transforms/links.py, alternatives.py, timing.py).
ACTIONS = {
    "sanction": "impose extend tighten ease suspend lift maintain",
    "recognition": "recognise back refuse withdraw neutral claim",
    "diplomatic_action": "establish_relations restore_relations downgrade_relations sever_relations expel_diplomat "
    "recall_envoy summon_envoy appoint_envoy open_mission close_mission meet convene mediate sign_agreement "
    "withdraw_agreement join_organisation leave_organisation suspend_member vote veto ultimatum demand condemn "
    "support_statement offer reject deny threaten apologise protest",
}
WORDS = {
    "measures.csv": "asset_freeze travel_ban arms_embargo trade_ban export_control financial_restriction sectoral "
    "aid_suspension transport_ban blacklisting unspecified",
    "precisions.csv": "day week month year range before after unknown",
    "roles.csv": "actor target proposer about",
    "scopes.csv": "international domestic",
    "offices.csv": "state government office_holder legislature election_result territory capital border",
    "meet_modes.csv": "in_person call visit summit",
    "attribution_modes.csv": "narrator quoted reported hedged",
    "comparators.csv": "eq gt lt about",
    "link_kinds.csv": "answers denies follows likewise",
    "reading_fields.csv": "action actor date target",
    "reading_rules.csv": "named_first open_name present_tense two_frames which_week who_is_told",
}
FILES = sorted(path.name for path in ONTOLOGY.glob("*.csv"))


def rows(name):
    with (ONTOLOGY / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def words(name):
    return {next(iter(row.values())) for row in rows(name)}


@pytest.mark.parametrize("name", FILES)
def test_rows_are_sorted_unlike_and_sourced(name):
    keys = [tuple(row.values())[: KEYS.get(name, 1)] for row in rows(name)]
    assert keys == sorted(set(keys))
    assert all(row["source"] and row.get("definition", "-") for row in rows(name))


@pytest.mark.parametrize("name", WORDS)
def test_words_are_the_guides_or_our_own(name):
    assert words(name) == set(WORDS[name].split())


def test_actions_are_the_guides():
    assert {(row["type"], row["action"]) for row in rows("actions.csv")} == {
        (kind, action) for kind, actions in ACTIONS.items() for action in actions.split()
    }
    assert words("types.csv") == set(ACTIONS)
    assert {row["action"] for row in rows("actions.csv") if row["symmetric"] == "1"} == {
        "meet", "convene", "mediate", "sign_agreement",
    }  # fmt: skip


def test_statuses_are_grouped_as_the_scorer_groups_them():
    found = {row["status"]: row["group"] for row in rows("statuses.csv")}
    assert found == {status: group for group, statuses in GROUPS.items() for status in statuses}


def test_every_sanction_has_a_change():
    for row in rows("actions.csv"):
        assert bool(row["change"]) == (row["type"] == "sanction"), row


def test_ledger_rules_lead_from_words_to_states_and_each_state_is_told_by_one():
    actions = {(row["type"], row["action"]) for row in rows("actions.csv")}
    groups = {row["status"]: row["group"] for row in rows("statuses.csv")}
    states = {(row["ledger"], row["state"]) for row in rows("ledger_states.csv")}
    for row in rows("ledger_rules.csv"):
        assert (row["type"], row["action"]) in actions, row
        assert not row["status"] or groups[row["status"]] == row["status_group"], row
        assert (row["ledger"], row["state"]) in states, row
    told = {(row["ledger"], row["state"]) for row in rows("ledger_rules.csv")}
    # What became of an ultimatum is told by notices, not by claims.
    assert states - told == {("ultimatums", state) for state in ("extended", "lapsed", "met")}


def test_a_state_that_holds_is_told_only_by_what_is_actual():
    holds = {(row["ledger"], row["state"]) for row in rows("ledger_states.csv") if row["holds"]}
    for row in rows("ledger_rules.csv"):
        assert (row["ledger"], row["state"]) not in holds or row["status_group"] == "actual", row


def test_states_name_states_of_their_ledger():
    states = {(row["ledger"], row["state"]) for row in rows("ledger_states.csv")}
    for row in rows("ledger_states.csv"):
        named = [*filter(None, row["ended_by"].split("|")), *filter(None, [row["included_in"]])]
        assert all((row["ledger"], name) in states for name in named), row


def test_the_crosswalk_has_a_row_for_every_action_when_actual_and_uses_known_words():
    actions = {(row["type"], row["action"]) for row in rows("actions.csv")}
    crosswalk = rows("crosswalk.csv")
    assert {(row["type"], row["action"]) for row in crosswalk if row["status_group"] == "actual"} == actions
    groups = {row["status"]: row["group"] for row in rows("statuses.csv")}
    for row in crosswalk:
        assert row["status_group"] in groups.values(), row
        assert not row["status"] or groups[row["status"]] == row["status_group"], row
        assert row["mode"] in {"", *words("meet_modes.csv"), *words("scopes.csv")}, row


@pytest.mark.parametrize(
    ("action", "status_group", "status", "cameo"),
    [
        ("recognise", "actual", "", "054"),
        ("lift", "actual", "", "085"),
        ("impose", "contingent", "threatened", "1312"),
        ("lift", "negated", "rejected", "1244"),
        ("claim", "actual", "", ""),
    ],
)
def test_codes_known_as_traps(action, status_group, status, cameo):
    found = {
        row["cameo"]
        for row in rows("crosswalk.csv")
        if (row["action"], row["status_group"], row["status"], row["mode"]) == (action, status_group, status, "")
    }
    assert found == {cameo}


def test_what_is_pinned_where_plover_differs_from_itself_is_said():
    (row,) = [
        r for r in rows("crosswalk.csv") if (r["action"], r["mode"], r["status_group"]) == ("impose", "", "actual")
    ]
    assert (row["plover"], row["plover_mode"]) == ("SANCTION", "discontinue")
    assert "pinned" in row["source"]
    assert "COERCE/restrict" in row["source"]


def test_every_reason_has_a_remedy():
    assert all(row["remedy"] for row in rows("set_aside_reasons.csv"))
    assert {"empty", "unreadable", "not_english", "not_a_feed", "no_text", "duplicate", "no_date", "bad_date"} <= words(
        "set_aside_reasons.csv"
    )
    assert {"too_large", "unreachable", "bad_row"} <= words("set_aside_reasons.csv")
