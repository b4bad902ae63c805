-- What a round was booked at, once: what the coalition owes whose vehicle drove it.
CREATE TABLE round_cost (
    coalition_id TEXT NOT NULL REFERENCES coalition (id),
    -- Of the ledger.
    cause_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    round_number BIGINT NOT NULL,
    day TEXT NOT NULL,
    carrier_id TEXT NOT NULL REFERENCES organisation (id),
    planned_cents BIGINT NOT NULL CHECK (planned_cents >= 0),
    -- As it was driven.
    real_cents BIGINT NOT NULL CHECK (real_cents >= 0),
    -- As the agreement pays it.
    booked_cents BIGINT NOT NULL CHECK (booked_cents >= 0),
    booked_at BIGINT NOT NULL,
    booked_by TEXT NOT NULL,
    PRIMARY KEY (coalition_id, plan_id, round_number)
);
CREATE INDEX round_cost_day ON round_cost (coalition_id, day);

-- What is booked, spread over what was carried, to the cent; and what the round would have saved without it.
CREATE TABLE shipment_cost (
    coalition_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    round_number BIGINT NOT NULL,
    shipment_id TEXT NOT NULL,
    cycle_id TEXT,
    sender_id TEXT NOT NULL REFERENCES organisation (id),
    receiver_id TEXT NOT NULL REFERENCES organisation (id),
    booked_cents BIGINT NOT NULL CHECK (booked_cents >= 0),
    -- None where nobody can say.
    marginal_cents BIGINT,
    PRIMARY KEY (coalition_id, plan_id, round_number, shipment_id),
    FOREIGN KEY (coalition_id, plan_id, round_number)
        REFERENCES round_cost (coalition_id, plan_id, round_number)
);
CREATE INDEX shipment_cost_cycle ON shipment_cost (coalition_id, cycle_id);
