CREATE TABLE preparation (
    hub_id TEXT NOT NULL,
    cycle_id TEXT NOT NULL,
    shop_id TEXT NOT NULL REFERENCES organisation (id),
    prepared_at BIGINT NOT NULL,
    prepared_by TEXT NOT NULL,
    PRIMARY KEY (hub_id, cycle_id, shop_id)
);

CREATE TABLE delivery (
    hub_id TEXT NOT NULL,
    cycle_id TEXT NOT NULL,
    shop_id TEXT NOT NULL REFERENCES organisation (id),
    id TEXT NOT NULL,
    number BIGINT NOT NULL,
    delivered_at BIGINT NOT NULL,
    delivered_by TEXT NOT NULL,
    -- Who took it, in their own words, and what they had to say.
    taken_by TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (hub_id, cycle_id, shop_id)
);
CREATE UNIQUE INDEX delivery_hub_id_number ON delivery (hub_id, number);

CREATE TABLE delivery_container (
    hub_id TEXT NOT NULL,
    cycle_id TEXT NOT NULL,
    shop_id TEXT NOT NULL,
    container_id TEXT NOT NULL,
    -- Of the hub's own accord: crates that goods travel in. What goes out with goods follows from them.
    extra_out BIGINT NOT NULL CHECK (extra_out >= 0),
    back BIGINT NOT NULL CHECK (back >= 0),
    PRIMARY KEY (hub_id, cycle_id, shop_id, container_id),
    FOREIGN KEY (hub_id, cycle_id, shop_id) REFERENCES delivery (hub_id, cycle_id, shop_id)
);
