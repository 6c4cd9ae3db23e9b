-- Reports that plans ask for: who owes them, their periods, and what units and the ward hand in.

CREATE TABLE report_duties (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    plan TEXT NOT NULL,
    -- tells the same duty again in an amendment; null: set up by hand
    told_key TEXT,
    -- names of the text, one per line
    from_names TEXT NOT NULL,
    recipient TEXT,
    via TEXT,
    -- names of the text, one per line
    prepared_by TEXT NOT NULL DEFAULT '',
    -- 'YYYY-MM-DD', '--MM-DD', '---DD'; null: no date is set
    due TEXT,
    -- "trước ngày": the last day is the one before
    is_before_due INTEGER NOT NULL,
    recurrence TEXT NOT NULL,
    -- the ward's own report to the level above, made of those of its units
    is_of_ward INTEGER NOT NULL,
    -- the plan's own sentence, and its line; empty and null: set up by hand
    words TEXT NOT NULL,
    line INTEGER,
    -- an amendment leaves what a person has set
    changed_at BIGINT,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT report_duties_key PRIMARY KEY (ward, id),
    CONSTRAINT report_duties_once UNIQUE (ward, plan, told_key),
    CONSTRAINT report_duties_plan FOREIGN KEY (ward, plan) REFERENCES plans (ward, id),
    CONSTRAINT report_duties_recurrence CHECK (recurrence IN (
        'yearly', 'half_yearly', 'quarterly', 'monthly', 'weekly', 'daily', 'once',
        'unspecified', 'ad_hoc', 'as_prescribed'))
);

-- Units of the ward that owe the report; of a group, each member does.
CREATE TABLE report_duty_units (
    ward TEXT NOT NULL,
    duty TEXT NOT NULL,
    unit TEXT NOT NULL,
    CONSTRAINT report_duty_units_key PRIMARY KEY (ward, duty, unit),
    CONSTRAINT report_duty_units_duty FOREIGN KEY (ward, duty) REFERENCES report_duties (ward, id),
    CONSTRAINT report_duty_units_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

-- One time at which a report is owed.
CREATE TABLE report_periods (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    duty TEXT NOT NULL,
    -- 'once', 'y2026', 'm2026-11'; makes it laid out once
    slot TEXT NOT NULL,
    label TEXT NOT NULL,
    -- first day that is reported on, and the last on which the report is in time
    begins TEXT NOT NULL,
    due TEXT NOT NULL,
    -- pieces of the compiled report that a person writes
    assessment TEXT NOT NULL DEFAULT '',
    causes TEXT NOT NULL DEFAULT '',
    next_steps TEXT NOT NULL DEFAULT '',
    proposals TEXT NOT NULL DEFAULT '',
    number TEXT,
    issued TEXT,
    -- one per line
    addressees TEXT NOT NULL DEFAULT '',
    recipients TEXT NOT NULL DEFAULT '',
    signer TEXT,
    signed_by_deputy INTEGER NOT NULL DEFAULT 0,
    sent_at BIGINT,
    sent_by TEXT,
    sent_on TEXT,
    sent_number TEXT,
    sent_file TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT report_periods_key PRIMARY KEY (ward, id),
    CONSTRAINT report_periods_once UNIQUE (ward, duty, slot),
    CONSTRAINT report_periods_duty FOREIGN KEY (ward, duty) REFERENCES report_duties (ward, id),
    CONSTRAINT report_periods_file FOREIGN KEY (ward, sent_file) REFERENCES files (ward, id)
);

CREATE INDEX report_periods_by_due ON report_periods (ward, due);

-- What one unit hands in for a period.
CREATE TABLE unit_reports (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    period TEXT NOT NULL,
    unit TEXT NOT NULL,
    results TEXT NOT NULL,
    obstacles TEXT NOT NULL,
    proposals TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    saved_by TEXT NOT NULL,
    submitted_at BIGINT,
    submitted_by TEXT,
    accepted_at BIGINT,
    accepted_by TEXT,
    -- the last return, kept after the report comes again
    returned_at BIGINT,
    returned_by TEXT,
    return_reason TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT unit_reports_key PRIMARY KEY (ward, id),
    CONSTRAINT unit_reports_once UNIQUE (ward, period, unit),
    CONSTRAINT unit_reports_period FOREIGN KEY (ward, period) REFERENCES report_periods (ward, id),
    CONSTRAINT unit_reports_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id),
    CONSTRAINT unit_reports_accepted CHECK (accepted_at IS NULL OR submitted_at IS NOT NULL)
);
