-- Where the minutes of a plan's halts come from: the sites at which they were learnt, and from so many halts. Those of
-- other sites were given.
CREATE TABLE plan_learnt (
    hub_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    site_id TEXT NOT NULL,
    seconds BIGINT NOT NULL CHECK (seconds >= 0),
    halts BIGINT NOT NULL CHECK (halts > 0),
    PRIMARY KEY (hub_id, plan_id, site_id),
    FOREIGN KEY (hub_id, plan_id) REFERENCES plan (hub_id, id)
);
