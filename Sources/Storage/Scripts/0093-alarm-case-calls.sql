-- When the next step of the ladder has its time; NULL: not looked at yet.
ALTER TABLE alarm_cases ADD COLUMN calls_at BIGINT;
CREATE INDEX alarm_cases_calling ON alarm_cases (COALESCE(calls_at, 0))
    WHERE closed_at IS NULL AND taken_at IS NULL;
