-- An address under which a calendar reads, without signing in, what one person sees under one mandate. Only
-- a digest of it is kept: who reads the database cannot read the calendar with it.
CREATE TABLE feed (
    mandate_id TEXT NOT NULL REFERENCES mandate (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    digest TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (mandate_id, person_id)
);
CREATE UNIQUE INDEX feed_digest ON feed (digest);
CREATE INDEX feed_person ON feed (person_id);
