-- Vehicles of member organisations, for the rounds of a hub.
CREATE TABLE vehicle (
    hub_id TEXT NOT NULL REFERENCES coalition (id),
    id TEXT NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    -- Where it begins and ends its day.
    site_id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    fuel TEXT NOT NULL,
    dry_crates BIGINT NOT NULL CHECK (dry_crates >= 0),
    cold_crates BIGINT NOT NULL CHECK (cold_crates >= 0),
    frozen_crates BIGINT NOT NULL CHECK (frozen_crates >= 0),
    kilograms BIGINT NOT NULL CHECK (kilograms > 0),
    traits TEXT NOT NULL,
    -- In cents, from the calculator or by hand; none until somebody has said what it costs.
    fixed_cents BIGINT CHECK (fixed_cents >= 0),
    cents_per_km BIGINT CHECK (cents_per_km >= 0),
    cents_per_hour BIGINT CHECK (cents_per_hour >= 0),
    cents_per_stop BIGINT CHECK (cents_per_stop >= 0),
    -- What it emits, well to wheel, per kilometre.
    grams_per_km BIGINT NOT NULL CHECK (grams_per_km >= 0),
    -- Weekdays from 1 for Monday, as `12345`; minutes after midnight.
    weekdays TEXT NOT NULL,
    from_minute BIGINT NOT NULL,
    to_minute BIGINT NOT NULL CHECK (to_minute > from_minute),
    retired_on TEXT,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    PRIMARY KEY (hub_id, id)
);
CREATE INDEX vehicle_organisation ON vehicle (hub_id, organisation_id);

-- What the calculator was told of a vehicle: its prices follow from it.
CREATE TABLE vehicle_cost (
    hub_id TEXT NOT NULL,
    vehicle_id TEXT NOT NULL,
    -- Litres, kilograms or kilowatt-hours in a hundred kilometres, in thousandths.
    use_per_100_km BIGINT NOT NULL CHECK (use_per_100_km >= 0),
    -- Of one of them, in hundredths of a cent.
    energy_price BIGINT NOT NULL CHECK (energy_price >= 0),
    -- Tyres, maintenance, repairs: hundredths of a cent a kilometre.
    wear_per_km BIGINT NOT NULL CHECK (wear_per_km >= 0),
    purchase_cents BIGINT NOT NULL CHECK (purchase_cents >= 0),
    resale_cents BIGINT NOT NULL CHECK (resale_cents >= 0),
    years BIGINT NOT NULL CHECK (years > 0),
    days_per_year BIGINT NOT NULL CHECK (days_per_year > 0),
    insurance_cents BIGINT NOT NULL CHECK (insurance_cents >= 0),
    tax_cents BIGINT NOT NULL CHECK (tax_cents >= 0),
    wage_cents_per_hour BIGINT NOT NULL CHECK (wage_cents_per_hour >= 0),
    PRIMARY KEY (hub_id, vehicle_id),
    FOREIGN KEY (hub_id, vehicle_id) REFERENCES vehicle (hub_id, id)
);

-- A person who drives rounds of a hub, for a member or for the hub itself.
CREATE TABLE driver (
    hub_id TEXT NOT NULL REFERENCES coalition (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    weekdays TEXT NOT NULL,
    from_minute BIGINT NOT NULL,
    to_minute BIGINT NOT NULL CHECK (to_minute > from_minute),
    left_on TEXT,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    PRIMARY KEY (hub_id, person_id)
);

-- Days on which a vehicle is not there, or its driver: one of the two is named.
CREATE TABLE absence (
    hub_id TEXT NOT NULL REFERENCES coalition (id),
    id TEXT NOT NULL,
    vehicle_id TEXT,
    driver_id TEXT,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL CHECK (last_day >= first_day),
    noted_at BIGINT NOT NULL,
    noted_by TEXT NOT NULL,
    PRIMARY KEY (hub_id, id),
    CHECK ((vehicle_id IS NULL) <> (driver_id IS NULL))
);
CREATE INDEX absence_last_day ON absence (hub_id, last_day);
