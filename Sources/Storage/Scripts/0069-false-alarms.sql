-- When false alarms of a facility ask for a plan of remedy, and the plans that are owed.

-- Khi nào báo nhầm phải có kế hoạch khắc phục.
CREATE TABLE false_alarm_rules (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    alarm_count BIGINT NOT NULL,
    within_days BIGINT NOT NULL,
    plan_days BIGINT NOT NULL,
    valid_from TEXT,
    valid_until TEXT,
    source TEXT NOT NULL,
    is_verified INTEGER,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT false_alarm_rules_key PRIMARY KEY (ward, id)
);

CREATE INDEX false_alarm_rules_by_search ON false_alarm_rules (ward, search, id)
    WHERE ended_at IS NULL;

-- What the head of a facility owes against its false alarms: first a plan, then what it says.
CREATE TABLE alarm_remedies (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    facility TEXT NOT NULL,
    -- that sees to it
    unit TEXT,
    opened_at BIGINT NOT NULL,
    -- false alarms that asked for it, and within how many days
    alarm_count INTEGER NOT NULL,
    within_days INTEGER NOT NULL,
    -- of the plan; once it is there, of what it says
    due TEXT NOT NULL,
    plan_words TEXT,
    received_at BIGINT,
    received_by TEXT,
    ended_at BIGINT,
    ended_by TEXT,
    words TEXT,
    CONSTRAINT alarm_remedies_key PRIMARY KEY (ward, id),
    CONSTRAINT alarm_remedies_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id)
);

CREATE UNIQUE INDEX alarm_remedies_open ON alarm_remedies (ward, facility) WHERE ended_at IS NULL;
CREATE INDEX alarm_remedies_by_facility ON alarm_remedies (ward, facility, opened_at);
