-- Lists on which targets are measured, as they stood on a day; and rounds that are let go.
CREATE TABLE target_baselines (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    target TEXT NOT NULL,
    -- of the registers, whose records are listed
    indicator TEXT NOT NULL,
    -- as of which the list stands
    day TEXT NOT NULL,
    -- the document that has it
    basis TEXT NOT NULL,
    frozen_at BIGINT NOT NULL,
    frozen_by TEXT NOT NULL,
    ended_at BIGINT,
    ended_by TEXT,
    CONSTRAINT target_baselines_key PRIMARY KEY (ward, id),
    CONSTRAINT target_baselines_target FOREIGN KEY (ward, target) REFERENCES targets (ward, id)
);

-- One list of a target at a time.
CREATE UNIQUE INDEX target_baselines_one ON target_baselines (ward, target)
    WHERE ended_at IS NULL;

CREATE TABLE target_baseline_records (
    ward TEXT NOT NULL,
    baseline TEXT NOT NULL,
    record TEXT NOT NULL,
    -- one, or what the record's field said then
    amount DOUBLE PRECISION NOT NULL,
    CONSTRAINT target_baseline_records_key PRIMARY KEY (ward, baseline, record),
    CONSTRAINT target_baseline_records_baseline
        FOREIGN KEY (ward, baseline) REFERENCES target_baselines (ward, id)
);

-- What a frozen list said, the last counting of each month.
CREATE TABLE target_months (
    ward TEXT NOT NULL,
    baseline TEXT NOT NULL,
    -- its first day
    month TEXT NOT NULL,
    -- of the counting
    day TEXT NOT NULL,
    counted DOUBLE PRECISION NOT NULL,
    whole DOUBLE PRECISION NOT NULL,
    CONSTRAINT target_months_key PRIMARY KEY (ward, baseline, month),
    CONSTRAINT target_months_baseline
        FOREIGN KEY (ward, baseline) REFERENCES target_baselines (ward, id)
);

-- Weeks and months in which a target was not reached, and need not be made up.
CREATE TABLE target_excuses (
    ward TEXT NOT NULL,
    target TEXT NOT NULL,
    -- as occurrences have it: 'w2026-11-23', 'm2026-11'
    slot TEXT NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    account TEXT NOT NULL,
    CONSTRAINT target_excuses_key PRIMARY KEY (ward, target, slot),
    CONSTRAINT target_excuses_target FOREIGN KEY (ward, target) REFERENCES targets (ward, id)
);
