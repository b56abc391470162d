-- name: who takes part in each claim, and who that is across texts
-- grain: one row per claim, role and place
-- reads: parties_of, participants, events
-- note: the rule stands in parties_of
CREATE VIEW v_parties AS
SELECT p.* FROM parties_of('participants', 'events') AS p;

COMMENT ON VIEW v_parties IS 'Who takes part in each claim, and who that is across texts; one row per claim, role and place';
COMMENT ON COLUMN v_parties.claim_id IS 'Claim';
COMMENT ON COLUMN v_parties.version_id IS 'Text that tells it';
COMMENT ON COLUMN v_parties.role IS 'Word of ref_roles';
COMMENT ON COLUMN v_parties.ordinal IS 'Place within the role, from 0';
COMMENT ON COLUMN v_parties.actor_id IS 'Actor as the text names it: the identifier of the annotation guide';
COMMENT ON COLUMN v_parties.identity_id IS 'Who it is across texts; of an open one the actor_id, @ and the text';
COMMENT ON COLUMN v_parties.is_open IS 'Whether it is of its text alone: an unnamed group, or a name that is tied to nobody';
COMMENT ON COLUMN v_parties.name IS 'Name as the text writes it';
COMMENT ON COLUMN v_parties.kind IS 'What it is, such as state, body, person or group_open';
COMMENT ON COLUMN v_parties.score IS 'How sure the tie is, 0 to 1; NULL where none was needed or made';
COMMENT ON COLUMN v_parties.rule IS 'Rule that tied it; NULL likewise';
