-- name: the events of a night in terms of PLOVER and CAMEO, as `events.plover.tsv`
-- grain: one row per real event, actor and recipient that the night's texts tell of
-- reads: v_events, v_parties, v_version_reports, articles, sources, appearances, versions, ref_countries, ref_bodies, ref_entities, kinds
-- note: first columns as in POLECAT, whose names they bear; what follows CAMEO Code is ours. An act without a recipient
--   keeps one row with that side empty. Of several claims of an event, the one published first gives date, place and
--   quote (then by key)
-- event_id: Real event: key of its cluster, the same in every night
-- event_date: Calendar day of the event; empty where only a span is known
-- event_type: PLOVER event type
-- event_mode: PLOVER mode; empty where it has none
-- contexts: PLOVER context: diplomatic for recognitions and diplomatic actions, empty otherwise: no context is read
-- actor_name: Who acts, by the name that the seeds give, else by the text's; empty where the text names nobody
-- actor_country: ISO 3166-1 alpha-3 code of a state, or of the state that an entity is tied to; empty where unknown
-- primary_actor_sector: PLOVER sector by kind (seeds/ontology/kinds.csv); empty where unknown
-- recipient_name: To whom it is done, named as the actor; empty where the text names nobody
-- recipient_country: As actor_country
-- primary_recipient_sector: As primary_actor_sector
-- placename: Venue in the text's words; empty where the text does not say
-- source: Outlet of the quoted text
-- publication_date: Calendar day on which that text was published
-- language: ISO 639-1 code of that text
-- cameo_code: CAMEO event code
-- actor_id: Identity of the actor in the warehouse
-- recipient_id: Identity of the recipient in the warehouse
-- status: Whether it is told as done, planned, threatened, denied and so on: many rows are no event that happened
-- date_start: First calendar day on which it can have happened; empty where unknown
-- date_end: Last calendar day on which it can have happened; empty where unknown
-- date_precision: Word of ref_precisions
-- n_reports: Independent reports among the night's claims of the event: copies and versions count once
-- confidence: Probability that action and parties of the quoted claim are right, 0 to 1
-- quote: Sentence that tells it, cut after 300 characters
-- url: Address of the article; empty where there is none
-- claim_id: Claim of that sentence
WITH told AS (
    SELECT DISTINCT p.version_id
    FROM appearances AS p
    WHERE p.known_on = $night
),

sided AS (
    SELECT
        p.claim_id,
        p.role,
        p.ordinal,
        p.identity_id,
        coalesce(c.name, b.name, n.name, p.name) AS name,
        coalesce(c.id, n.state) AS country,
        k.plover_sector AS sector
    FROM v_parties AS p
    INNER JOIN told AS t ON p.version_id = t.version_id
    LEFT JOIN ref_countries AS c ON p.identity_id = c.id
    LEFT JOIN ref_bodies AS b ON p.identity_id = b.id
    LEFT JOIN ref_entities AS n ON p.identity_id = n.id
    LEFT JOIN kinds AS k ON coalesce(c.kind, CASE b.kind WHEN 'organisation' THEN 'body' ELSE b.kind END, n.kind, p.kind) = k.kind
    WHERE p.role IN ('actor', 'target')
),

dyads AS (
    SELECT
        e.*,
        v.language,
        s.name AS source_name,
        a.identity_id AS actor_id,
        a.name AS actor_name,
        a.country AS actor_country,
        a.sector AS actor_sector,
        r.identity_id AS recipient_id,
        r.name AS recipient_name,
        r.country AS recipient_country,
        r.sector AS recipient_sector
    FROM v_events AS e
    INNER JOIN told AS t ON e.version_id = t.version_id
    INNER JOIN versions AS v ON e.version_id = v.version_id
    LEFT JOIN sources AS s ON e.source_id = s.source_id
    LEFT JOIN sided AS a ON e.claim_id = a.claim_id AND a.role = 'actor'
    LEFT JOIN sided AS r ON e.claim_id = r.claim_id AND r.role = 'target'
    WHERE e.plover IS NOT NULL
),

counted AS (
    SELECT
        d.*,
        coalesce(d.cluster_id, d.claim_id) AS event_id,
        row_number() OVER (
            PARTITION BY coalesce(d.cluster_id, d.claim_id), d.actor_id, d.recipient_id
            ORDER BY d.published_date, d.claim_id
        ) AS place
    FROM dyads AS d
),

reported AS (
    SELECT c.event_id, count(DISTINCT c.report_id) AS n_reports
    FROM counted AS c
    GROUP BY c.event_id
)

SELECT
    c.event_id AS "Event ID",
    c.event_day AS "Event Date",
    c.plover AS "Event Type",
    c.plover_mode AS "Event Mode",
    CASE WHEN c.type IN ('recognition', 'diplomatic_action') THEN 'diplomatic' END AS "Contexts",
    c.actor_name AS "Actor Name",
    c.actor_country AS "Actor Country",
    c.actor_sector AS "Primary Actor Sector",
    c.recipient_name AS "Recipient Name",
    c.recipient_country AS "Recipient Country",
    c.recipient_sector AS "Primary Recipient Sector",
    c.venue AS "Placename",
    c.source_name AS "Source",
    c.published_date AS "Publication Date",
    c.language AS "Language",
    c.cameo AS "CAMEO Code",
    c.actor_id AS "Actor ID",
    c.recipient_id AS "Recipient ID",
    c.status AS "Status",
    c.date_start AS "Date Start",
    c.date_end AS "Date End",
    c.date_precision AS "Date Precision",
    r.n_reports AS "Reports",
    c.confidence AS "Confidence",
    left(c.sentence, 300) AS "Quote",
    c.url AS "URL",
    c.claim_id AS "Claim ID"
FROM counted AS c
INNER JOIN reported AS r ON c.event_id = r.event_id
WHERE c.place = 1
ORDER BY c.event_id, c.actor_id NULLS LAST, c.recipient_id NULLS LAST
