-- question: What is asserted by one text and denied by another?
-- reads: v_contradictions
SELECT c.type, c.action, c.actor_id, c.target_id, c.asserted_on, c.asserted_sentence, c.denied_on, c.denied_sentence
FROM v_contradictions AS c
ORDER BY c.asserted_on, c.denied_on, c.asserted_claim_id, c.denied_claim_id
