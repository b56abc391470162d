-- name: evidence as they go out: words cut after 300 characters, offsets as they were
-- quote: The characters from start to end, cut without a mark after 300 characters; end_char tells where they end in the text
-- quote_sha256: SHA-256 of the whole words before the cut, hexadecimal; whoever has the text can check them
SELECT e.* REPLACE (left(e.quote, 300) AS quote), sha256(e.quote) AS quote_sha256
FROM source.evidence AS e
ORDER BY ALL
