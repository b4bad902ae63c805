-- What programs asked to have done, under their own keys: a request that comes again is answered, not done, again.
CREATE TABLE api_request (
    token_id TEXT NOT NULL,
    request_key TEXT NOT NULL,
    at BIGINT NOT NULL,
    digest TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (token_id, request_key)
);
CREATE INDEX api_request_at ON api_request (at);
