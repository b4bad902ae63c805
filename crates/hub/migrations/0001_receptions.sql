-- What a producer brought for a cycle.
CREATE TABLE reception (
    hub_id TEXT NOT NULL,
    cycle_id TEXT NOT NULL,
    producer_id TEXT NOT NULL REFERENCES organisation (id),
    received_at BIGINT NOT NULL,
    received_by TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (hub_id, cycle_id, producer_id),
    FOREIGN KEY (hub_id, cycle_id) REFERENCES cycle (hub_id, id)
);

-- In which lots it came: one reference may come in several.
CREATE TABLE reception_lot (
    hub_id TEXT NOT NULL,
    cycle_id TEXT NOT NULL,
    producer_id TEXT NOT NULL,
    reference_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    lot TEXT NOT NULL,
    best_before TEXT,
    quantity BIGINT NOT NULL CHECK (quantity >= 0),
    measure BIGINT NOT NULL CHECK (measure >= 0),
    received_at BIGINT NOT NULL,
    -- Its number, article and producer as they were called then, folded: what a search looks through.
    searched TEXT NOT NULL,
    PRIMARY KEY (hub_id, cycle_id, producer_id, reference_id, number),
    FOREIGN KEY (hub_id, cycle_id, producer_id) REFERENCES reception (hub_id, cycle_id, producer_id)
);
-- A search goes through the latest lots first and stops when it has enough.
CREATE INDEX reception_lot_latest ON reception_lot (hub_id, received_at, reference_id, number);

CREATE TABLE reception_container (
    hub_id TEXT NOT NULL,
    cycle_id TEXT NOT NULL,
    producer_id TEXT NOT NULL,
    container_id TEXT NOT NULL,
    came BIGINT NOT NULL CHECK (came >= 0),
    went BIGINT NOT NULL CHECK (went >= 0),
    PRIMARY KEY (hub_id, cycle_id, producer_id, container_id),
    FOREIGN KEY (hub_id, cycle_id, producer_id) REFERENCES reception (hub_id, cycle_id, producer_id)
);

-- A shortage that was shared, with what is needed to share it again and get the same.
CREATE TABLE shortage (
    hub_id TEXT NOT NULL,
    cycle_id TEXT NOT NULL,
    reference_id TEXT NOT NULL,
    rule TEXT NOT NULL,
    grain BIGINT NOT NULL,
    received BIGINT NOT NULL,
    -- What stood in for it, and how much of that was left; none where nothing could.
    second_id TEXT,
    second_grain BIGINT,
    second_left BIGINT,
    shared_at BIGINT NOT NULL,
    shared_by TEXT NOT NULL,
    PRIMARY KEY (hub_id, cycle_id, reference_id)
);

-- What each shop gets of what came: its share at first, then what was prepared, and what is invoiced
-- where that differs. What stands in for another article is a row of its own beside what the shop ordered
-- of it; every other row stands for itself.
CREATE TABLE allotment (
    hub_id TEXT NOT NULL,
    cycle_id TEXT NOT NULL,
    shop_id TEXT NOT NULL,
    reference_id TEXT NOT NULL,
    share BIGINT NOT NULL CHECK (share >= 0),
    rank BIGINT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity >= 0),
    measure BIGINT NOT NULL CHECK (measure >= 0),
    invoiced BIGINT,
    reason TEXT,
    remark TEXT NOT NULL,
    stands_for_id TEXT NOT NULL,
    PRIMARY KEY (hub_id, cycle_id, shop_id, reference_id, stands_for_id)
);
CREATE INDEX allotment_reference ON allotment (hub_id, cycle_id, reference_id);
CREATE INDEX allotment_stands_for ON allotment (hub_id, cycle_id, stands_for_id);
