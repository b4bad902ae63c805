-- One consolidated order for each producer of a cycle. A revision above the one sent is to be sent.
CREATE TABLE supply_order (
    hub_id TEXT NOT NULL,
    cycle_id TEXT NOT NULL,
    producer_id TEXT NOT NULL REFERENCES organisation (id),
    number BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    sent_revision BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (hub_id, cycle_id, producer_id),
    FOREIGN KEY (hub_id, cycle_id) REFERENCES cycle (hub_id, id)
);
CREATE UNIQUE INDEX supply_order_hub_id_number ON supply_order (hub_id, number);

CREATE TABLE supply_line (
    hub_id TEXT NOT NULL,
    cycle_id TEXT NOT NULL,
    producer_id TEXT NOT NULL,
    reference_id TEXT NOT NULL,
    ordered BIGINT NOT NULL,
    PRIMARY KEY (hub_id, cycle_id, producer_id, reference_id)
);
