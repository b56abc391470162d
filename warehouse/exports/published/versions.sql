-- name: texts as they go out: without their words
-- text: Not published, NULL here: the writer's file has the text exactly as read; every offset refers to it
-- text_sha256: SHA-256 of the text, hexadecimal; whoever has the text can check that the offsets refer to it
SELECT v.* REPLACE (NULL::VARCHAR AS text), sha256(v.text) AS text_sha256
FROM source.versions AS v
ORDER BY ALL
