-- question: What did we believe on day K about day D?
-- day: the day asked about; by default the latest night in the file
-- known: the night K; by default 2019-02-04
-- reads: recognition_as_of, versions
WITH asked AS (
    SELECT
        coalesce(getvariable('day')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS day,
        coalesce(getvariable('known')::DATE, DATE '2019-02-04') AS known
),

then_known AS (
    FROM recognition_as_of((SELECT a.day FROM asked AS a), (SELECT a.known FROM asked AS a))
),

now_known AS (
    FROM recognition_as_of((SELECT a.day FROM asked AS a), (SELECT max(v.known_on) FROM versions AS v))
)

SELECT
    coalesce(t.recogniser_id, n.recogniser_id) AS recogniser_id,
    coalesce(t.claimant_id, n.claimant_id) AS claimant_id,
    t.stance AS believed_then,
    n.stance AS known_now
FROM then_known AS t
FULL JOIN now_known AS n
    ON t.recogniser_id = n.recogniser_id AND t.claimant_id = n.claimant_id AND t.matter = n.matter
WHERE coalesce(t.matter, n.matter) = 'claimant'
ORDER BY recogniser_id, claimant_id
