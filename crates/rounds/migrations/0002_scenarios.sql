-- The vehicles of a rehearsed season as they were on the day of its rehearsal: it can be made again after prices change.
CREATE TABLE scenario_vehicle (
    hub_id TEXT NOT NULL,
    scenario_id TEXT NOT NULL,
    vehicle_id TEXT NOT NULL,
    name TEXT NOT NULL,
    fixed_cents BIGINT NOT NULL,
    cents_per_km BIGINT NOT NULL,
    cents_per_hour BIGINT NOT NULL,
    cents_per_stop BIGINT NOT NULL,
    grams_per_km BIGINT NOT NULL,
    PRIMARY KEY (hub_id, scenario_id, vehicle_id),
    FOREIGN KEY (hub_id, scenario_id) REFERENCES scenario (hub_id, id)
);
