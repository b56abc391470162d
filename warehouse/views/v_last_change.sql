-- name: from which night on nothing in the ledgers of recognitions and sanctions is known that was not before
-- grain: one row per warehouse
-- reads: recognition_changes, sanction_changes, reviews
-- note: the first of all days where the ledgers are empty
-- stored: what is published holds its rows, made each night
CREATE VIEW v_last_change AS
SELECT coalesce(max(c.day), DATE '0001-01-01') AS night
FROM (
    SELECT max(greatest(r.known_on, r.closed_on)) AS day FROM recognition_changes AS r
    UNION ALL
    SELECT max(greatest(s.known_on, s.closed_on)) AS day FROM sanction_changes AS s
    UNION ALL
    SELECT max(w.decided_on) AS day FROM reviews AS w
) AS c;

COMMENT ON VIEW v_last_change IS 'From which night on nothing in the ledgers of recognitions and sanctions is known that was not before; one row';
COMMENT ON COLUMN v_last_change.night IS 'That night: the last of which a change, its end or a decision of a person is dated';
