CREATE TABLE cycle (
    hub_id TEXT NOT NULL REFERENCES coalition (id),
    id TEXT NOT NULL,
    number BIGINT NOT NULL,
    name TEXT NOT NULL,
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    repeats BOOLEAN NOT NULL,
    made_from_id TEXT,
    opened_at BIGINT,
    closed_at BIGINT,
    settled_at BIGINT,
    -- What held on the day of opening.
    shortage_rule TEXT,
    shop_payment_days BIGINT,
    producer_payment_days BIGINT,
    hub_per_order BIGINT NOT NULL,
    transport_per_order BIGINT NOT NULL,
    packing_per_order BIGINT NOT NULL,
    PRIMARY KEY (hub_id, id)
);
CREATE UNIQUE INDEX cycle_hub_id_number ON cycle (hub_id, number);
CREATE INDEX cycle_due ON cycle (closed_at, opens_at);

CREATE TABLE cycle_day (
    hub_id TEXT NOT NULL,
    cycle_id TEXT NOT NULL,
    delivers_on TEXT NOT NULL,
    PRIMARY KEY (hub_id, cycle_id, delivers_on),
    FOREIGN KEY (hub_id, cycle_id) REFERENCES cycle (hub_id, id)
);

-- Producers left out of a cycle; the next one made from it leaves them out too.
CREATE TABLE cycle_without (
    hub_id TEXT NOT NULL,
    cycle_id TEXT NOT NULL,
    producer_id TEXT NOT NULL,
    PRIMARY KEY (hub_id, cycle_id, producer_id),
    FOREIGN KEY (hub_id, cycle_id) REFERENCES cycle (hub_id, id)
);

-- The snapshot: which version of a reference a cycle offers, at which price, with which fees. Rows are
-- written when the cycle opens and never change.
CREATE TABLE offer (
    hub_id TEXT NOT NULL,
    cycle_id TEXT NOT NULL,
    reference_id TEXT NOT NULL,
    producer_id TEXT NOT NULL,
    code TEXT NOT NULL,
    version BIGINT NOT NULL,
    price BIGINT NOT NULL,
    vat_rate BIGINT NOT NULL,
    stock_mode TEXT NOT NULL,
    second_choice_id TEXT,
    deposit BIGINT NOT NULL,
    hub_rate BIGINT NOT NULL,
    transport_rate BIGINT NOT NULL,
    packing_rate BIGINT NOT NULL,
    hub_per_unit BIGINT NOT NULL,
    transport_per_unit BIGINT NOT NULL,
    packing_per_unit BIGINT NOT NULL,
    PRIMARY KEY (hub_id, cycle_id, reference_id),
    FOREIGN KEY (hub_id, cycle_id) REFERENCES cycle (hub_id, id)
);
CREATE INDEX offer_producer ON offer (hub_id, cycle_id, producer_id);

CREATE TABLE offer_arrangement (
    hub_id TEXT NOT NULL,
    cycle_id TEXT NOT NULL,
    reference_id TEXT NOT NULL,
    shop_id TEXT NOT NULL,
    price BIGINT,
    hidden BOOLEAN NOT NULL,
    PRIMARY KEY (hub_id, cycle_id, reference_id, shop_id),
    FOREIGN KEY (hub_id, cycle_id, reference_id) REFERENCES offer (hub_id, cycle_id, reference_id)
);
