-- A document is frozen when it is issued: no row here is ever changed.
CREATE TABLE document (
    book TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    year BIGINT NOT NULL,
    number BIGINT NOT NULL,
    party_id TEXT NOT NULL REFERENCES organisation (id),
    cycle_id TEXT,
    occasion TEXT NOT NULL,
    corrects_id TEXT,
    borne_by TEXT,
    issued_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    net BIGINT NOT NULL,
    vat BIGINT NOT NULL,
    deposit BIGINT NOT NULL,
    reference TEXT NOT NULL,
    frozen TEXT NOT NULL,
    PRIMARY KEY (book, id)
);
CREATE UNIQUE INDEX document_book_kind_year_number ON document (book, kind, year, number);
CREATE UNIQUE INDEX document_book_kind_occasion ON document (book, kind, occasion);
CREATE INDEX document_party ON document (book, party_id, issued_on);
CREATE INDEX document_cycle ON document (book, cycle_id, kind);
CREATE INDEX document_corrects ON document (book, corrects_id);

CREATE TABLE document_line (
    book TEXT NOT NULL,
    document_id TEXT NOT NULL,
    line BIGINT NOT NULL,
    reference_id TEXT,
    producer_id TEXT,
    container_id TEXT,
    heading TEXT NOT NULL,
    label TEXT NOT NULL,
    detail TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    unit TEXT NOT NULL,
    price BIGINT NOT NULL,
    vat_rate BIGINT,
    to_producer BIGINT NOT NULL,
    to_transport BIGINT NOT NULL,
    to_packing BIGINT NOT NULL,
    to_hub BIGINT NOT NULL,
    to_vat BIGINT NOT NULL,
    to_deposit BIGINT NOT NULL,
    corrects_line BIGINT,
    PRIMARY KEY (book, document_id, line),
    FOREIGN KEY (book, document_id) REFERENCES document (book, id)
);
CREATE INDEX document_line_reference ON document_line (book, reference_id);
