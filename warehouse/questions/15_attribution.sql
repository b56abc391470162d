-- question: How many claims are told by the narrator, quoted, reported or hedged?
-- reads: events
SELECT e.type, e.attribution_mode, count(*) AS n_claims, count(e.attribution_by) AS n_with_name
FROM events AS e
GROUP BY e.type, e.attribution_mode
ORDER BY e.type, n_claims DESC, e.attribution_mode
