-- What was begun at the door and ends in another request, perhaps to another node: a passkey's challenge, the
-- way to a sign-in provider and back. Only a digest of its secret is kept.
CREATE TABLE ceremony (
    digest TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    state TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX ceremony_expires_at ON ceremony (expires_at);

-- The devices that a person came by, under a digest of a cookie; a letter tells them of a new one.
CREATE TABLE known_device (
    person_id TEXT NOT NULL REFERENCES person (id),
    digest TEXT NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, digest)
);

-- Who asked for a new password, known here or not: the answer is the same, and letters are written after it.
CREATE TABLE reset_asked (
    id TEXT NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    at BIGINT NOT NULL
);
