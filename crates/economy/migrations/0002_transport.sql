-- A booked round on the statement by which its carrier is paid: on one, and once.
CREATE TABLE stated_round (
    coalition_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    round_number BIGINT NOT NULL,
    carrier_id TEXT NOT NULL REFERENCES organisation (id),
    document_id TEXT NOT NULL,
    PRIMARY KEY (coalition_id, plan_id, round_number),
    FOREIGN KEY (coalition_id, plan_id, round_number)
        REFERENCES round_cost (coalition_id, plan_id, round_number),
    FOREIGN KEY (coalition_id, document_id) REFERENCES document (book, id)
);
CREATE INDEX stated_round_document ON stated_round (document_id, coalition_id);
