"""For each critical check of the night's rows a break of the good night."""

from __future__ import annotations

from tests.expectations.breaking import A_CLAIM, MANY_CLAIMS, Break, blank, empty, in_events, in_list, many_texts, twice

OF_ROWS = (
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
)
