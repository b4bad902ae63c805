-- Terms hold from their first day until the next terms do.
CREATE TABLE terms (
    coalition_id TEXT NOT NULL REFERENCES coalition (id),
    starts_on TEXT NOT NULL,
    shortage_rule TEXT NOT NULL,
    shop_payment_days BIGINT NOT NULL,
    producer_payment_days BIGINT NOT NULL,
    agreed_at BIGINT NOT NULL,
    agreed_by TEXT NOT NULL,
    PRIMARY KEY (coalition_id, starts_on)
);

CREATE TABLE fee (
    coalition_id TEXT NOT NULL REFERENCES coalition (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    basis TEXT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount >= 0),
    producer_id TEXT REFERENCES organisation (id),
    family TEXT,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    agreed_at BIGINT NOT NULL,
    agreed_by TEXT NOT NULL,
    PRIMARY KEY (coalition_id, id)
);
