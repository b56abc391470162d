"""For each critical truth of the whole warehouse a break of the good night."""

from __future__ import annotations

from tests.expectations.breaking import A_CLAIM, A_SANCTION, A_TEXT, OPEN_CLAIM, STANCES, TOGETHER, ledger, truth

OF_TRUTHS = (
    truth(
        "quotes_match_text",
        "UPDATE evidence SET start_char = start_char + 1, end_char = end_char + 1 WHERE kind = 'trigger'",
        "the quote begins",
    ),
    truth(
        "quotes_match_text",
        "UPDATE versions SET text = replace(text, '\U0001f6e2', '--')",
        "the quote begins",
    ),
    truth("evidence_of_own_text", f"UPDATE evidence SET version_id = {A_TEXT}", "its evidence of text"),
    truth("surfaces_match_text", "UPDATE mentions SET surface = 'Atlantis'", "Atlantis"),
    truth("conditions_match_text", "UPDATE conditions SET text = 'if it rains'", "if it rains"),
    truth("sentences_within_text", "UPDATE sentences SET end_char = 9999", "to 9999 of"),
    truth("texts_in_english", f"UPDATE versions SET language = 'fr' WHERE version_id = {A_TEXT}", "is fr"),
    truth(
        "one_sentence_a_claim",
        f"DELETE FROM evidence WHERE kind = 'sentence' AND claim_id = {A_CLAIM}",
        "has 0 sentences",
    ),
    truth(
        "one_sentence_a_claim",
        f"INSERT INTO evidence SELECT * FROM evidence WHERE kind = 'sentence' AND claim_id = {A_CLAIM}",
        "has 2 sentences",
    ),
    truth(
        "trigger_within_sentence",
        f"DELETE FROM evidence WHERE kind = 'trigger' AND claim_id = {A_CLAIM}",
        "has no trigger",
    ),
    truth(
        "trigger_within_sentence",
        f"UPDATE evidence SET end_char = 99999 WHERE kind = 'trigger' AND claim_id = {A_CLAIM}",
        "is outside its sentence",
    ),
    truth(
        "no_absurd_dates",
        "UPDATE events SET date_start = DATE '1819-01-28', date_end = NULL WHERE date_precision = 'day'",
        "dated 1819-01-28",
    ),
    truth(
        "no_absurd_dates",
        "UPDATE events SET date_start = DATE '2219-01-28', date_end = NULL WHERE date_precision = 'day'",
        "dated 2219-01-28",
    ),
    truth("dates_in_order", "UPDATE events SET date_end = date_start - 1", "ends 20"),
    truth("a_day_has_a_start", "UPDATE events SET date_start = NULL", "date_start is empty"),
    truth("participants_are_actors", "DELETE FROM actors WHERE actor_id = 'RUS'", "RUS is not in actors"),
    truth("mentions_are_actors", "DELETE FROM actors WHERE actor_id = 'RUS'", "RUS is not in actors"),
    truth(
        "open_groups_stay_closed",
        f"INSERT INTO participants VALUES ({OPEN_CLAIM}, 'actor', 7, 'USA', 'several European states')",
        "with its very words",
    ),
    truth(
        "open_groups_stay_closed",
        f"INSERT INTO participants VALUES ({OPEN_CLAIM}, 'actor', 7, 'FRA', 'France')",
        "the text does not name it",
    ),
    *(
        truth("parts_have_claims", f"UPDATE {table} SET claim_id = 'gone'", f"rows of {table}")
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
    truth("links_stay_in_text", "UPDATE links SET to_claim_id = 'gone'", "which is no claim"),
    truth("links_stay_in_text", "UPDATE links SET to_claim_id = claim_id", "the claim itself"),
    truth("links_stay_in_text", f"UPDATE links SET to_claim_id = {OPEN_CLAIM}", "of another text"),
    *(
        truth("readings_agree_with_claims", f"UPDATE readings SET {change}", says)
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
        truth("parts_have_texts", f"UPDATE {table} SET version_id = 'gone'", f"rows of {table}")
        for table in ("sentences", "mentions", "events", "appearances")
    ),
    truth("texts_have_articles", "DELETE FROM articles", "is missing"),
    truth("texts_have_articles", "DELETE FROM sources", "source folder is missing"),
    truth("one_cluster_a_claim", "DELETE FROM cluster_members", "stands in 0 clusters"),
    truth(
        "one_cluster_a_claim",
        "INSERT INTO cluster_members SELECT 'second', claim_id, 'x', 1, '{}', true "
        f"FROM events WHERE claim_id = {A_CLAIM}",
        "stands in 2 clusters",
    ),
    truth("clusters_are_whole", "DELETE FROM clusters", "the cluster is missing"),
    truth(
        "clusters_are_whole",
        "INSERT INTO clusters VALUES ('lone', 'x', 'y', NULL)",
        "no claim and no redirect",
    ),
    truth(
        "clusters_are_whole",
        "INSERT INTO clusters VALUES ('old', 'x', 'y', 'nowhere')",
        "redirects to nowhere",
    ),
    truth(
        "no_claim_twice",
        f"""
        INSERT INTO events SELECT * REPLACE ('zz' AS claim_id, 9 AS ordinal) FROM events WHERE claim_id = {A_CLAIM};
        INSERT INTO evidence SELECT * REPLACE ('zz' AS claim_id) FROM evidence WHERE claim_id = {A_CLAIM};
        INSERT INTO participants SELECT * REPLACE ('zz' AS claim_id) FROM participants WHERE claim_id = {A_CLAIM};
        """,
        "repeats ",
    ),
    truth(
        "action_of_its_type",
        f"UPDATE events SET action = 'recognise' WHERE claim_id = {A_SANCTION}",
        "is none of type sanction",
    ),
    truth(
        "measures_of_sanctions",
        f"UPDATE measures SET claim_id = {OPEN_CLAIM}",
        "a recognition with ",
    ),
    truth(
        "rejected_claims_make_no_state",
        "CREATE OR REPLACE MACRO recognition_as_of(day, known) AS TABLE "
        "SELECT claim_id, claim_id AS since_claim_id FROM events; "
        f"INSERT INTO reviews VALUES ({A_CLAIM}, 'disputed', DATE '2019-01-31', 'c')",
        "a state of the recognitions stands on a claim rejected on 2019-01-31",
    ),
    truth("texts_have_their_own_key", "UPDATE versions SET text = left(text, 50), n_chars = 50", "its 50 char"),
    truth("texts_have_their_own_key", "UPDATE versions SET n_chars = 7", "characters, not 7"),
    truth("texts_have_their_own_key", "UPDATE versions SET text = NULL", "has no text"),
    truth("claims_have_their_own_key", "UPDATE events SET ordinal = ordinal + 1", "has another key"),
    truth("articles_have_their_own_key", "UPDATE articles SET canonical_url = 'https://x.example/'", "x.example"),
    truth("texts_were_seen_somewhere", f"DELETE FROM appearances WHERE version_id = {A_TEXT}", "seen nowhere"),
    truth(
        "texts_were_seen_somewhere",
        "UPDATE appearances SET known_on = '2019-01-01'",
        "first seen on 2019-01-01",
    ),
    truth("texts_were_seen_somewhere", "UPDATE appearances SET article_id = 'gone'", "article gone is missing"),
    truth(
        "texts_are_not_of_the_future",
        "UPDATE versions SET published_date = '2019-02-09'",
        "published 2019-02-09",
    ),
    truth(
        "texts_are_not_of_the_future",
        "UPDATE versions SET published_date = '0019-01-31'",
        "published 0019-01-31",
    ),
    truth("texts_have_sentences", "DELETE FROM sentences", "it has no sentence"),
    truth("texts_have_sentences", "DELETE FROM sentences WHERE sentence_no = 1", "are numbered 0 to 3"),
    truth(
        "sentences_follow_one_another",
        "UPDATE sentences SET start_char = start_char - 9 WHERE sentence_no = 1",
        "the one before it ends",
    ),
    truth("sentences_follow_one_another", "UPDATE sentences SET start_char = start_char + 1", "cut a word"),
    truth(
        "participants_stand_in_order",
        "DELETE FROM participants "
        "WHERE ordinal = 0 AND claim_id IN (SELECT claim_id FROM participants WHERE ordinal = 1); "
        "UPDATE participants SET ordinal = 2 WHERE ordinal = 1",
        "are numbered 2 to 2",
    ),
    truth("participants_stand_in_order", "UPDATE participants SET actor_id = 'USA'", "1 of them different"),
    truth("dates_fit_their_precision", "UPDATE events SET date_precision = 'after'", "precision is after"),
    truth("dates_fit_their_precision", "UPDATE events SET date_end = NULL", "to no day"),
    truth("no_absurd_dates", "UPDATE conditions SET deadline = '2219-01-01'", "its deadline is 2219-01-01"),
    truth("words_stand_in_text", "UPDATE events SET venue = 'Atlantis'", "“Atlantis” does not stand"),
    truth("attribution_names_its_speaker", "UPDATE events SET attribution_mode = 'quoted'", "said by nobody"),
    truth(
        "notices_match_text",
        f"INSERT INTO clock_notices VALUES ({A_TEXT}, 1, 'met', NULL, NULL, NULL, 'unknown', 'text', 0, 5, 'Never')",
        "the notice begins “Never”",
    ),
    truth(
        "notices_match_text",
        f"INSERT INTO clock_notice_actors VALUES ({A_TEXT}, 1, 'named', 'USA')",
        "notice is missing",
    ),
    truth(
        "identities_are_of_their_text",
        f"INSERT INTO identities VALUES ({A_TEXT}, 'NAME:Nobody', 'NAME:Nobody Else', 1, 'x')",
        "its text does not name it",
    ),
    truth(
        "copies_lead_to_originals",
        f"INSERT INTO copies VALUES ({A_TEXT}, 'gone', 1, 'near copy')",
        "not there",
    ),
    truth(
        "copies_lead_to_originals",
        f"INSERT INTO copies VALUES ({A_TEXT}, {A_TEXT}, 1, 'near copy')",
        "a copy itself",
    ),
    truth(
        "reviews_have_decisions",
        f"INSERT INTO reviews VALUES ({A_CLAIM}, 'confirmed', '2019-01-31', 'c')",
        "c is missing",
    ),
    truth("nothing_waits", f"INSERT INTO ops_pending VALUES ({A_TEXT})", "not brought up to it"),
    truth(
        "codes_are_in_the_crosswalk",
        "DELETE FROM ref_crosswalk WHERE action = 'impose'",
        "no row of the crosswalk",
    ),
    truth("codes_are_in_the_crosswalk", "UPDATE ref_crosswalk SET cameo = 'x'", "and x"),
    truth("closed_rows_say_by_whom", "UPDATE sanction_changes SET closed_on = '2019-01-31'", "by nobody"),
    truth(
        "closed_rows_say_by_whom",
        "UPDATE sanction_changes SET closed_on = '2019-01-30', closed_by = 'extractor 1'",
        "closed on 2019-01-30",
    ),
    truth(
        "closed_rows_say_by_whom",
        "UPDATE sanction_changes SET closed_on = '2019-01-31', closed_by = 'correction 7'",
        "by correction 7",
    ),
    *(
        truth(
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
    truth("ledger_sides_take_part", "UPDATE sanction_changes SET target_id = 'FRA'", "FRA is acted on"),
    truth(
        "ledger_sides_take_part",
        "INSERT INTO sanction_changes SELECT * REPLACE ('again' AS change_id) FROM sanction_changes",
        "of one claim and the same sides",
    ),
    truth("claims_reach_ledgers", "DELETE FROM sanction_changes", "stands not among the sanctions"),
    truth("claims_reach_ledgers", "DELETE FROM recognition_changes WHERE recogniser_id = 'TUR'", "its actor TUR"),
    truth(
        "clusters_are_named_for_their_first",
        "UPDATE clusters SET action = 'lift' WHERE action = 'impose'",
        "the claim it is named for sanction impose",
    ),
    truth(
        "clusters_are_named_for_their_first",
        "UPDATE cluster_members SET is_new_information = false",
        "nothing new",
    ),
    truth(
        "clusters_are_named_for_their_first",
        f"INSERT INTO clusters SELECT * REPLACE ('zz' AS cluster_id) FROM clusters WHERE cluster_id = {A_CLAIM}; "
        f"UPDATE cluster_members SET cluster_id = 'zz' WHERE claim_id = {A_CLAIM}",
        "its member known first is",
    ),
    truth("one_beginning_a_cluster", "UPDATE cluster_members SET rule = 'core'", "by the rules core"),
    truth("members_do_not_contradict", TOGETHER.format(first="convene", second="condemn"), "it tells of"),
    truth(
        "members_do_not_contradict",
        TOGETHER.format(first="expel_diplomat", second="sign_agreement")
        + "UPDATE events SET action = 'expel_diplomat' WHERE action = 'sign_agreement'",
        "it is of 2019-01-30",
    ),
    truth(
        "members_do_not_contradict",
        TOGETHER.format(first="expel_diplomat", second="sign_agreement")
        + "UPDATE events SET action = 'expel_diplomat', date_start = '2019-01-29', date_end = '2019-01-29' "
        "WHERE action = 'sign_agreement'",
        "another acts",
    ),
    truth(
        "numbers_reach_sentences",
        f"DELETE FROM evidence WHERE claim_id = {A_CLAIM} AND kind = 'sentence'",
        "0 sentences reached",
    ),
    truth(
        "no_text_is_lost",
        f"DELETE FROM versions WHERE version_id = {A_TEXT}",
        "2 rows of versions, the load left 3",
    ),
    truth(
        "no_text_is_lost",
        "INSERT INTO ops_runs "
        "SELECT * REPLACE ('run-0' AS run_id, DATE '2019-01-30' AS night, 'published' AS status) FROM ops_runs; "
        "INSERT INTO ops_steps VALUES ('run-0', 'holds versions', 0, 5, NULL, NULL, 'done')",
        "was published with 5",
    ),
    truth("stances_come_from_acts", STANCES + "WHERE status = 'threatened'", "is in group contingent"),
    truth(
        "extracted_twice_agrees",
        "UPDATE ops_twice SET agrees = false, detail = 'events.status: one, then another'",
        "events.status: one, then another",
    ),
)
