-- The language that the frame of a letter is written in, and what its main link is called on a button.
ALTER TABLE letter ADD COLUMN language TEXT NOT NULL DEFAULT 'fr';
ALTER TABLE letter ADD COLUMN button TEXT;
-- Until when one node has it in hand: a letter whose time runs out there was broken off.
ALTER TABLE letter ADD COLUMN held_until BIGINT;
-- How often it went out without our knowing what became of it.
ALTER TABLE letter ADD COLUMN doubts BIGINT NOT NULL DEFAULT 0;
-- When it was given up: refused for good, in doubt too often, or tried for days.
ALTER TABLE letter ADD COLUMN given_up_at BIGINT;
