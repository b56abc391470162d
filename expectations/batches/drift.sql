-- name: how far the night's mix of types and of statuses is from that of the 28 nights before it
-- grain: one row for types, one for statuses
-- reads: events, versions, earlier_nights
-- note: `stability_index` is the population stability index: the sum over all values of (p - q) ln(p / q), where p and q
--   are the value's shares in the night and in the nights before (half a claim is added to each count). By chance alone
--   it is near (values - 1) (1/n + 1/m) (Yurdakul 2018), so it is NULL with fewer than 100 claims in the night, 7 earlier
--   nights or 200 claims in them
WITH told AS (
    SELECT v.known_on = $night AS is_now, unnest(['type', 'status']) AS kind, unnest([e.type, e.status]) AS word
    FROM events AS e
    INNER JOIN versions AS v ON e.version_id = v.version_id
    WHERE v.known_on = $night OR v.known_on IN (SELECT n.night FROM earlier_nights AS n)
),

counted AS (
    SELECT
        t.kind,
        t.word,
        count_if(t.is_now) AS n_now,
        count_if(NOT t.is_now) AS n_before
    FROM told AS t
    GROUP BY t.kind, t.word
),

shares AS (
    SELECT
        c.*,
        (c.n_now + 0.5) / (sum(c.n_now) OVER w + 0.5 * count(*) OVER w) AS p,
        (c.n_before + 0.5) / (sum(c.n_before) OVER w + 0.5 * count(*) OVER w) AS q
    FROM counted AS c
    WINDOW w AS (PARTITION BY c.kind)
)

SELECT
    s.kind,
    CASE
        WHEN sum(s.n_now) >= 100 AND sum(s.n_before) >= 200 AND (SELECT count(*) FROM earlier_nights AS n) >= 7
            THEN sum((s.p - s.q) * ln(s.p / s.q))
    END AS stability_index,
    concat(
        'index ', round(sum((s.p - s.q) * ln(s.p / s.q)), 2), ', most changed: ', arg_max(s.word, abs(s.p - s.q)), ' is ',
        round(100 * arg_max(s.p, abs(s.p - s.q)))::INTEGER, ' %, usually ',
        round(100 * arg_max(s.q, abs(s.p - s.q)))::INTEGER, ' %'
    ) AS wrong
FROM shares AS s
GROUP BY s.kind
ORDER BY s.kind
