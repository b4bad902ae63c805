CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT,
    language TEXT NOT NULL,
    password_hash TEXT,
    created_at BIGINT NOT NULL,
    suspended_at BIGINT
);
CREATE UNIQUE INDEX person_email ON person (email);

CREATE TABLE mandate (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    coalition_id TEXT,
    organisation_id TEXT REFERENCES organisation (id),
    label TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    deputy_id TEXT REFERENCES person (id),
    given_at BIGINT NOT NULL,
    given_by TEXT NOT NULL
);
CREATE INDEX mandate_person ON mandate (person_id);
CREATE INDEX mandate_deputy ON mandate (deputy_id);
CREATE INDEX mandate_coalition ON mandate (coalition_id, organisation_id);

-- Only a digest of the cookie is kept: who reads the database cannot come in with it.
CREATE TABLE session (
    digest TEXT NOT NULL PRIMARY KEY,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    mandate_id TEXT,
    agent TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE INDEX session_person ON session (person_id);

CREATE TABLE single_use_link (
    digest TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX single_use_link_person ON single_use_link (person_id);
