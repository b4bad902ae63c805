CREATE TABLE coalition (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    public_euro BOOLEAN NOT NULL,
    founded_at BIGINT NOT NULL
);

CREATE TABLE membership (
    coalition_id TEXT NOT NULL REFERENCES coalition (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    side TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT,
    rank BIGINT NOT NULL,
    PRIMARY KEY (coalition_id, organisation_id, side)
);
