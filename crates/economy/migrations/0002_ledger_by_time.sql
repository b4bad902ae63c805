-- What was done since the last seal of the log is found by its time.
CREATE INDEX cause_at ON cause (at);
