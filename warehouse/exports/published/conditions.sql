-- name: conditions as they go out: words cut after 300 characters, offsets as they were
-- text: The condition in the text's words, cut without a mark after 300 characters; end_char tells where they end in the text
-- text_sha256: SHA-256 of the whole words before the cut, hexadecimal; whoever has the text can check them
SELECT c.* REPLACE (left(c.text, 300) AS text), sha256(c.text) AS text_sha256
FROM source.conditions AS c
ORDER BY ALL
