-- A producer's article. What it says is in its versions; a cycle refers to one, so that nothing is copied.
CREATE TABLE reference (
    producer_id TEXT NOT NULL REFERENCES organisation (id),
    id TEXT NOT NULL,
    code TEXT NOT NULL,
    version BIGINT NOT NULL,
    stock_mode TEXT NOT NULL,
    cycle_stock BIGINT NOT NULL CHECK (cycle_stock >= 0),
    second_choice_id TEXT,
    withdrawn_at BIGINT,
    PRIMARY KEY (producer_id, id)
);
CREATE UNIQUE INDEX reference_producer_id_code ON reference (producer_id, code);
CREATE UNIQUE INDEX reference_id ON reference (id);

CREATE TABLE reference_version (
    reference_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    family TEXT NOT NULL,
    order_unit TEXT NOT NULL,
    pay_unit TEXT NOT NULL,
    measure_per_unit BIGINT NOT NULL CHECK (measure_per_unit > 0),
    content BIGINT,
    content_unit TEXT,
    price BIGINT CHECK (price >= 0),
    vat_category TEXT NOT NULL,
    storage TEXT NOT NULL,
    origin TEXT NOT NULL,
    certificates TEXT NOT NULL,
    allergens TEXT NOT NULL,
    step BIGINT NOT NULL CHECK (step > 0),
    picture_id TEXT,
    container_id TEXT,
    containers BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    PRIMARY KEY (reference_id, version)
);

-- What a producer agreed with one shop: a price of its own, or not to offer at all.
CREATE TABLE arrangement (
    reference_id TEXT NOT NULL,
    shop_id TEXT NOT NULL REFERENCES organisation (id),
    price BIGINT CHECK (price >= 0),
    hidden BOOLEAN NOT NULL,
    PRIMARY KEY (reference_id, shop_id)
);

CREATE TABLE picture (
    producer_id TEXT NOT NULL,
    id TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (producer_id, id)
);

-- A file between its preview and the decision to take it in.
CREATE TABLE import_draft (
    producer_id TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes BYTEA NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (producer_id, id)
);
