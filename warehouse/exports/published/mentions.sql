-- name: mentions as they go out: names cut after 300 characters
-- surface: The name as the text writes it, cut after 300 characters
SELECT m.* REPLACE (left(m.surface, 300) AS surface)
FROM source.mentions AS m
ORDER BY ALL
