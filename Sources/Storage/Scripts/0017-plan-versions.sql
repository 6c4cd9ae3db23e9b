-- The way back from a version of a plan.

-- JSON of the plan and its tasks when another version took its place; null: was not replaced since.
ALTER TABLE plan_versions ADD COLUMN left_state TEXT;

-- Handed in by mistake: never in force, and shown nowhere.
ALTER TABLE plan_versions ADD COLUMN discarded_at BIGINT;
