-- What must be moved: written by the hub's cycle or by a member, carried by a round.
CREATE TABLE shipment (
    coalition_id TEXT NOT NULL REFERENCES coalition (id),
    id TEXT NOT NULL,
    origin TEXT NOT NULL,
    -- Whose sale it belongs to; none by hand.
    cycle_id TEXT,
    sender_id TEXT NOT NULL REFERENCES organisation (id),
    -- None where the organisation has no site yet: no round can carry it then.
    sender_site_id TEXT,
    receiver_id TEXT NOT NULL REFERENCES organisation (id),
    receiver_site_id TEXT,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL CHECK (last_day >= first_day),
    -- Minutes after midnight: ready from, there by.
    ready_minute BIGINT,
    due_minute BIGINT,
    dry_crates BIGINT NOT NULL CHECK (dry_crates >= 0),
    cold_crates BIGINT NOT NULL CHECK (cold_crates >= 0),
    frozen_crates BIGINT NOT NULL CHECK (frozen_crates >= 0),
    kilograms BIGINT NOT NULL CHECK (kilograms >= 0),
    needs TEXT NOT NULL,
    standing TEXT NOT NULL,
    -- The published round that carries it.
    plan_id TEXT,
    round_number BIGINT,
    note TEXT NOT NULL,
    -- The member that asked for it; none where the hub did.
    asked_for_id TEXT REFERENCES organisation (id),
    added_at BIGINT NOT NULL,
    added_by TEXT NOT NULL,
    PRIMARY KEY (coalition_id, id)
);
-- A cycle moves one thing of a kind between two organisations; by hand there is no cycle, and no limit.
CREATE UNIQUE INDEX shipment_cycle_id_origin_sender_id_receiver_id
    ON shipment (cycle_id, origin, sender_id, receiver_id);
CREATE INDEX shipment_last_day ON shipment (coalition_id, last_day, first_day);
