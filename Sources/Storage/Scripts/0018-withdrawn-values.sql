-- A value of a target that was reported by mistake is taken back; its row stays.
ALTER TABLE target_values ADD COLUMN withdrawn_at BIGINT;
ALTER TABLE target_values ADD COLUMN withdrawn_by TEXT;
