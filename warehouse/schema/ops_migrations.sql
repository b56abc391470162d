-- ops_migrations: Migrations applied, in order
-- grain: one row per migration of this file
CREATE TABLE ops_migrations (
    version INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    applied_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (version),
    CHECK (version > 0)
);

COMMENT ON TABLE ops_migrations IS 'Migrations applied, in order; one row per migration of this file';
COMMENT ON COLUMN ops_migrations.version IS 'Number of the migration';
COMMENT ON COLUMN ops_migrations.name IS 'File it is in';
COMMENT ON COLUMN ops_migrations.sha256 IS 'SHA-256 of the file when it was applied, hexadecimal';
COMMENT ON COLUMN ops_migrations.applied_at IS 'Wall clock when it was applied';
