-- name: who takes part in what goes out as entities
-- grain: one row per identity
-- reads: v_events, v_parties, ref_countries, ref_bodies, ref_entities, kinds
-- note: unnamed groups are no entity. The kind is the seeds' where they know the identity, else the text's; a kind
--   without a schema is a LegalEntity
SELECT
    p.identity_id,
    coalesce(c.name, b.name, n.name, min(p.name)) AS name,
    coalesce(c.kind, b.kind, n.kind, min(p.kind)) AS kind,
    coalesce(min(k.ftm_schema), 'LegalEntity') AS ftm_schema,
    coalesce(c.iso2, t.iso2) AS country
FROM v_parties AS p
INNER JOIN v_events AS e ON p.claim_id = e.claim_id AND e.status_group = 'actual'
LEFT JOIN ref_countries AS c ON p.identity_id = c.id
LEFT JOIN ref_bodies AS b ON p.identity_id = b.id
LEFT JOIN ref_entities AS n ON p.identity_id = n.id
LEFT JOIN ref_countries AS t ON n.state = t.id
LEFT JOIN kinds AS k ON coalesce(c.kind, b.kind, n.kind, p.kind) = k.kind
WHERE p.role IN ('actor', 'target') AND p.actor_id NOT LIKE 'OPEN:%'
GROUP BY p.identity_id, c.name, b.name, n.name, c.kind, b.kind, n.kind, c.iso2, t.iso2
ORDER BY p.identity_id
