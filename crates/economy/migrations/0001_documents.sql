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
-- No index but the primary key begins with the book: PostgreSQL, which plans the check of a foreign key
-- while the table is small, would take any of them for it and read the whole book for each line.
CREATE UNIQUE INDEX document_kind_year_number_book ON document (kind, year, number, book);
CREATE UNIQUE INDEX document_occasion_kind_book ON document (occasion, kind, book);
CREATE INDEX document_party ON document (party_id, book, issued_on);
CREATE INDEX document_cycle ON document (cycle_id, book, kind);
CREATE INDEX document_corrects ON document (corrects_id, book);

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
CREATE INDEX document_line_reference ON document_line (reference_id, book);
