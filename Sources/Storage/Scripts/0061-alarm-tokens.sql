-- Devices that report by HTTP: a token for each account, of which only the digest is kept.

ALTER TABLE alarm_accounts ADD COLUMN token_hash TEXT;
-- the one before it, which is taken until a moment, while the device is being changed
ALTER TABLE alarm_accounts ADD COLUMN old_token_hash TEXT;
ALTER TABLE alarm_accounts ADD COLUMN old_token_until BIGINT;
