-- What must be remembered when the plan of running work changes.

-- The task for which work or a target was made, when a piece of that task goes on with it.
ALTER TABLE assignments ADD COLUMN made_for TEXT;
ALTER TABLE targets ADD COLUMN made_for TEXT;

-- The first day of the rhythm that the plan has now; null: the day on which the work was given out.
ALTER TABLE assignments ADD COLUMN rhythm_from TEXT;
