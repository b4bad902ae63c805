CREATE TABLE payment (
    book TEXT NOT NULL,
    id TEXT NOT NULL,
    side TEXT NOT NULL,
    party_id TEXT NOT NULL REFERENCES organisation (id),
    amount BIGINT NOT NULL CHECK (amount > 0),
    paid_on TEXT NOT NULL,
    method TEXT NOT NULL,
    note TEXT NOT NULL,
    reverses_id TEXT,
    recorded_at BIGINT NOT NULL,
    recorded_by TEXT NOT NULL,
    PRIMARY KEY (book, id)
);
CREATE UNIQUE INDEX payment_book_reverses_id ON payment (book, reverses_id);
CREATE INDEX payment_party ON payment (book, side, party_id, paid_on);

-- What is still open of a document or of a payment: above zero it is owed, below zero it is credit.
CREATE TABLE claim (
    book TEXT NOT NULL,
    id TEXT NOT NULL,
    side TEXT NOT NULL,
    party_id TEXT NOT NULL,
    source TEXT NOT NULL,
    begun_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    amount BIGINT NOT NULL,
    still_open BIGINT NOT NULL,
    settled_on TEXT,
    PRIMARY KEY (book, id)
);
CREATE INDEX claim_party ON claim (book, side, party_id, settled_on);
CREATE INDEX claim_settled_on ON claim (book, side, settled_on);

-- Which credit settled which claim, and when.
CREATE TABLE settlement (
    book TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    credit_id TEXT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount > 0),
    settled_on TEXT NOT NULL,
    PRIMARY KEY (book, claim_id, credit_id),
    FOREIGN KEY (book, claim_id) REFERENCES claim (book, id),
    FOREIGN KEY (book, credit_id) REFERENCES claim (book, id)
);
CREATE INDEX settlement_credit ON settlement (book, credit_id);
