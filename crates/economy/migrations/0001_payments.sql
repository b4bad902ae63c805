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
CREATE INDEX payment_party ON payment (party_id, side, book, paid_on);

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
-- As with documents, only the primary key begins with the book.
CREATE INDEX claim_party ON claim (party_id, side, book, settled_on);
CREATE INDEX claim_settled_on ON claim (settled_on, side, book);

-- Which credit settled which claim, and when. A settlement is undone by one the other way: the credit is
-- then the claim.
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
CREATE INDEX settlement_credit ON settlement (credit_id, book);
