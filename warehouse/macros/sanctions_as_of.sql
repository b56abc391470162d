-- name: how each sanction stood on a day, as known on a night
-- grain: one row per sender, target, scope and episode
-- reads: sanction_steps
-- note: in_force is NULL where the sanction was only called for, threatened, planned or announced; since_start is the
--   earliest day told of a step that put it in force, NULL where no text says
CREATE MACRO sanctions_as_of(day, known) AS TABLE -- noqa: CP05
SELECT
    s.episode_id,
    s.sender_id,
    s.target_id,
    s.scope,
    s.episode,
    arg_max(s.state, s.turn) AS state,
    arg_max(s.in_force, s.turn) AS in_force,
    min(s.valid_earliest) FILTER (WHERE s.holds) AS since_start,
    min(s.valid_latest) FILTER (WHERE s.holds) AS since_end,
    first(s.about_id ORDER BY s.about_id IS NULL, s.turn) AS about_id,
    list_sort(list_distinct(flatten(list(s.measures) FILTER (WHERE s.holds)))) AS measures,
    arg_max(s.claim_id, s.turn) AS claim_id,
    arg_max(s.valid_latest, s.turn) AS state_on,
    count(*) AS n_claims
FROM sanction_steps(known) AS s
WHERE s.valid_latest <= day
GROUP BY s.episode_id, s.sender_id, s.target_id, s.scope, s.episode
