-- Who asked to be erased, and who was. Beside the backups stands a list of the second, so that a backup from
-- before an erasure brings nobody back.
CREATE TABLE erasure (
    person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
    asked_at BIGINT NOT NULL,
    erased_at BIGINT,
    erased_by TEXT
);
CREATE INDEX erasure_erased_at ON erasure (erased_at);
