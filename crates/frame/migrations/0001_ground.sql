-- What was done, by whom, under which mandate.
CREATE TABLE journal (
    id TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    coalition_id TEXT,
    person_id TEXT NOT NULL,
    mandate_id TEXT,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX journal_coalition ON journal (coalition_id, at);
CREATE INDEX journal_subject ON journal (subject, at);

-- Letters wait here until they are sent; without a mail server they are shown to the administrator.
CREATE TABLE letter (
    id TEXT NOT NULL PRIMARY KEY,
    written_at BIGINT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    secret BOOLEAN NOT NULL,
    tries BIGINT NOT NULL,
    next_try_at BIGINT NOT NULL,
    sent_at BIGINT,
    problem TEXT
);
CREATE INDEX letter_next_try ON letter (sent_at, next_try_at);

CREATE TABLE letter_file (
    letter_id TEXT NOT NULL REFERENCES letter (id),
    number BIGINT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (letter_id, number)
);

-- Work that takes longer than a person waits: how far it is, and whether somebody asked it to stop.
CREATE TABLE task (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL,
    title TEXT NOT NULL,
    target TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    beat_at BIGINT NOT NULL,
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    state TEXT NOT NULL,
    stop_asked BOOLEAN NOT NULL,
    message TEXT NOT NULL
);
