-- Addresses that hear of what happens in a coalition. The secret is kept as it is: each message is signed
-- with it.
CREATE TABLE webhook (
    coalition_id TEXT NOT NULL,
    id TEXT NOT NULL,
    address TEXT NOT NULL,
    -- What it hears of, by code, with a space between; everything where it is empty.
    kinds TEXT NOT NULL,
    secret TEXT NOT NULL,
    -- Good beside the new one for a while after it was replaced.
    old_secret TEXT,
    old_secret_until BIGINT,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    paused_at BIGINT,
    paused_why TEXT,
    PRIMARY KEY (coalition_id, id)
);

-- What one address is to hear: written with the act that it tells of, kept until it is heard, and for a
-- while after. The event's identifier is the same for every address and every try.
CREATE TABLE webhook_message (
    coalition_id TEXT NOT NULL,
    webhook_id TEXT NOT NULL,
    event_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    happened_at BIGINT NOT NULL,
    data TEXT NOT NULL,
    tries BIGINT NOT NULL,
    next_try_at BIGINT NOT NULL,
    tried_at BIGINT,
    heard_at BIGINT,
    status BIGINT,
    spent_ms BIGINT,
    problem TEXT,
    PRIMARY KEY (coalition_id, webhook_id, event_id),
    FOREIGN KEY (coalition_id, webhook_id) REFERENCES webhook (coalition_id, id)
);
CREATE INDEX webhook_message_due ON webhook_message (heard_at, next_try_at);
CREATE INDEX webhook_message_happened ON webhook_message (coalition_id, webhook_id, happened_at);
