-- question: What were the numbers as we knew them on night K?
-- known: the night; by default 2019-02-04
-- reads: recognition_as_of, sanctions_as_of, ultimatums_as_of, events, versions
-- note: texts read again since by a later extractor are told as it tells them; the files of published/ keep the
--   older ones
WITH asked AS (
    SELECT
        coalesce(getvariable('known')::DATE, DATE '2019-02-04') AS known
)

SELECT
    (
        SELECT count(*) FROM events AS e
        INNER JOIN versions AS v ON e.version_id = v.version_id AND v.known_on <= (SELECT a.known FROM asked AS a)
    ) AS n_claims,
    (SELECT count(*) FROM recognition_as_of((SELECT a.known FROM asked AS a), (SELECT a.known FROM asked AS a)) AS h WHERE h.matter = 'claimant') AS n_stances,
    (
        SELECT count(*) FROM sanctions_as_of((SELECT a.known FROM asked AS a), (SELECT a.known FROM asked AS a)) AS s
        WHERE s.in_force AND s.scope = 'international'
    ) AS n_sanctions_in_force,
    (SELECT count(*) FROM ultimatums_as_of((SELECT a.known FROM asked AS a), (SELECT a.known FROM asked AS a)) AS u WHERE u.state = 'open') AS n_open_ultimatums
