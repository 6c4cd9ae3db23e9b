-- Reports that are drafted from the registers, edited in parts, approved by levels and issued.

CREATE TABLE reports (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    -- of the list of kinds
    kind TEXT NOT NULL,
    -- what it is made for: a period of a duty, a plan, a facility; null: the ward
    period TEXT,
    plan TEXT,
    facility TEXT,
    -- first and last day told of; the last of a period's report is null until it is handed up
    begins TEXT NOT NULL,
    ends TEXT,
    -- what a report on occasion is about
    subject TEXT,
    -- head and foot
    number TEXT,
    issued TEXT,
    addressees TEXT NOT NULL DEFAULT '',
    recipients TEXT NOT NULL DEFAULT '',
    signer TEXT,
    signed_by_deputy INTEGER NOT NULL DEFAULT 0,
    stage TEXT NOT NULL,
    -- who brought it to its stage, and when
    stage_by TEXT,
    stage_at BIGINT,
    -- the last return to its drafter
    returned_at BIGINT,
    returned_by TEXT,
    return_reason TEXT,
    -- words and figures as they were handed up, JSON; the whole document as it was issued
    content TEXT,
    document TEXT,
    file TEXT,
    scan TEXT,
    -- the issued report that this one corrects, and how often it was corrected
    corrects TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL,
    -- null: the program, for a figure that was corrected
    created_by TEXT,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT reports_key PRIMARY KEY (ward, id),
    CONSTRAINT reports_period FOREIGN KEY (ward, period) REFERENCES report_periods (ward, id),
    CONSTRAINT reports_plan FOREIGN KEY (ward, plan) REFERENCES plans (ward, id),
    CONSTRAINT reports_corrects FOREIGN KEY (ward, corrects) REFERENCES reports (ward, id),
    CONSTRAINT reports_stage CHECK (stage IN (
        'drafting', 'handed_in', 'reviewed', 'approved', 'issued'))
);

CREATE UNIQUE INDEX reports_once ON reports (ward, period, revision)
    WHERE ended_at IS NULL AND period IS NOT NULL;
CREATE UNIQUE INDEX reports_corrected_once ON reports (ward, corrects)
    WHERE ended_at IS NULL AND corrects IS NOT NULL;
CREATE INDEX reports_by_time ON reports (ward, created_at);

-- A part that a person rewrote, and the draft over which that was.
CREATE TABLE report_edits (
    ward TEXT NOT NULL,
    report TEXT NOT NULL,
    section TEXT NOT NULL,
    -- its heading, for when the draft no longer has the part
    level INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    base TEXT NOT NULL,
    edited_at BIGINT NOT NULL,
    edited_by TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT report_edits_key PRIMARY KEY (ward, report, section),
    CONSTRAINT report_edits_report FOREIGN KEY (ward, report) REFERENCES reports (ward, id)
);

-- A figure that a person typed instead of the registers, with the reason.
CREATE TABLE report_entries (
    ward TEXT NOT NULL,
    report TEXT NOT NULL,
    figure TEXT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    note TEXT NOT NULL,
    entered_at BIGINT NOT NULL,
    entered_by TEXT NOT NULL,
    CONSTRAINT report_entries_key PRIMARY KEY (ward, report, figure),
    CONSTRAINT report_entries_report FOREIGN KEY (ward, report) REFERENCES reports (ward, id)
);

-- The figures as they were handed up, and the records that they counted.
CREATE TABLE report_figures (
    ward TEXT NOT NULL,
    report TEXT NOT NULL,
    figure TEXT NOT NULL,
    -- null: the registers held nothing
    value DOUBLE PRECISION,
    -- where the records are; empty: a person typed it, or it is a sum
    register TEXT NOT NULL,
    -- JSON: identifiers with what each counted for
    records TEXT NOT NULL,
    CONSTRAINT report_figures_key PRIMARY KEY (ward, report, figure),
    CONSTRAINT report_figures_report FOREIGN KEY (ward, report) REFERENCES reports (ward, id)
);

CREATE INDEX report_figures_by_register ON report_figures (ward, register);
