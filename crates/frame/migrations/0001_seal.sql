-- A seal over the rows that waited: what it says, its hash, and who signed it.
CREATE TABLE seal (
    number BIGINT NOT NULL PRIMARY KEY,
    made_at BIGINT NOT NULL,
    row_count BIGINT NOT NULL,
    complete BOOLEAN NOT NULL,
    root TEXT NOT NULL,
    previous TEXT NOT NULL,
    public_key TEXT NOT NULL,
    signature TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE UNIQUE INDEX seal_hash ON seal (hash);

-- Which row is in which seal, and where. A salt is forgotten with the content that it hides.
CREATE TABLE seal_row (
    kind TEXT NOT NULL,
    book TEXT NOT NULL,
    row_id TEXT NOT NULL,
    seal BIGINT NOT NULL REFERENCES seal (number),
    place BIGINT NOT NULL,
    salt TEXT,
    hash TEXT NOT NULL,
    PRIMARY KEY (kind, book, row_id)
);
CREATE UNIQUE INDEX seal_row_seal_place ON seal_row (seal, place);

-- The days whose last seal was written to the auditors.
CREATE TABLE seal_letter (
    day TEXT NOT NULL PRIMARY KEY,
    seal BIGINT NOT NULL
);

-- Which node does what only one needs to do, and until when.
CREATE TABLE lease (
    name TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    until BIGINT NOT NULL
);

CREATE INDEX journal_at ON journal (at);
