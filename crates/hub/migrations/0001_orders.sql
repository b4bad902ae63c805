CREATE TABLE shop_order (
    hub_id TEXT NOT NULL,
    cycle_id TEXT NOT NULL,
    shop_id TEXT NOT NULL REFERENCES organisation (id),
    delivers_on TEXT NOT NULL,
    note TEXT NOT NULL,
    placed_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (hub_id, cycle_id, shop_id),
    FOREIGN KEY (hub_id, cycle_id) REFERENCES cycle (hub_id, id)
);
CREATE INDEX shop_order_shop ON shop_order (hub_id, shop_id, placed_at);

-- What a shop orders of a reference. A line of zero is kept: its trail says what it was.
CREATE TABLE order_line (
    hub_id TEXT NOT NULL,
    cycle_id TEXT NOT NULL,
    shop_id TEXT NOT NULL,
    reference_id TEXT NOT NULL,
    ordered BIGINT NOT NULL CHECK (ordered >= 0),
    takes_second_choice BOOLEAN NOT NULL,
    -- When the quantity last grew: its place in the queue.
    placed_at BIGINT NOT NULL,
    PRIMARY KEY (hub_id, cycle_id, shop_id, reference_id),
    FOREIGN KEY (hub_id, cycle_id, shop_id) REFERENCES shop_order (hub_id, cycle_id, shop_id)
);
CREATE INDEX order_line_reference ON order_line (hub_id, cycle_id, reference_id);

-- The trail of what was changed after it was placed.
CREATE TABLE order_change (
    hub_id TEXT NOT NULL,
    cycle_id TEXT NOT NULL,
    shop_id TEXT NOT NULL,
    reference_id TEXT NOT NULL,
    id TEXT NOT NULL,
    at BIGINT NOT NULL,
    person_id TEXT NOT NULL,
    before BIGINT NOT NULL,
    after BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (hub_id, cycle_id, shop_id, reference_id, id)
);

CREATE TABLE favourite (
    shop_id TEXT NOT NULL,
    reference_id TEXT NOT NULL,
    PRIMARY KEY (shop_id, reference_id)
);
