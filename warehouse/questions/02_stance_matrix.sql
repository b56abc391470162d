-- question: Where does each state stand on each claimant?
-- state: the state concerned; by default VEN
-- day: the day asked about; by default the latest night in the file
-- known: the night as of which we knew it; by default the latest
-- reads: stance_matrix, versions
-- note: a stance that no text tells is NULL; for a column a claimant: PIVOT (FROM stance_matrix(…)) ON claimant_name
--   USING first(stance) GROUP BY recogniser_name
WITH asked AS (
    SELECT
        coalesce(getvariable('state')::VARCHAR, 'VEN') AS state,
        coalesce(getvariable('day')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS day,
        coalesce(getvariable('known')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS known
)

SELECT m.recogniser_id, m.recogniser_name, map_from_entries(list((m.claimant, m.stance) ORDER BY m.claimant)) AS stances
FROM (
    SELECT
        s.*,
        CASE
            WHEN count(*) OVER (PARTITION BY s.recogniser_id, s.claimant_name) > 1
                THEN concat(s.claimant_name, ' (', s.claimant_id, ')')
            ELSE s.claimant_name
        END AS claimant
    FROM stance_matrix((SELECT a.state FROM asked AS a), (SELECT a.day FROM asked AS a), (SELECT a.known FROM asked AS a)) AS s
) AS m
GROUP BY m.recogniser_id, m.recogniser_name
ORDER BY m.recogniser_id
