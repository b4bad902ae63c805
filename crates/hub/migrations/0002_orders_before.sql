-- What was ordered before the latest change; none where the line was new then. An order learns it from its own writing.
ALTER TABLE order_line ADD COLUMN ordered_before BIGINT;
