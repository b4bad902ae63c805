-- What a driver did, each once: a telephone sends what it kept while there was no network, again if need be.
CREATE TABLE road_act (
    hub_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    round_number BIGINT NOT NULL,
    -- Made by the telephone when the act was done.
    act_key TEXT NOT NULL,
    -- In the order that they came in, from 1.
    number BIGINT NOT NULL,
    kind TEXT NOT NULL,
    -- The halt; none for what is of the whole round.
    place BIGINT,
    happened_at BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    person_id TEXT NOT NULL,
    -- Of all that was sent: another act under the same key is a mistake.
    digest TEXT NOT NULL,
    PRIMARY KEY (hub_id, plan_id, round_number, act_key),
    FOREIGN KEY (hub_id, plan_id, round_number) REFERENCES round (hub_id, plan_id, number)
);
CREATE UNIQUE INDEX road_act_hub_id_plan_id_round_number_number
    ON road_act (hub_id, plan_id, round_number, number);

-- A round as it was driven.
CREATE TABLE round_run (
    hub_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    round_number BIGINT NOT NULL,
    departed_at BIGINT,
    ended_at BIGINT,
    -- What the driver announced last, and when.
    late_minutes BIGINT NOT NULL CHECK (late_minutes >= 0),
    late_told_at BIGINT,
    -- As the vehicle counted them; none where nobody looked.
    metres BIGINT CHECK (metres >= 0),
    -- Tolls, parking: what was paid on the way.
    extra_cents BIGINT NOT NULL CHECK (extra_cents >= 0),
    note TEXT NOT NULL,
    PRIMARY KEY (hub_id, plan_id, round_number),
    FOREIGN KEY (hub_id, plan_id, round_number) REFERENCES round (hub_id, plan_id, number)
);

-- A halt as it was made.
CREATE TABLE halt_run (
    hub_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    round_number BIGINT NOT NULL,
    place BIGINT NOT NULL,
    arrived_at BIGINT,
    left_at BIGINT,
    -- Who took or gave the goods, as they said; their signature as strokes; the code that they read out.
    met TEXT NOT NULL,
    signature TEXT NOT NULL,
    code TEXT NOT NULL,
    is_code_right BOOLEAN,
    -- Tenths of a degree.
    cold_temperature BIGINT,
    frozen_temperature BIGINT,
    note TEXT NOT NULL,
    PRIMARY KEY (hub_id, plan_id, round_number, place),
    FOREIGN KEY (hub_id, plan_id, round_number, place)
        REFERENCES halt (hub_id, plan_id, round_number, place)
);
CREATE INDEX halt_run_left ON halt_run (hub_id, left_at);

-- Empty crates that went with a halt or came back, besides those of the goods.
CREATE TABLE halt_crate (
    hub_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    round_number BIGINT NOT NULL,
    place BIGINT NOT NULL,
    container_id TEXT NOT NULL,
    given BIGINT NOT NULL CHECK (given >= 0),
    taken BIGINT NOT NULL CHECK (taken >= 0),
    PRIMARY KEY (hub_id, plan_id, round_number, place, container_id),
    FOREIGN KEY (hub_id, plan_id, round_number, place)
        REFERENCES halt_run (hub_id, plan_id, round_number, place)
);

-- Crates of a shipment that were not taken.
CREATE TABLE refusal (
    hub_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    round_number BIGINT NOT NULL,
    place BIGINT NOT NULL,
    shipment_id TEXT NOT NULL,
    crates BIGINT NOT NULL CHECK (crates > 0),
    because TEXT NOT NULL,
    note TEXT NOT NULL,
    -- JPEG.
    picture BYTEA,
    refused_at BIGINT NOT NULL,
    PRIMARY KEY (hub_id, plan_id, round_number, place, shipment_id),
    FOREIGN KEY (hub_id, plan_id, round_number, place)
        REFERENCES halt (hub_id, plan_id, round_number, place)
);

-- Addresses by which who waits at a halt sees when the vehicle comes, as digests.
CREATE TABLE tracking (
    hub_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    round_number BIGINT NOT NULL,
    place BIGINT NOT NULL,
    digest TEXT NOT NULL,
    -- What who waits may read out instead of signing.
    code TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (hub_id, plan_id, round_number, place, digest),
    FOREIGN KEY (hub_id, plan_id, round_number, place)
        REFERENCES halt (hub_id, plan_id, round_number, place)
);
CREATE UNIQUE INDEX tracking_digest ON tracking (digest);
CREATE INDEX tracking_expires ON tracking (expires_at);
