-- name: each sanction from the first that was told of it to its end, by all that is known
-- grain: one row per sender, target, scope and episode
-- reads: sanction_steps, v_actors, v_claim_clusters
-- note: days are those by which a step had happened, *_start the first on which it can have; NULL where no text tells
--   of such a step, or none gives a day. in_force is NULL where the sanction was only called for, threatened, planned
--   or announced
CREATE VIEW v_sanction_episodes AS
WITH steps AS (
    SELECT t.*, k.cluster_id
    FROM sanction_steps(DATE '9999-12-31') AS t
    LEFT JOIN v_claim_clusters AS k ON t.claim_id = k.claim_id
)

SELECT
    t.episode_id,
    t.sender_id,
    shown_name(any_value(a.name), t.sender_id) AS sender_name,
    t.target_id,
    shown_name(any_value(b.name), t.target_id) AS target_name,
    t.scope,
    t.episode,
    first(t.about_id ORDER BY t.about_id IS NULL, t.turn) AS about_id,
    arg_max(t.state, t.turn) AS state,
    arg_max(t.in_force, t.turn) AS in_force,
    min(t.valid_latest) FILTER (WHERE t.holds IS NULL) AS first_told_on,
    min(t.valid_earliest) FILTER (WHERE t.holds) AS in_force_start,
    min(t.valid_latest) FILTER (WHERE t.holds) AS in_force_on,
    max(t.valid_earliest) FILTER (WHERE NOT t.holds) AS ended_start,
    max(t.valid_latest) FILTER (WHERE NOT t.holds) AS ended_on,
    list(DISTINCT t.state ORDER BY t.state) AS states,
    coalesce(
        list_sort(list_distinct(flatten(list(t.measures) FILTER (WHERE t.holds)))), []::VARCHAR []
    ) AS measures,
    arg_max(t.claim_id, t.turn) AS claim_id,
    count(DISTINCT t.cluster_id) AS n_clusters,
    count(*) AS n_claims
FROM steps AS t
LEFT JOIN v_actors AS a ON t.sender_id = a.actor_id
LEFT JOIN v_actors AS b ON t.target_id = b.actor_id
GROUP BY t.episode_id, t.sender_id, t.target_id, t.scope, t.episode;

COMMENT ON VIEW v_sanction_episodes IS 'Each sanction from the first that was told of it to its end, by all that is known; one row per sender, target, scope and episode';
COMMENT ON COLUMN v_sanction_episodes.episode_id IS 'Sender, target, scope and number of the episode';
COMMENT ON COLUMN v_sanction_episodes.sender_id IS 'Who sanctions, or would';
COMMENT ON COLUMN v_sanction_episodes.sender_name IS 'Its name';
COMMENT ON COLUMN v_sanction_episodes.target_id IS 'Who is sanctioned, or would be';
COMMENT ON COLUMN v_sanction_episodes.target_name IS 'Its name';
COMMENT ON COLUMN v_sanction_episodes.scope IS 'Word of ref_scopes: international and domestic are never counted together';
COMMENT ON COLUMN v_sanction_episodes.episode IS 'Number among the episodes of the pair, from 1';
COMMENT ON COLUMN v_sanction_episodes.about_id IS 'State concerned; NULL where no text names one';
COMMENT ON COLUMN v_sanction_episodes.state IS 'Last step told, as ref_ledger_states has it';
COMMENT ON COLUMN v_sanction_episodes.in_force IS 'Whether it stands by the last step that says; NULL where none does';
COMMENT ON COLUMN v_sanction_episodes.first_told_on IS 'Day by which it was first called for, threatened, planned or announced; NULL where no text tells so';
COMMENT ON COLUMN v_sanction_episodes.in_force_start IS 'First calendar day on which it can have come into force; NULL where no text says';
COMMENT ON COLUMN v_sanction_episodes.in_force_on IS 'Day by which it was in force; NULL where it never was';
COMMENT ON COLUMN v_sanction_episodes.ended_start IS 'First calendar day on which it can have ended or been suspended; NULL where no text says';
COMMENT ON COLUMN v_sanction_episodes.ended_on IS 'Day by which it had ended or was suspended last; NULL where no text tells so';
COMMENT ON COLUMN v_sanction_episodes.states IS 'Steps told, in order of name';
COMMENT ON COLUMN v_sanction_episodes.measures IS 'Measures named, in order of name';
COMMENT ON COLUMN v_sanction_episodes.claim_id IS 'Claim that tells the last step';
COMMENT ON COLUMN v_sanction_episodes.n_clusters IS 'Real events among the steps';
COMMENT ON COLUMN v_sanction_episodes.n_claims IS 'Claims that tell the steps';
