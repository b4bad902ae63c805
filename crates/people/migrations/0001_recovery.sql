-- Codes on paper, each good once, under a digest.
CREATE TABLE recovery_code (
    digest TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    made_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX recovery_code_person ON recovery_code (person_id);
