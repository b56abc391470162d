-- name: readings as they go out: words cut after 300 characters, offsets as they were
-- quote: The words that are read two ways, cut without a mark after 300 characters; end_char tells where they end in the text
-- quote_sha256: SHA-256 of the whole words before the cut, hexadecimal; whoever has the text can check them
SELECT r.* REPLACE (left(r.quote, 300) AS quote), sha256(r.quote) AS quote_sha256
FROM source.readings AS r
ORDER BY ALL
