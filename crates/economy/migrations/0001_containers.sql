-- Crates, jars, bottles: what goes out against a deposit and should come back.
CREATE TABLE container (
    owner_id TEXT NOT NULL REFERENCES organisation (id),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    deposit BIGINT NOT NULL CHECK (deposit >= 0),
    PRIMARY KEY (owner_id, id)
);
CREATE UNIQUE INDEX container_id ON container (id);
