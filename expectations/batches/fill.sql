-- name: how full the night's claims are, as shares from 0 to 1
-- grain: one row per night
-- reads: events, participants, measures, evidence, mentions, ref_actions, night_versions
-- note: a share of nothing is NULL and is not judged; the floors that stop a night want 10 claims (dates 30, texts
--   30 and 100), so that one odd claim in a small night stops nothing
WITH proofs AS (
    SELECT s.claim_id, bool_or(s.kind = 'sentence') AND bool_or(s.kind = 'trigger') AS is_whole
    FROM evidence AS s
    INNER JOIN night_versions AS v ON s.version_id = v.version_id
    GROUP BY s.claim_id
),

claims AS (
    SELECT
        e.claim_id,
        e.type IN (SELECT r.type FROM ref_actions AS r WHERE r.change IS NOT NULL) AS is_sanction,
        e.date_start IS NULL AND e.date_end IS NULL AS is_undated,
        exists(
            SELECT 1 FROM participants AS p WHERE p.claim_id = e.claim_id AND p.role IN ('actor', 'target')
        ) AS has_party,
        coalesce(s.is_whole, false) AS has_evidence,
        exists(SELECT 1 FROM measures AS m WHERE m.claim_id = e.claim_id) AS has_measure
    FROM events AS e
    INNER JOIN night_versions AS v ON e.version_id = v.version_id
    LEFT JOIN proofs AS s ON e.claim_id = s.claim_id
),

texts AS (
    SELECT
        count(*) AS texts,
        avg(exists(SELECT 1 FROM mentions AS m WHERE m.version_id = v.version_id)::INTEGER) AS share_naming,
        avg(exists(SELECT 1 FROM events AS e WHERE e.version_id = v.version_id)::INTEGER) AS share_telling
    FROM night_versions AS v
)

SELECT
    $night AS night,
    count(*) AS claims,
    avg(has_party::INTEGER) AS share_with_party,
    CASE WHEN count(*) >= 10 THEN avg(has_party::INTEGER) END AS share_with_party_of_many,
    avg(has_measure::INTEGER) FILTER (WHERE is_sanction) AS share_with_measure,
    avg(is_undated::INTEGER) AS share_undated,
    CASE WHEN count(*) >= 30 THEN avg(is_undated::INTEGER) END AS share_undated_of_many,
    avg(has_evidence::INTEGER) AS share_with_evidence,
    (SELECT CASE WHEN t.texts >= 30 THEN t.share_naming END FROM texts AS t) AS share_naming_of_many,
    (SELECT CASE WHEN t.texts >= 100 THEN t.share_telling END FROM texts AS t) AS share_telling_of_many
FROM claims
