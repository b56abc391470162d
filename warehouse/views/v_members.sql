-- name: who is a member of which body, and when
-- grain: one row per body, member and span
-- reads: ref_memberships
-- note: members on day D: (valid_from IS NULL OR valid_from <= D) AND (valid_to IS NULL OR D < valid_to); on the day of
--   leaving one is a member no more
CREATE VIEW v_members AS
SELECT
    m.body_id AS group_id,
    m.member_id,
    m.valid_from,
    m.valid_to,
    m.source
FROM ref_memberships AS m;

COMMENT ON VIEW v_members IS 'Who is a member of which body, and when; one row per body, member and span';
COMMENT ON COLUMN v_members.group_id IS 'Body';
COMMENT ON COLUMN v_members.member_id IS 'Member: a state, or a body such as the EU';
COMMENT ON COLUMN v_members.valid_from IS 'First calendar day of membership; NULL where unknown or always';
COMMENT ON COLUMN v_members.valid_to IS 'Day on which the membership ended; NULL while it lasts';
COMMENT ON COLUMN v_members.source IS 'Where the row is from';
