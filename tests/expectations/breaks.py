"""For each critical check a statement that breaks what it guards in the good night (`conftest.py`), and its words."""

from __future__ import annotations

from dataclasses import dataclass

A_CLAIM = "(SELECT min(claim_id) FROM events)"
A_TEXT = "(SELECT min(version_id) FROM versions)"
A_SANCTION = "(SELECT min(claim_id) FROM measures)"
OPEN_CLAIM = "(SELECT min(claim_id) FROM participants WHERE actor_id = 'OPEN:several European states')"


@dataclass(frozen=True)
class Break:
    """A statement that breaks one thing, the check that must see it, and a word of what it must say."""

    suite: str
    check: str
    sql: str
    says: str = ""


def in_events(column: str) -> Break:
    """An event with a word that no reference table has."""
    return Break(
        "events",
        f"{column}_is_known",
        f"UPDATE events SET {column} = 'nonsense' WHERE claim_id = {A_CLAIM}",
        f"{column} is “nonsense”",
    )


def blank(table: str, column: str) -> Break:
    """Every cell of a column blank."""
    return Break(table, f"{column}_is_written", f"UPDATE {table} SET {column} = ' '", f"{column} is “ ”")


def empty(table: str, column: str) -> Break:
    """Every cell of a column empty."""
    return Break(table, f"{column}_is_filled", f"UPDATE {table} SET {column} = NULL", f"{column} is empty")


def twice(table: str) -> Break:
    """Every row of a table twice."""
    return Break(table, "row_stands_once", f"INSERT INTO {table} SELECT * FROM {table}")


def in_list(table: str, column: str) -> Break:
    """Every cell of a column a word that is none."""
    return Break(table, f"{column}_is_in_list", f"UPDATE {table} SET {column} = 'elsewhere'", "elsewhere")


def ledger(change: str, says: str) -> Break:
    """A row of the ledger of sanctions that no longer tells what its claim does."""
    return Break("truths", "ledger_rows_follow_claims", f"UPDATE sanction_changes SET {change}", says)


def many_texts(number: int) -> str:
    """So many more texts of the night."""
    return (
        "INSERT INTO versions SELECT versions.* REPLACE (concat(version_id, i) AS version_id) "
        f"FROM versions, range({number}) AS t(i)"
    )


MANY_CLAIMS = (
    "INSERT INTO events "
    "SELECT events.* REPLACE (concat(claim_id, i) AS claim_id, NULL AS date_start, NULL AS date_end) "
    "FROM events, range(9) AS t(i)"
)
# The second claim of the first text joins the cluster of the first.
TOGETHER = (
    "UPDATE cluster_members SET cluster_id = (SELECT claim_id FROM events WHERE action = '{first}'), "
    "rule = 'same act, same days' WHERE claim_id = (SELECT claim_id FROM events WHERE action = '{second}'); "
    "UPDATE cluster_members SET rule = 'core' WHERE claim_id = (SELECT claim_id FROM events WHERE action = '{first}'); "
)
STANCES = "CREATE OR REPLACE VIEW v_recognition_stances AS SELECT claim_id, claim_id AS since_claim_id FROM events "

BREAKS = (
    Break(
        "night",
        "night_has_articles",
        "DELETE FROM versions; DELETE FROM appearances; DELETE FROM set_aside; DELETE FROM ops_steps",
    ),
    Break(
        "night",
        "inputs_could_be_read",
        "INSERT INTO set_aside SELECT DATE '2019-01-31', 'wire', 'x' || i, 'ingest', 'no_text', 'x', NULL "
        "FROM range(60) AS t(i)",
    ),
    Break("fill", "half_the_claims_name_a_party", "DELETE FROM participants WHERE role IN ('actor', 'target')"),
    blank("appearances", "locator"),
    blank("mentions", "surface"),
    blank("mentions", "method"),
    Break(
        "actors",
        "actor_id_has_a_known_form",
        "UPDATE actors SET actor_id = 'United States' WHERE actor_id = 'USA'; "
        "UPDATE participants SET actor_id = 'United States' WHERE actor_id = 'USA'",
        "United States",
    ),
    blank("actors", "name"),
    *map(in_events, ("type", "action", "status", "scope", "date_precision", "attribution_mode", "office", "mode")),
    blank("events", "status_rule"),
    blank("events", "date_rule"),
    Break("participants", "role_is_known", "UPDATE participants SET role = 'bystander'", "bystander"),
    blank("participants", "name"),
    Break("measures", "measure_is_known", "UPDATE measures SET measure = 'frown'", "frown"),
    Break("quantities", "value_is_a_count", "UPDATE quantities SET value = -1", "-1"),
    Break("quantities", "comparator_is_known", "UPDATE quantities SET comparator = 'ca'", "ca"),
    blank("conditions", "text"),
    Break("links", "kind_is_known", "UPDATE links SET kind = 'frowns'", "frowns"),
    Break("readings", "field_is_known", "UPDATE readings SET field = 'mood'", "mood"),
    Break("readings", "rule_is_known", "UPDATE readings SET rule = 'a hunch'", "a hunch"),
    blank("cluster_members", "rule"),
    Break(
        "truths",
        "quotes_match_text",
        "UPDATE evidence SET start_char = start_char + 1, end_char = end_char + 1 WHERE kind = 'trigger'",
        "the quote begins",
    ),
    Break(
        "truths",
        "quotes_match_text",
        "UPDATE versions SET text = replace(text, '\U0001f6e2', '--')",
        "the quote begins",
    ),
    Break("truths", "evidence_of_own_text", f"UPDATE evidence SET version_id = {A_TEXT}", "its evidence of text"),
    Break("truths", "surfaces_match_text", "UPDATE mentions SET surface = 'Atlantis'", "Atlantis"),
    Break("truths", "conditions_match_text", "UPDATE conditions SET text = 'if it rains'", "if it rains"),
    Break("truths", "sentences_within_text", "UPDATE sentences SET end_char = 9999", "to 9999 of"),
    Break("truths", "texts_in_english", f"UPDATE versions SET language = 'fr' WHERE version_id = {A_TEXT}", "is fr"),
    Break(
        "truths",
        "one_sentence_a_claim",
        f"DELETE FROM evidence WHERE kind = 'sentence' AND claim_id = {A_CLAIM}",
        "has 0 sentences",
    ),
    Break(
        "truths",
        "one_sentence_a_claim",
        f"INSERT INTO evidence SELECT * FROM evidence WHERE kind = 'sentence' AND claim_id = {A_CLAIM}",
        "has 2 sentences",
    ),
    Break(
        "truths",
        "trigger_within_sentence",
        f"DELETE FROM evidence WHERE kind = 'trigger' AND claim_id = {A_CLAIM}",
        "has no trigger",
    ),
    Break(
        "truths",
        "trigger_within_sentence",
        f"UPDATE evidence SET end_char = 99999 WHERE kind = 'trigger' AND claim_id = {A_CLAIM}",
        "is outside its sentence",
    ),
    Break(
        "truths",
        "no_absurd_dates",
        "UPDATE events SET date_start = DATE '1819-01-28', date_end = NULL WHERE date_precision = 'day'",
        "dated 1819-01-28",
    ),
    Break(
        "truths",
        "no_absurd_dates",
        "UPDATE events SET date_start = DATE '2219-01-28', date_end = NULL WHERE date_precision = 'day'",
        "dated 2219-01-28",
    ),
    Break("truths", "dates_in_order", "UPDATE events SET date_end = date_start - 1", "ends 20"),
    Break("truths", "a_day_has_a_start", "UPDATE events SET date_start = NULL", "date_start is empty"),
    Break("truths", "participants_are_actors", "DELETE FROM actors WHERE actor_id = 'RUS'", "RUS is not in actors"),
    Break("truths", "mentions_are_actors", "DELETE FROM actors WHERE actor_id = 'RUS'", "RUS is not in actors"),
    Break(
        "truths",
        "open_groups_stay_closed",
        f"INSERT INTO participants VALUES ({OPEN_CLAIM}, 'actor', 7, 'USA', 'several European states')",
        "with its very words",
    ),
    Break(
        "truths",
        "open_groups_stay_closed",
        f"INSERT INTO participants VALUES ({OPEN_CLAIM}, 'actor', 7, 'FRA', 'France')",
        "the text does not name it",
    ),
    *(
        Break("truths", "parts_have_claims", f"UPDATE {table} SET claim_id = 'gone'", f"rows of {table}")
        for table in (
            "participants",
            "measures",
            "quantities",
            "conditions",
            "links",
            "readings",
            "evidence",
            "cluster_members",
        )
    ),
    Break("truths", "links_stay_in_text", "UPDATE links SET to_claim_id = 'gone'", "which is no claim"),
    Break("truths", "links_stay_in_text", "UPDATE links SET to_claim_id = claim_id", "the claim itself"),
    Break("truths", "links_stay_in_text", f"UPDATE links SET to_claim_id = {OPEN_CLAIM}", "of another text"),
    *(
        Break("truths", "readings_agree_with_claims", f"UPDATE readings SET {change}", says)
        for change, says in (
            ("is_preferred = true", "is one of several that are preferred"),
            ("is_preferred = NOT is_preferred", "is preferred, but the claim does not take it"),
            ("is_preferred = false", "is not preferred, but the claim takes it"),
            ("value = 'ATLANTIS'", "is not of its vocabulary"),
            ("field = 'action', is_preferred = false", "is not of its vocabulary"),
            ("field = 'date', is_preferred = false", "is not of its vocabulary"),
            ("field = 'target' WHERE ordinal = 2", "is one of 1 readings"),
            ("quote = 'The weather'", "stands on words that the text does not hold"),
        )
    ),
    *(
        Break("truths", "parts_have_texts", f"UPDATE {table} SET version_id = 'gone'", f"rows of {table}")
        for table in ("sentences", "mentions", "events", "appearances")
    ),
    Break("truths", "texts_have_articles", "DELETE FROM articles", "is missing"),
    Break("truths", "texts_have_articles", "DELETE FROM sources", "source folder is missing"),
    Break("truths", "one_cluster_a_claim", "DELETE FROM cluster_members", "stands in 0 clusters"),
    Break(
        "truths",
        "one_cluster_a_claim",
        "INSERT INTO cluster_members SELECT 'second', claim_id, 'x', 1, '{}', true "
        f"FROM events WHERE claim_id = {A_CLAIM}",
        "stands in 2 clusters",
    ),
    Break("truths", "clusters_are_whole", "DELETE FROM clusters", "the cluster is missing"),
    Break(
        "truths",
        "clusters_are_whole",
        "INSERT INTO clusters VALUES ('lone', 'x', 'y', NULL)",
        "no claim and no redirect",
    ),
    Break(
        "truths",
        "clusters_are_whole",
        "INSERT INTO clusters VALUES ('old', 'x', 'y', 'nowhere')",
        "redirects to nowhere",
    ),
    Break(
        "truths",
        "no_claim_twice",
        f"""
        INSERT INTO events SELECT * REPLACE ('zz' AS claim_id, 9 AS ordinal) FROM events WHERE claim_id = {A_CLAIM};
        INSERT INTO evidence SELECT * REPLACE ('zz' AS claim_id) FROM evidence WHERE claim_id = {A_CLAIM};
        INSERT INTO participants SELECT * REPLACE ('zz' AS claim_id) FROM participants WHERE claim_id = {A_CLAIM};
        """,
        "repeats ",
    ),
    Break(
        "truths",
        "action_of_its_type",
        f"UPDATE events SET action = 'recognise' WHERE claim_id = {A_SANCTION}",
        "is none of type sanction",
    ),
    Break(
        "truths",
        "measures_of_sanctions",
        f"UPDATE measures SET claim_id = {OPEN_CLAIM}",
        "a recognition with ",
    ),
    Break(
        "truths",
        "rejected_claims_make_no_state",
        "CREATE OR REPLACE MACRO recognition_as_of(day, known) AS TABLE "
        "SELECT claim_id, claim_id AS since_claim_id FROM events; "
        f"INSERT INTO reviews VALUES ({A_CLAIM}, 'disputed', DATE '2019-01-31', 'c')",
        "a state of the recognitions stands on a claim rejected on 2019-01-31",
    ),
    Break(
        "cluster_members",
        "score_reaches_the_threshold",
        f"UPDATE cluster_members SET score = 0.5 WHERE claim_id = {A_CLAIM}",
        "score is “0.5”",
    ),
    *(
        twice(table)
        for table in (
            "events",
            "versions",
            "evidence",
            "sentences",
            "mentions",
            "participants",
            "measures",
            "quantities",
            "conditions",
            "appearances",
            "actors",
            "cluster_members",
        )
    ),
    *(
        empty("events", column)
        for column in (
            "type",
            "action",
            "status",
            "date_precision",
            "attribution_mode",
            "confidence",
            "extractor_version",
        )
    ),
    Break("events", "confidence_is_a_probability", "UPDATE events SET confidence = 1.5", "confidence is “1.5”"),
    blank("events", "extractor_version"),
    *(empty("versions", column) for column in ("published_date", "known_on", "raw_sha256")),
    Break("versions", "raw_bytes_are_named", "UPDATE versions SET raw_sha256 = 'ff'", "raw_sha256 is “ff”"),
    *(in_list(table, "field") for table in ("evidence", "sentences", "mentions")),
    in_list("evidence", "kind"),
    empty("participants", "actor_id"),
    empty("actors", "kind"),
    *(empty("cluster_members", column) for column in ("rule", "score", "is_new_information")),
    Break("fill", "dates_were_read", MANY_CLAIMS),
    Break("fill", "claims_have_evidence", f"DELETE FROM evidence WHERE claim_id = {A_CLAIM}"),
    Break("fill", "texts_name_somebody", many_texts(10) + "; DELETE FROM mentions"),
    Break("fill", "texts_tell_of_acts", many_texts(40) + "; DELETE FROM events"),
    Break(
        "truths", "texts_have_their_own_key", "UPDATE versions SET text = left(text, 50), n_chars = 50", "its 50 char"
    ),
    Break("truths", "texts_have_their_own_key", "UPDATE versions SET n_chars = 7", "characters, not 7"),
    Break("truths", "texts_have_their_own_key", "UPDATE versions SET text = NULL", "has no text"),
    Break("truths", "claims_have_their_own_key", "UPDATE events SET ordinal = ordinal + 1", "has another key"),
    Break(
        "truths", "articles_have_their_own_key", "UPDATE articles SET canonical_url = 'https://x.example/'", "x.example"
    ),
    Break(
        "truths", "texts_were_seen_somewhere", f"DELETE FROM appearances WHERE version_id = {A_TEXT}", "seen nowhere"
    ),
    Break(
        "truths",
        "texts_were_seen_somewhere",
        "UPDATE appearances SET known_on = '2019-01-01'",
        "first seen on 2019-01-01",
    ),
    Break(
        "truths", "texts_were_seen_somewhere", "UPDATE appearances SET article_id = 'gone'", "article gone is missing"
    ),
    Break(
        "truths",
        "texts_are_not_of_the_future",
        "UPDATE versions SET published_date = '2019-02-09'",
        "published 2019-02-09",
    ),
    Break(
        "truths",
        "texts_are_not_of_the_future",
        "UPDATE versions SET published_date = '0019-01-31'",
        "published 0019-01-31",
    ),
    Break("truths", "texts_have_sentences", "DELETE FROM sentences", "it has no sentence"),
    Break("truths", "texts_have_sentences", "DELETE FROM sentences WHERE sentence_no = 1", "are numbered 0 to 3"),
    Break(
        "truths",
        "sentences_follow_one_another",
        "UPDATE sentences SET start_char = start_char - 9 WHERE sentence_no = 1",
        "the one before it ends",
    ),
    Break("truths", "sentences_follow_one_another", "UPDATE sentences SET start_char = start_char + 1", "cut a word"),
    Break(
        "truths",
        "participants_stand_in_order",
        "DELETE FROM participants "
        "WHERE ordinal = 0 AND claim_id IN (SELECT claim_id FROM participants WHERE ordinal = 1); "
        "UPDATE participants SET ordinal = 2 WHERE ordinal = 1",
        "are numbered 2 to 2",
    ),
    Break("truths", "participants_stand_in_order", "UPDATE participants SET actor_id = 'USA'", "1 of them different"),
    Break("truths", "dates_fit_their_precision", "UPDATE events SET date_precision = 'after'", "precision is after"),
    Break("truths", "dates_fit_their_precision", "UPDATE events SET date_end = NULL", "to no day"),
    Break("truths", "no_absurd_dates", "UPDATE conditions SET deadline = '2219-01-01'", "its deadline is 2219-01-01"),
    Break("truths", "words_stand_in_text", "UPDATE events SET venue = 'Atlantis'", "“Atlantis” does not stand"),
    Break("truths", "attribution_names_its_speaker", "UPDATE events SET attribution_mode = 'quoted'", "said by nobody"),
    Break(
        "truths",
        "notices_match_text",
        f"INSERT INTO clock_notices VALUES ({A_TEXT}, 1, 'met', NULL, NULL, NULL, 'unknown', 'text', 0, 5, 'Never')",
        "the notice begins “Never”",
    ),
    Break(
        "truths",
        "notices_match_text",
        f"INSERT INTO clock_notice_actors VALUES ({A_TEXT}, 1, 'named', 'USA')",
        "notice is missing",
    ),
    Break(
        "truths",
        "identities_are_of_their_text",
        f"INSERT INTO identities VALUES ({A_TEXT}, 'NAME:Nobody', 'NAME:Nobody Else', 1, 'x')",
        "its text does not name it",
    ),
    Break(
        "truths",
        "copies_lead_to_originals",
        f"INSERT INTO copies VALUES ({A_TEXT}, 'gone', 1, 'near copy')",
        "not there",
    ),
    Break(
        "truths",
        "copies_lead_to_originals",
        f"INSERT INTO copies VALUES ({A_TEXT}, {A_TEXT}, 1, 'near copy')",
        "a copy itself",
    ),
    Break(
        "truths",
        "reviews_have_decisions",
        f"INSERT INTO reviews VALUES ({A_CLAIM}, 'confirmed', '2019-01-31', 'c')",
        "c is missing",
    ),
    Break("truths", "nothing_waits", f"INSERT INTO ops_pending VALUES ({A_TEXT})", "not brought up to it"),
    Break(
        "truths",
        "codes_are_in_the_crosswalk",
        "DELETE FROM ref_crosswalk WHERE action = 'impose'",
        "no row of the crosswalk",
    ),
    Break("truths", "codes_are_in_the_crosswalk", "UPDATE ref_crosswalk SET cameo = 'x'", "and x"),
    Break("truths", "closed_rows_say_by_whom", "UPDATE sanction_changes SET closed_on = '2019-01-31'", "by nobody"),
    Break(
        "truths",
        "closed_rows_say_by_whom",
        "UPDATE sanction_changes SET closed_on = '2019-01-30', closed_by = 'extractor 1'",
        "closed on 2019-01-30",
    ),
    Break(
        "truths",
        "closed_rows_say_by_whom",
        "UPDATE sanction_changes SET closed_on = '2019-01-31', closed_by = 'correction 7'",
        "by correction 7",
    ),
    *(
        Break(
            "truths",
            "ledger_rows_follow_claims",
            f"UPDATE events SET status = '{status}'",
            f"told as {status} makes no state",
        )
        for status in ("denied", "hypothetical", "ambiguous", "called_for")
    ),
    ledger("state = 'lifted'", "makes no state lifted"),
    ledger("claim_id = 'gone'", "its claim is missing"),
    ledger("ordinal = 77", "another number"),
    ledger("published_date = '2019-01-30'", "told on 2019-01-30"),
    ledger("known_on = '2019-01-30'", "known on 2019-01-30"),
    ledger("valid_earliest = '2019-01-02'", "begins on 2019-01-02"),
    ledger("valid_latest = '2019-01-02'", "begun by 2019-01-02"),
    ledger("scope = 'domestic'", "its scope is another"),
    ledger("start_char = 0", "its sentence is another"),
    ledger("measures = []", "those of the claim asset_freeze trade_ban"),
    Break("truths", "ledger_sides_take_part", "UPDATE sanction_changes SET target_id = 'FRA'", "FRA is acted on"),
    Break(
        "truths",
        "ledger_sides_take_part",
        "INSERT INTO sanction_changes SELECT * REPLACE ('again' AS change_id) FROM sanction_changes",
        "of one claim and the same sides",
    ),
    Break("truths", "claims_reach_ledgers", "DELETE FROM sanction_changes", "stands not among the sanctions"),
    Break(
        "truths", "claims_reach_ledgers", "DELETE FROM recognition_changes WHERE recogniser_id = 'TUR'", "its actor TUR"
    ),
    Break(
        "truths",
        "clusters_are_named_for_their_first",
        "UPDATE clusters SET action = 'lift' WHERE action = 'impose'",
        "the claim it is named for sanction impose",
    ),
    Break(
        "truths",
        "clusters_are_named_for_their_first",
        "UPDATE cluster_members SET is_new_information = false",
        "nothing new",
    ),
    Break(
        "truths",
        "clusters_are_named_for_their_first",
        f"INSERT INTO clusters SELECT * REPLACE ('zz' AS cluster_id) FROM clusters WHERE cluster_id = {A_CLAIM}; "
        f"UPDATE cluster_members SET cluster_id = 'zz' WHERE claim_id = {A_CLAIM}",
        "its member known first is",
    ),
    Break("truths", "one_beginning_a_cluster", "UPDATE cluster_members SET rule = 'core'", "by the rules core"),
    Break("truths", "members_do_not_contradict", TOGETHER.format(first="convene", second="condemn"), "it tells of"),
    Break(
        "truths",
        "members_do_not_contradict",
        TOGETHER.format(first="expel_diplomat", second="sign_agreement")
        + "UPDATE events SET action = 'expel_diplomat' WHERE action = 'sign_agreement'",
        "it is of 2019-01-30",
    ),
    Break(
        "truths",
        "members_do_not_contradict",
        TOGETHER.format(first="expel_diplomat", second="sign_agreement")
        + "UPDATE events SET action = 'expel_diplomat', date_start = '2019-01-29', date_end = '2019-01-29' "
        "WHERE action = 'sign_agreement'",
        "another acts",
    ),
    Break(
        "truths",
        "numbers_reach_sentences",
        f"DELETE FROM evidence WHERE claim_id = {A_CLAIM} AND kind = 'sentence'",
        "0 sentences reached",
    ),
    Break(
        "truths",
        "no_text_is_lost",
        f"DELETE FROM versions WHERE version_id = {A_TEXT}",
        "2 rows of versions, the load left 3",
    ),
    Break(
        "truths",
        "no_text_is_lost",
        "INSERT INTO ops_runs "
        "SELECT * REPLACE ('run-0' AS run_id, DATE '2019-01-30' AS night, 'published' AS status) FROM ops_runs; "
        "INSERT INTO ops_steps VALUES ('run-0', 'holds versions', 0, 5, NULL, NULL, 'done')",
        "was published with 5",
    ),
    Break("truths", "stances_come_from_acts", STANCES + "WHERE status = 'threatened'", "is in group contingent"),
    Break(
        "truths",
        "extracted_twice_agrees",
        "UPDATE ops_twice SET agrees = false, detail = 'events.status: one, then another'",
        "events.status: one, then another",
    ),
)
