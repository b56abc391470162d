-- name: where every text was placed when copies were sought
UPDATE signatures
SET placed_as = n.placed_as
FROM numbered AS n
WHERE signatures.version_id = n.version_id AND signatures.placed_as <> n.placed_as
