-- name: how many claims of a night have no PLOVER code and so no row in `events.plover.tsv`
-- grain: one row
-- reads: v_events, appearances
SELECT count(*) AS n_claims
FROM v_events AS e
WHERE e.plover IS NULL AND e.version_id IN (SELECT p.version_id FROM appearances AS p WHERE p.known_on = $night)
