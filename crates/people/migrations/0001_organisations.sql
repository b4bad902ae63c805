CREATE TABLE organisation (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    legal_form TEXT NOT NULL,
    country TEXT NOT NULL,
    enterprise_number TEXT,
    vat_number TEXT,
    vat_regime TEXT NOT NULL,
    iban TEXT,
    email TEXT,
    phone TEXT,
    language TEXT NOT NULL,
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    town TEXT NOT NULL,
    search TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL
);
CREATE UNIQUE INDEX organisation_country_enterprise_number ON organisation (country, enterprise_number);

CREATE TABLE site (
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    town TEXT NOT NULL,
    country TEXT NOT NULL,
    latitude_e6 BIGINT,
    longitude_e6 BIGINT,
    receives_dry BOOLEAN NOT NULL,
    receives_cold BOOLEAN NOT NULL,
    receives_frozen BOOLEAN NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (organisation_id, id)
);

CREATE TABLE opening_window (
    organisation_id TEXT NOT NULL,
    site_id TEXT NOT NULL,
    weekday BIGINT NOT NULL,
    opens_minute BIGINT NOT NULL,
    closes_minute BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, site_id, weekday, opens_minute),
    FOREIGN KEY (organisation_id, site_id) REFERENCES site (organisation_id, id)
);
