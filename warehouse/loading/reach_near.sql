-- name: the nights of the texts that may be like one of those sought
-- grain: one row per night
CREATE OR REPLACE TEMP TABLE reached AS
SELECT DISTINCT n.night FROM near_texts AS n
