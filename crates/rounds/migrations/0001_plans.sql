-- A plan of rounds with all that it was made from: it can be made again to the byte.
CREATE TABLE plan (
    hub_id TEXT NOT NULL REFERENCES coalition (id),
    id TEXT NOT NULL,
    day TEXT NOT NULL,
    number BIGINT NOT NULL,
    goal TEXT NOT NULL,
    -- How it came about: searched, moved by hand, mended after a change.
    made TEXT NOT NULL,
    -- The plan that it was made from; none where it was searched from nothing.
    base_id TEXT,
    seed BIGINT NOT NULL,
    -- So many were asked for, after so many it ended.
    iterations BIGINT NOT NULL,
    ended_at_iteration BIGINT NOT NULL,
    engine TEXT NOT NULL,
    -- Where times and distances come from, and of which date they are, in words.
    ways TEXT NOT NULL,
    ways_of TEXT NOT NULL,
    state TEXT NOT NULL,
    -- JSON: routing::Description and routing::Plan.
    description TEXT NOT NULL,
    result TEXT NOT NULL,
    rounds BIGINT NOT NULL,
    metres BIGINT NOT NULL,
    cents BIGINT NOT NULL,
    seconds BIGINT NOT NULL,
    grams BIGINT NOT NULL,
    -- Hundredths of a percent of what the vehicles hold, at their fullest.
    fill BIGINT NOT NULL,
    late_seconds BIGINT NOT NULL,
    left_out BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    published_at BIGINT,
    published_by TEXT,
    PRIMARY KEY (hub_id, id)
);
CREATE UNIQUE INDEX plan_hub_id_day_number ON plan (hub_id, day, number);

-- The vehicles that a plan may use, in its order, with who drives them and what they cost and emit on that day.
CREATE TABLE plan_vehicle (
    hub_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    vehicle_id TEXT NOT NULL,
    place BIGINT NOT NULL,
    driver_id TEXT,
    fixed_cents BIGINT NOT NULL,
    cents_per_km BIGINT NOT NULL,
    cents_per_hour BIGINT NOT NULL,
    cents_per_stop BIGINT NOT NULL,
    grams_per_km BIGINT NOT NULL,
    PRIMARY KEY (hub_id, plan_id, vehicle_id),
    FOREIGN KEY (hub_id, plan_id) REFERENCES plan (hub_id, id)
);

-- Shipments that somebody tied to a vehicle: what is searched from this plan keeps them there.
CREATE TABLE plan_lock (
    hub_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    shipment_id TEXT NOT NULL,
    vehicle_id TEXT NOT NULL,
    locked_at BIGINT NOT NULL,
    locked_by TEXT NOT NULL,
    PRIMARY KEY (hub_id, plan_id, shipment_id),
    FOREIGN KEY (hub_id, plan_id) REFERENCES plan (hub_id, id)
);

-- The rounds of a plan once it is published, laid out for those who drive and those who wait.
CREATE TABLE round (
    hub_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    vehicle_id TEXT NOT NULL,
    driver_id TEXT,
    departs_at BIGINT NOT NULL,
    arrives_at BIGINT NOT NULL,
    metres BIGINT NOT NULL,
    cents BIGINT NOT NULL,
    PRIMARY KEY (hub_id, plan_id, number),
    FOREIGN KEY (hub_id, plan_id) REFERENCES plan (hub_id, id)
);
CREATE INDEX round_driver ON round (driver_id, departs_at);

CREATE TABLE halt (
    hub_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    round_number BIGINT NOT NULL,
    -- From 1, in the order that they are driven.
    place BIGINT NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    site_id TEXT NOT NULL,
    arrives_at BIGINT NOT NULL,
    begins_at BIGINT NOT NULL,
    leaves_at BIGINT NOT NULL,
    PRIMARY KEY (hub_id, plan_id, round_number, place),
    FOREIGN KEY (hub_id, plan_id, round_number) REFERENCES round (hub_id, plan_id, number)
);

CREATE TABLE halt_item (
    hub_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    round_number BIGINT NOT NULL,
    place BIGINT NOT NULL,
    shipment_id TEXT NOT NULL,
    does TEXT NOT NULL,
    PRIMARY KEY (hub_id, plan_id, round_number, place, shipment_id, does),
    FOREIGN KEY (hub_id, plan_id, round_number, place)
        REFERENCES halt (hub_id, plan_id, round_number, place)
);
CREATE INDEX halt_item_shipment ON halt_item (hub_id, shipment_id);
