-- name: claims as they go out: words of the text cut after 300 characters
-- date_text: Words of the text that date it, cut after 300 characters; NULL where there are none
-- venue: Place where it happened, in the text's words, cut after 300 characters; NULL where the text does not say
-- reason: Why, in the text's words, cut after 300 characters; NULL where the text does not say
-- attribution_by: Who says so, in the text's words, cut after 300 characters; NULL where the text says so itself
SELECT
    e.* REPLACE (
        left(e.date_text, 300) AS date_text,
        left(e.venue, 300) AS venue,
        left(e.reason, 300) AS reason,
        left(e.attribution_by, 300) AS attribution_by
    )
FROM source.events AS e
ORDER BY ALL
