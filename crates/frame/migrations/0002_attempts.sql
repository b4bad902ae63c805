-- How often somebody has knocked of late, under a digest of who: for all nodes, and over a restart.
CREATE TABLE attempt (
    digest TEXT NOT NULL PRIMARY KEY,
    since BIGINT NOT NULL,
    made BIGINT NOT NULL
);
CREATE INDEX attempt_since ON attempt (since);
