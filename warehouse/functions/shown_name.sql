-- name: the name to show of an identity: the known one, else the identifier without its prefix and text
-- note: an identity of one text alone (an unnamed group, a name tied to nobody) has no row in v_actors
CREATE MACRO shown_name(known_name, identity_id) AS -- noqa: CP05
coalesce(known_name, regexp_replace(identity_id, '^(NAME|OPEN):|@[0-9a-f]+$', '', 'g'));
