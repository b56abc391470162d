-- name: inputs that reading set aside, then texts that loading did
INSERT INTO set_aside
SELECT s.* FROM staged_set_aside AS s
UNION ALL
SELECT
    $$night, coalesce(a.source_id, 'unknown'), coalesce(min(p.locator), v.version_id), 'load', 'bad_row', r.detail,
    v.language
FROM rejected AS r
INNER JOIN staged_versions AS v ON r.version_id = v.version_id
LEFT JOIN staged_articles AS a ON v.article_id = a.article_id
LEFT JOIN staged_appearances AS p ON v.version_id = p.version_id AND v.article_id = p.article_id
GROUP BY v.version_id, a.source_id, r.detail, v.language
ORDER BY ALL
