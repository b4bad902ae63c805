-- Which account of a sign-in provider is whose: known by its issuer and its subject, which never change.
CREATE TABLE provider_link (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    linked_at BIGINT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (issuer, subject)
);
CREATE UNIQUE INDEX provider_link_person_id_issuer ON provider_link (person_id, issuer);
