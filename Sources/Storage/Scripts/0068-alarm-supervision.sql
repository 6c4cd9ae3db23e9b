-- Devices that fell silent, each somebody's work until it is heard again.
CREATE TABLE alarm_silences (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    account TEXT NOT NULL,
    -- that keeps the device
    unit TEXT,
    -- last heard
    heard_at BIGINT NOT NULL,
    declared_at BIGINT NOT NULL,
    ended_at BIGINT,
    -- devices that were lost together
    case_id TEXT,
    taken_at BIGINT,
    taken_by TEXT,
    words TEXT,
    CONSTRAINT alarm_silences_key PRIMARY KEY (ward, id),
    CONSTRAINT alarm_silences_account FOREIGN KEY (ward, account)
        REFERENCES alarm_accounts (ward, id),
    CONSTRAINT alarm_silences_case FOREIGN KEY (ward, case_id) REFERENCES alarm_cases (ward, id)
);

CREATE UNIQUE INDEX alarm_silences_open ON alarm_silences (ward, account) WHERE ended_at IS NULL;
CREATE INDEX alarm_silences_by_unit ON alarm_silences (ward, unit) WHERE ended_at IS NULL;
CREATE INDEX alarm_silences_by_time ON alarm_silences (ward, declared_at);
CREATE INDEX alarm_heard_by_time ON alarm_heard (heard_at);
