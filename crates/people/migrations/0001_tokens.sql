-- What lets a program in: a person's, under one of their mandates, or a service's, under a role of its own.
-- Only a digest of the token is kept. A service's own identifier stands where a person's would.
CREATE TABLE api_token (
    id TEXT NOT NULL PRIMARY KEY,
    digest TEXT NOT NULL,
    name TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    mandate_id TEXT REFERENCES mandate (id),
    coalition_id TEXT,
    role TEXT,
    label TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    revoked_at BIGINT
);
CREATE UNIQUE INDEX api_token_digest ON api_token (digest);
CREATE INDEX api_token_person ON api_token (person_id);
CREATE INDEX api_token_coalition ON api_token (coalition_id);
