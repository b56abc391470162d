-- question: What is the mix of sources, and how many events rest on one alone?
-- reads: v_source_mix
SELECT
    m.source_name AS source,
    m.n_claims,
    m.n_events,
    m.n_events_told_by_it_alone
FROM v_source_mix AS m
ORDER BY m.n_claims DESC, m.source_name
