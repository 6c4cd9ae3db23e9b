-- Alarms that a person told: a caller, somebody at the counter, a citizen on the public page.

-- Of whom the alarm came first: device, or how a person told it.
ALTER TABLE alarm_cases ADD COLUMN source TEXT NOT NULL DEFAULT 'device';
-- Where it burns, if at no facility of the register.
ALTER TABLE alarm_cases ADD COLUMN place TEXT;
ALTER TABLE alarm_cases ADD COLUMN latitude DOUBLE PRECISION;
ALTER TABLE alarm_cases ADD COLUMN longitude DOUBLE PRECISION;
ALTER TABLE alarm_cases ADD COLUMN group_unit TEXT;
-- of people, not of devices
ALTER TABLE alarm_cases ADD COLUMN reports INTEGER NOT NULL DEFAULT 0;

CREATE TABLE alarm_reports (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    source TEXT NOT NULL,
    place TEXT NOT NULL,
    what TEXT NOT NULL,
    people TEXT NOT NULL,
    caller TEXT NOT NULL,
    phone TEXT NOT NULL,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    -- who wrote it down; NULL: the citizen
    account TEXT,
    -- from where it was sent
    origin TEXT NOT NULL,
    CONSTRAINT alarm_reports_key PRIMARY KEY (ward, id),
    CONSTRAINT alarm_reports_case FOREIGN KEY (ward, case_id) REFERENCES alarm_cases (ward, id)
);

CREATE INDEX alarm_reports_by_case ON alarm_reports (ward, case_id, at);
CREATE INDEX alarm_reports_by_time ON alarm_reports (ward, at) WHERE account IS NULL;
