-- name: any spelling and whom it may mean
-- grain: one row per folded spelling and actor
-- reads: ref_aliases, v_actors, ref_person_aliases
-- note: look up with WHERE folded = strip_accents(lower('…')); several rows mean that the spelling is ambiguous, none that
--   it is unknown. A spelling that held only for a time has its days: without a day, all that it ever meant are listed
CREATE VIEW v_aliases AS
WITH spelt AS (
    SELECT r.alias AS spelling, r.actor_id, r.kind, r.valid_from, r.valid_to
    FROM ref_aliases AS r
    UNION ALL
    SELECT a.name AS spelling, a.actor_id, 'name' AS kind, NULL AS valid_from, NULL AS valid_to
    FROM v_actors AS a
    UNION ALL
    SELECT a.actor_id AS spelling, a.actor_id, 'id' AS kind, NULL AS valid_from, NULL AS valid_to
    FROM v_actors AS a
    UNION ALL
    SELECT p.alias AS spelling, a.actor_id, 'spelling' AS kind, NULL AS valid_from, NULL AS valid_to
    FROM ref_person_aliases AS p
    INNER JOIN v_actors AS a ON p.person = a.name AND a.kind = 'person'
    UNION ALL
    SELECT substr(a.guide_id, 6) AS spelling, a.actor_id, 'surname' AS kind, NULL AS valid_from, NULL AS valid_to
    FROM v_actors AS a
    WHERE a.kind IN ('person', 'named') AND starts_with(a.guide_id, 'NAME:')
)

SELECT
    strip_accents(lower(s.spelling)) AS folded,
    min(s.spelling) AS spelling,
    s.actor_id,
    min(s.kind) AS kind,
    CASE WHEN count(*) = count(s.valid_from) THEN min(s.valid_from) END AS valid_from,
    CASE WHEN count(*) = count(s.valid_to) THEN max(s.valid_to) END AS valid_to,
    count(*) OVER (PARTITION BY strip_accents(lower(s.spelling))) AS n_actors
FROM spelt AS s
GROUP BY strip_accents(lower(s.spelling)), s.actor_id;

COMMENT ON VIEW v_aliases IS 'Any spelling and whom it may mean; one row per folded spelling and actor';
COMMENT ON COLUMN v_aliases.folded IS 'The spelling in lower case without accents: strip_accents(lower(spelling))';
COMMENT ON COLUMN v_aliases.spelling IS 'The spelling as the seeds write it; the first in order of several';
COMMENT ON COLUMN v_aliases.actor_id IS 'Identity, as in v_actors';
COMMENT ON COLUMN v_aliases.kind IS 'What sort of spelling it is: as in ref_aliases, or id, name, spelling or surname';
COMMENT ON COLUMN v_aliases.valid_from IS 'First calendar day on which it means the actor; NULL where unknown or always';
COMMENT ON COLUMN v_aliases.valid_to IS 'Last calendar day on which it means the actor; NULL while it lasts';
COMMENT ON COLUMN v_aliases.n_actors IS 'How many actors the spelling may mean; where more than one, it is ambiguous';
