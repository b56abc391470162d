"""Structural damages to a candidate: what a bug, a killed job or a careless hand does to rows, not to meaning.

Each is general SQL. `{one:TABLE}` is the row number of a row drawn by the seed, `{one:TABLE:CONDITION}` of one that
fulfils a condition, `{other:…}` of another such row; the draw knows nothing of the checks.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Damage:
    """One damage: what happens in words, and the statements that do it."""

    name: str
    sql: str


def _lost(where: str) -> str:
    """Some texts gone with all that hangs on them, as if they had never been."""
    texts = f"(SELECT version_id FROM versions WHERE {where})"
    claims = f"(SELECT claim_id FROM events WHERE version_id IN {texts})"
    by_claim = ("participants", "measures", "quantities", "conditions", "links", "readings", "cluster_members")
    by_text = (
        "evidence", "sentences", "mentions", "appearances", "identities", "namings", "clock_notices",
        "clock_notice_actors", "recognition_changes", "sanction_changes", "ultimatum_changes", "copies", "signatures",
        "events", "versions",
    )  # fmt: skip
    parts = [f"DELETE FROM {table} WHERE claim_id IN {claims}" for table in by_claim]
    parts.append("DELETE FROM clusters WHERE cluster_id NOT IN (SELECT m.cluster_id FROM cluster_members AS m)")
    parts += [f"DELETE FROM {table} WHERE version_id IN {texts}" for table in by_text]
    parts.append("DELETE FROM articles WHERE article_id NOT IN (SELECT v.article_id FROM versions AS v)")
    return "; ".join(parts)


def _swap(table: str, column: str) -> str:
    """The cells of a column of two rows in each other's place."""
    return (
        f"CREATE OR REPLACE TEMP TABLE two AS SELECT rowid AS place, {column} AS cell FROM {table} "
        f"WHERE rowid IN ({{one:{table}}}, {{other:{table}}}); "
        f"UPDATE {table} SET {column} = (SELECT cell FROM two WHERE place <> {table}.rowid) "
        f"WHERE rowid IN (SELECT place FROM two)"
    )


def _set(table: str, change: str, condition: str = "") -> str:
    """Cells of one drawn row changed."""
    return f"UPDATE {table} SET {change} WHERE rowid = {{one:{table}{':' if condition else ''}{condition}}}"


def _drop(table: str, condition: str = "") -> str:
    return f"DELETE FROM {table} WHERE rowid = {{one:{table}{':' if condition else ''}{condition}}}"


def _again(table: str, change: str = "", condition: str = "") -> str:
    """One drawn row once more, with cells changed."""
    columns = f"* REPLACE ({change})" if change else "*"
    return (
        f"INSERT INTO {table} SELECT {columns} FROM {table} "
        f"WHERE rowid = {{one:{table}{':' if condition else ''}{condition}}}"
    )


def _all(table: str) -> str:
    return f"DELETE FROM {table}"


_ACCENTS = "strip_accents({0}) <> {0}"
_NO_STATE = (
    "status IN ('denied', 'hypothetical', 'ambiguous', 'called_for') AND type = 'sanction' "
    "AND claim_id NOT IN (SELECT c.claim_id FROM sanction_changes AS c)"
)
_TWO = "(SELECT m.cluster_id FROM cluster_members AS m GROUP BY m.cluster_id HAVING count(*) > 1)"

DAMAGES = tuple(
    Damage(name, sql)
    for name, sql in {
        # Texts and where they were seen.
        "a text cut to half": _set("versions", "text = left(text, n_chars // 2), n_chars = n_chars // 2"),
        "a text cut, its length as before": _set("versions", "text = left(text, n_chars // 2)"),
        "a text without its accents": _set("versions", "text = strip_accents(text)", _ACCENTS.format("text")),
        "a text with its white space made one": _set(
            "versions",
            "text = regexp_replace(text, '[[:space:]]+', ' ', 'g'), "
            "n_chars = length(regexp_replace(text, '[[:space:]]+', ' ', 'g'))",
            "regexp_matches(text, '[[:space:]][[:space:]]')",
        ),
        "one letter of a text lost": _set(
            "versions",
            "text = concat(left(text, n_chars // 3), substring(text, n_chars // 3 + 2)), n_chars = n_chars - 1",
        ),
        "an empty text": _set("versions", "text = '', n_chars = 0"),
        "two texts in each other's place": _swap("versions", "text"),
        "two titles in each other's place": _swap("versions", "title"),
        "two texts' days of publication in each other's place": _swap("versions", "published_date"),
        "a text published next year": _set("versions", "published_date = published_date + INTERVAL 40 YEAR"),
        "a text published in the year 19": _set("versions", "published_date = DATE '0019-01-01'"),
        "a text known a month earlier": _set("versions", "known_on = known_on - 31"),
        "a text without the name of its bytes": _set("versions", "raw_sha256 = ''"),
        "a text in another language": _set("versions", "language = 'es'"),
        "a text of another article": _set("versions", "article_id = 'ffffffffffffffff'"),
        "a text lost, its parts kept": _drop("versions"),
        "a night lost with all that hangs on it": _lost("known_on = (SELECT min(v.known_on) FROM versions AS v)"),
        "a month lost with all that hangs on it": _lost(
            "date_trunc('month', published_date) = "
            "(SELECT date_trunc('month', v.published_date) FROM versions AS v WHERE v.rowid = {one:versions})"
        ),
        "a batch of the night lost": _lost("hash(version_id, {seed}) % 3 = 0"),
        "an article twice under another key": (
            _again("versions", "concat('0', substring(version_id, 2)) AS version_id", "version_id NOT LIKE '0%'")
            + "; "
            + _again("appearances", "concat('0', substring(version_id, 2)) AS version_id", "version_id NOT LIKE '0%'")
        ),
        "all articles twice": "INSERT INTO versions SELECT * FROM versions; "
        "INSERT INTO articles SELECT * FROM articles",
        "a text's places lost": "DELETE FROM appearances WHERE version_id = "
        "(SELECT v.version_id FROM versions AS v WHERE v.rowid = {one:versions})",
        "all places lost": _all("appearances"),
        "a place seen twice": _again("appearances"),
        "a place of another article": _set("appearances", "article_id = 'ffffffffffffffff'"),
        "a place seen in another night": _set("appearances", "known_on = known_on + 1"),
        "an article under another address": _set("articles", "canonical_url = 'https://elsewhere.example/'"),
        "an article of another source": _set("articles", "source_id = 'nobody'"),
        "an article lost": _drop("articles"),
        "two articles' addresses in each other's place": _swap("articles", "canonical_url"),
        "all sources lost": _all("sources"),
        # Sentences and mentions.
        "the sentences of a text shifted": "UPDATE sentences SET start_char = start_char + 1, end_char = end_char + 1 "
        "WHERE version_id = (SELECT v.version_id FROM versions AS v WHERE v.rowid = {one:versions})",
        "a sentence that begins three characters later": _set("sentences", "start_char = start_char + 3"),
        "a sentence lost": _drop("sentences"),
        "a sentence twice": _again("sentences"),
        "two sentences' numbers in each other's place": _swap("sentences", "sentence_no"),
        "all sentences lost": _all("sentences"),
        "a mention shifted by one": _set("mentions", "start_char = start_char + 1, end_char = end_char + 1"),
        "a mention without its accents": _set(
            "mentions", "surface = strip_accents(surface)", _ACCENTS.format("surface")
        ),
        "two mentions' places in each other's place": _swap("mentions", "start_char"),
        "two mentions' actors in each other's place": _swap("mentions", "actor_id"),
        "a mention of nobody": _set("mentions", "actor_id = 'NAME:Nobody at all'"),
        "a mention of a text that is not there": _set("mentions", "version_id = 'ffffffffffffffff'"),
        "a mention twice": _again("mentions"),
        "all mentions lost": _all("mentions"),
        # Claims.
        "a claim of another type": _set(
            "events", "type = CASE type WHEN 'sanction' THEN 'recognition' ELSE 'sanction' END"
        ),
        "a claim of another action": _set(
            "events",
            "action = (SELECT min(r.action) FROM ref_actions AS r "
            "WHERE r.type = events.type AND r.action <> events.action)",
        ),
        "a claim of an unknown action": _set("events", "action = 'sanctify'"),
        "a claim of an unknown status": _set("events", "status = 'sure'"),
        "a claim without a status": _set("events", "status = NULL"),
        "all claims without a precision": "UPDATE events SET date_precision = NULL",
        **{
            f"a state from a claim that is {status}": _set(
                "events", f"status = '{status}'", "claim_id IN (SELECT c.claim_id FROM recognition_changes AS c)"
            )
            for status in ("denied", "hypothetical", "ambiguous")
        },
        "a state from a claim that is called for": _set(
            "events",
            "status = 'called_for'",
            "claim_id IN (SELECT c.claim_id FROM sanction_changes AS c WHERE c.state <> 'called_for')",
        ),
        "a claim dated in the year 219": _set(
            "events", "date_start = '0219-01-28', date_end = '0219-01-28', date_precision = 'day'"
        ),
        "a claim dated in the year 2219": _set(
            "events", "date_start = '2219-01-28', date_end = '2219-01-28', date_precision = 'day'"
        ),
        "a claim that ends before it starts": _set("events", "date_end = date_start - 3", "date_start IS NOT NULL"),
        "a claim's first day lost": _set("events", "date_start = NULL", "date_start IS NOT NULL"),
        "a claim's last day lost": _set("events", "date_end = NULL", "date_end IS NOT NULL"),
        "a claim of a day made one of a month": _set("events", "date_precision = 'before'", "date_precision = 'day'"),
        "all days of claims lost": "UPDATE events SET date_start = NULL, date_end = NULL, date_precision = 'unknown'",
        "two claims' keys in each other's place": _swap("events", "claim_id"),
        "two claims' texts in each other's place": _swap("events", "version_id"),
        "two claims' days in each other's place": _swap("events", "date_start"),
        "a claim's number shifted": _set("events", "ordinal = ordinal + 1"),
        "a claim lost, its parts kept": _drop("events"),
        "a claim twice": _again("events"),
        "a claim twice under another key": _again("events", "concat('0', substring(claim_id, 2)) AS claim_id"),
        "a claim of a text that is not there": _set("events", "version_id = 'ffffffffffffffff'"),
        "a claim at a place that no text names": _set("events", "venue = 'Atlantis'"),
        "a claim's speaker lost": _set("events", "attribution_by = NULL", "attribution_by IS NOT NULL"),
        "a claim surer than sure": _set("events", "confidence = 7"),
        "a claim without a confidence": _set("events", "confidence = NULL"),
        "a meeting with a scope": _set("events", "scope = 'domestic'", "type = 'diplomatic_action'"),
        "a claim of an unknown office": _set("events", "office = 'chair'"),
        "all claims lost": _all("events"),
        # Who takes part, and what.
        "all participants lost": _all("participants"),
        "the first of several participants lost": _drop(
            "participants",
            "ordinal = 1 AND (claim_id, role) IN "
            "(SELECT (p.claim_id, p.role) FROM participants AS p WHERE p.ordinal = 2)",
        ),
        "a participant twice": _again("participants", "ordinal + 1 AS ordinal"),
        "a participant of no claim": _set("participants", "claim_id = 'ffffffffffffffff'"),
        "a participant whom nobody knows": _set("participants", "actor_id = 'NAME:Nobody at all'"),
        "a participant in no known role": _set("participants", "role = 'bystander'"),
        "a participant without a name": _set("participants", "name = ''"),
        "a participant without an id": _set("participants", "actor_id = NULL"),
        "an open group expanded to its members": (
            "INSERT INTO participants SELECT p.claim_id, p.role, p.ordinal + k.n, k.actor_id, k.name "
            "FROM participants AS p, (SELECT a.*, row_number() OVER (ORDER BY hash(a.rowid, {seed})) AS n "
            "FROM actors AS a WHERE a.kind = 'state' LIMIT 3) AS k "
            "WHERE p.rowid = {one:participants:actor_id LIKE 'OPEN:%'}"
        ),
        "an open group written as one of its members": (
            "INSERT INTO participants SELECT p.claim_id, p.role, p.ordinal + 1, 'BRA', p.name "
            "FROM participants AS p WHERE p.rowid = {one:participants:actor_id LIKE 'OPEN:%'}"
        ),
        "an actor lost": _drop("actors", "actor_id IN (SELECT p.actor_id FROM participants AS p)"),
        "an actor twice": _again("actors"),
        "an actor under another id": _set("actors", "actor_id = 'United Kingdom of Somewhere'"),
        "an unknown measure": _set("measures", "measure = 'frown'"),
        "a measure on a meeting": _again(
            "measures", "(SELECT min(e.claim_id) FROM events AS e WHERE e.type = 'diplomatic_action') AS claim_id"
        ),
        "all measures lost": _all("measures"),
        "a quantity below nothing": _set("quantities", "value = -value"),
        "a quantity of no claim": _set("quantities", "claim_id = 'ffffffffffffffff'"),
        "a condition in other words": _set("conditions", "text = 'if it rains'"),
        "a condition shifted by one": _set("conditions", "start_char = start_char + 1, end_char = end_char + 1"),
        "a deadline in the year 2919": _set("conditions", "deadline = DATE '2919-02-03'"),
        "a link that leads nowhere": _set("links", "to_claim_id = 'ffffffffffffffff'"),
        "a reading of both": _set("readings", "is_preferred = NOT is_preferred"),
        # Evidence.
        "evidence shifted by one": _set("evidence", "start_char = start_char + 1, end_char = end_char + 1"),
        "all evidence shifted by one": "UPDATE evidence SET start_char = start_char + 1, end_char = end_char + 1",
        "a quote without its accents": _set("evidence", "quote = strip_accents(quote)", _ACCENTS.format("quote")),
        "a quote cut short": _set("evidence", "quote = left(quote, length(quote) - 1)"),
        "a quote with a letter changed": _set("evidence", "quote = replace(quote, 'e', 'é')", "contains(quote, 'e')"),
        "evidence of no claim": _set("evidence", "claim_id = 'ffffffffffffffff'"),
        "evidence of another text": _set(
            "evidence", "version_id = (SELECT v.version_id FROM versions AS v WHERE v.rowid = {other:versions})"
        ),
        "two pieces of evidence for each other's claim": _swap("evidence", "claim_id"),
        "a claim's sentence lost": _drop("evidence", "kind = 'sentence'"),
        "a claim's trigger lost": _drop("evidence", "kind = 'trigger'"),
        "a claim's sentence twice": _again("evidence", "start_char + 1 AS start_char", "kind = 'sentence'"),
        "evidence in the title instead of the text": _set("evidence", "field = 'title'", "field = 'text'"),
        "evidence of an unknown kind": _set("evidence", "kind = 'hearsay'"),
        "all evidence lost": _all("evidence"),
        # Clusters.
        "a cluster twice": _again("clusters", "concat('0', substring(cluster_id, 2)) AS cluster_id"),
        "a cluster twice with its members": _again("clusters", "concat('0', substring(cluster_id, 2)) AS cluster_id")
        + "; INSERT INTO cluster_members SELECT m.* REPLACE (c.cluster_id AS cluster_id) FROM cluster_members AS m "
        "INNER JOIN clusters AS c "
        "ON c.cluster_id = concat('0', substring(m.cluster_id, 2)) AND c.cluster_id <> m.cluster_id",
        "a cluster lost": _drop("clusters"),
        "a cluster of another type": _set(
            "clusters", "type = CASE type WHEN 'sanction' THEN 'recognition' ELSE 'sanction' END"
        ),
        "two clusters' names in each other's place": _swap("clusters", "cluster_id"),
        "two events run together": (
            "UPDATE cluster_members SET rule = 'core' WHERE rowid = {one:cluster_members}; "
            "UPDATE cluster_members SET rule = 'same act, same days', cluster_id = "
            "(SELECT m.cluster_id FROM cluster_members AS m WHERE m.rowid = {one:cluster_members}) "
            "WHERE rowid = {other:cluster_members}"
        ),
        "a member in another cluster": _set(
            "cluster_members",
            "cluster_id = (SELECT c.cluster_id FROM clusters AS c WHERE c.rowid = {other:clusters})",
        ),
        "a member of two clusters": _again(
            "cluster_members", "(SELECT c.cluster_id FROM clusters AS c WHERE c.rowid = {other:clusters}) AS cluster_id"
        ),
        "a member lost": _drop("cluster_members"),
        "a member of a cluster that is not there": _set("cluster_members", "cluster_id = 'ffffffffffffffff'"),
        "a member below the threshold": _set("cluster_members", "score = 0.3"),
        "a cluster that tells nothing new": _set(
            "cluster_members", "is_new_information = false", "cluster_id = claim_id"
        ),
        "a member told by another side": (
            "UPDATE participants SET actor_id = 'FJI' WHERE role = 'actor' AND claim_id = (SELECT m.claim_id FROM "
            f"cluster_members AS m WHERE m.rowid = {{one:cluster_members:cluster_id IN {_TWO} AND rule <> 'core'}})"
        ),
        "a redirect to nowhere": _again(
            "clusters", "concat('0', substring(cluster_id, 2)) AS cluster_id, 'ffffffffffffffff' AS merged_into"
        ),
        "all clusters lost": "DELETE FROM clusters; DELETE FROM cluster_members",
        # Ledgers.
        "a recognition of no claim": _set("recognition_changes", "claim_id = 'ffffffffffffffff'"),
        "a recognition in another state": _set("recognition_changes", "state = 'refuses'", "state <> 'refuses'"),
        "two recognitions' sides in each other's place": _swap("recognition_changes", "recogniser_id"),
        "a recognition turned round": _set(
            "recognition_changes", "recogniser_id = claimant_id, claimant_id = recogniser_id"
        ),
        "a recognition told twice": _again("recognition_changes", "concat('0', substring(change_id, 2)) AS change_id"),
        "a recognition lost": _drop("recognition_changes"),
        "all recognitions lost": _all("recognition_changes"),
        "a recognition that nobody closed": _set("recognition_changes", "closed_on = known_on"),
        "a recognition closed before it was known": _set(
            "recognition_changes", "closed_on = known_on - 1, closed_by = 'extractor 1'"
        ),
        "a sanction in another state": _set("sanction_changes", "state = 'lifted'", "state <> 'lifted'"),
        "a sanction from a claim that carries none": _again(
            "sanction_changes",
            f"(SELECT e.claim_id FROM events AS e WHERE {_NO_STATE} "
            "ORDER BY hash(e.rowid, {seed}) LIMIT 1) AS claim_id, "
            "concat('0', substring(change_id, 2)) AS change_id",
        ),
        "a sanction a year earlier": _set(
            "sanction_changes", "valid_latest = valid_latest - 365, valid_earliest = NULL"
        ),
        "a sanction known a month earlier": _set("sanction_changes", "known_on = known_on - 31"),
        "a sanction without its measures": _set("sanction_changes", "measures = []", "len(measures) > 0"),
        "a sanction in another scope": _set("sanction_changes", "scope = 'domestic'", "scope = 'international'"),
        "a sanction whose sentence is another": _set("sanction_changes", "start_char = start_char + 1"),
        "a sanction lost": _drop("sanction_changes"),
        "an ultimatum without its claim": _set("ultimatum_changes", "claim_id = NULL", "claim_id IS NOT NULL"),
        "an ultimatum with another deadline": _set(
            "ultimatum_changes", "deadline = deadline + 30", "deadline IS NOT NULL"
        ),
        "an ultimatum lost": _drop("ultimatum_changes", "claim_id IS NOT NULL"),
        # Who is who, copies, notices, runs, knowledge and views.
        "a tie to a text that does not name it": _set(
            "identities", "version_id = (SELECT v.version_id FROM versions AS v WHERE v.rowid = {other:versions})"
        ),
        "all ties lost": _all("identities"),
        "a copy of nothing": (
            "INSERT INTO copies SELECT version_id, 'ffffffffffffffff', 1, 'near copy' "
            "FROM versions WHERE rowid = {one:versions}"
        ),
        "a notice in other words": _set("clock_notices", "quote = 'The clock was stopped.'"),
        "a notice of somebody who is not there": _set("clock_notice_actors", "actor_id = 'NAME:Nobody at all'"),
        "a claim confirmed by nobody": (
            "INSERT INTO reviews SELECT claim_id, 'confirmed', DATE '2024-05-22', 'ffffffffffffffff' "
            "FROM events WHERE rowid = {one:events}"
        ),
        "ledgers not brought up": "INSERT INTO ops_pending "
        "SELECT version_id FROM versions WHERE rowid = {one:versions}",
        "all set aside": (
            "INSERT INTO set_aside SELECT (SELECT max(v.known_on) FROM versions AS v), s.source_id, i::VARCHAR, "
            "'ingest', 'no_text', 'nothing to read', NULL FROM sources AS s, range(2000) AS t(i)"
        ),
        "all statuses lost": _all("ref_statuses"),
        "an act without its codes": "DELETE FROM ref_crosswalk WHERE (type, action) = "
        "(SELECT (e.type, e.action) FROM events AS e WHERE e.rowid = {one:events})",
        "all rules of the ledgers lost": _all("ref_ledger_rules"),
        "a number that counts double": (
            "CREATE OR REPLACE VIEW v_claim_clusters AS SELECT m.claim_id, m.cluster_id, true AS is_first "
            "FROM cluster_members AS m UNION ALL SELECT m.claim_id, m.cluster_id, false FROM cluster_members AS m"
        ),
    }.items()
)
