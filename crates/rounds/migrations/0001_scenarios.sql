-- A season driven once more under another rule, beside the same season as it is; it can be made again to the byte.
CREATE TABLE scenario (
    hub_id TEXT NOT NULL REFERENCES coalition (id),
    id TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    rule TEXT NOT NULL,
    -- JSON: what the rule was given.
    given TEXT NOT NULL,
    seed BIGINT NOT NULL,
    -- Of each day's search.
    iterations BIGINT NOT NULL,
    engine TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    PRIMARY KEY (hub_id, id)
);

CREATE TABLE scenario_day (
    hub_id TEXT NOT NULL,
    scenario_id TEXT NOT NULL,
    -- As it is, or under the rule.
    side TEXT NOT NULL,
    day TEXT NOT NULL,
    -- Of two hubs, each by itself: which.
    part BIGINT NOT NULL,
    rounds BIGINT NOT NULL,
    metres BIGINT NOT NULL,
    cents BIGINT NOT NULL,
    seconds BIGINT NOT NULL,
    grams BIGINT NOT NULL,
    left_out BIGINT NOT NULL,
    -- JSON: routing::Description.
    description TEXT NOT NULL,
    PRIMARY KEY (hub_id, scenario_id, side, day, part),
    FOREIGN KEY (hub_id, scenario_id) REFERENCES scenario (hub_id, id)
);
