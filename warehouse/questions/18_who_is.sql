-- question: Whom does this spelling mean?
-- spelling: any spelling
-- reads: v_aliases, v_actors
-- note: no row: unknown; several: ambiguous
WITH asked AS (
    SELECT
        coalesce(getvariable('spelling')::VARCHAR, 'Guaido') AS spelling
)

SELECT s.actor_id, a.name, a.kind, a.guide_id, s.kind AS spelling_kind, s.n_actors
FROM v_aliases AS s
INNER JOIN asked AS k ON s.folded = strip_accents(lower(k.spelling))
LEFT JOIN v_actors AS a ON s.actor_id = a.actor_id
ORDER BY s.actor_id
