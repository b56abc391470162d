-- name: texts whose claims are replaced, or whose article turns out to be another source's, wait
INSERT INTO ops_pending
SELECT r.version_id FROM replaced AS r
UNION
SELECT v.version_id
FROM versions AS v
INNER JOIN articles AS a ON v.article_id = a.article_id
INNER JOIN kept_articles AS k ON a.article_id = k.article_id AND a.source_id <> k.source_id
ON CONFLICT DO NOTHING
