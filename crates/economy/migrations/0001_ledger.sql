-- An account counts one unit: a currency, a kind of container, a reference's stock.
CREATE TABLE account (
    book TEXT NOT NULL,
    id TEXT NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (book, id)
);

-- What transfers are made for: a document, a payment, an order, a delivery. Its id is the caller's, and
-- makes a repetition harmless.
CREATE TABLE cause (
    book TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    at BIGINT NOT NULL,
    day TEXT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (book, id)
);
CREATE INDEX cause_kind ON cause (book, kind, day);

-- One row holds both sides, so that an unbalanced entry cannot be written. Rows are never changed.
CREATE TABLE transfer (
    book TEXT NOT NULL,
    cause_id TEXT NOT NULL,
    line BIGINT NOT NULL,
    debit TEXT NOT NULL,
    credit TEXT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount > 0 AND amount <= 9007199254740991),
    PRIMARY KEY (book, cause_id, line),
    FOREIGN KEY (book, cause_id) REFERENCES cause (book, id),
    FOREIGN KEY (book, debit) REFERENCES account (book, id),
    FOREIGN KEY (book, credit) REFERENCES account (book, id),
    CHECK (debit <> credit)
);
CREATE INDEX transfer_debit ON transfer (book, debit);
CREATE INDEX transfer_credit ON transfer (book, credit);

-- A running balance, only for accounts that may be refused: it equals their transfers' sum and is never
-- below zero.
CREATE TABLE guard (
    book TEXT NOT NULL,
    account TEXT NOT NULL,
    free BIGINT NOT NULL CHECK (free >= 0),
    PRIMARY KEY (book, account),
    FOREIGN KEY (book, account) REFERENCES account (book, id)
);

-- Human numbers without gaps.
CREATE TABLE counter (
    book TEXT NOT NULL,
    series TEXT NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (book, series)
);
