-- question: How precisely are the dates known?
-- reads: events
SELECT
    e.type,
    e.date_precision,
    count(*) AS n_claims,
    round(100.0 * count(*) / sum(count(*)) OVER (PARTITION BY e.type), 1) AS percent
FROM events AS e
GROUP BY e.type, e.date_precision
ORDER BY e.type, n_claims DESC, e.date_precision
