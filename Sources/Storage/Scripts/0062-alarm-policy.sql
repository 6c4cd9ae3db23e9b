-- What is taken of a device, and what was odd about what it sent.

-- 1: frames that are not encrypted are refused where the account has a key
ALTER TABLE alarm_accounts ADD COLUMN plain_refused INTEGER NOT NULL DEFAULT 0;
-- the key before the present one, sealed, which opens frames until a moment
ALTER TABLE alarm_accounts ADD COLUMN old_secret TEXT;
ALTER TABLE alarm_accounts ADD COLUMN old_secret_until BIGINT;
-- which ways beside the standard are this device's habit, as bits; NULL: still being learnt
ALTER TABLE alarm_accounts ADD COLUMN pinned BIGINT;

-- when it was first heard
ALTER TABLE alarm_heard ADD COLUMN first_at BIGINT;
-- ways beside the standard that it needed although they are not its habit, as bits
ALTER TABLE alarm_heard ADD COLUMN deviated BIGINT NOT NULL DEFAULT 0;

-- what was odd about a frame that was kept, as bits
ALTER TABLE alarm_events ADD COLUMN marks BIGINT NOT NULL DEFAULT 0;
