-- name: signatures as given
INSERT INTO signatures
SELECT g.version_id, g.method, g.keys, '' AS placed_as, md5_number_lower(g.keys::VARCHAR) AS all_keys
FROM given_signatures AS g
