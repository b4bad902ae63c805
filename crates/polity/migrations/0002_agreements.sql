-- How rounds are paid to whose vehicles drive them; it holds from its first day until the next does.
CREATE TABLE transport_terms (
    coalition_id TEXT NOT NULL REFERENCES coalition (id),
    starts_on TEXT NOT NULL,
    pays TEXT NOT NULL,
    -- Of the cost, in hundredths of a percent.
    part BIGINT NOT NULL CHECK (part >= 0 AND part <= 10000),
    agreed_at BIGINT NOT NULL,
    agreed_by TEXT NOT NULL,
    PRIMARY KEY (coalition_id, starts_on)
);
