-- Inspections and what they find; violations, suspensions and what follows; rules of law as dated records.
ALTER TABLE facilities ADD COLUMN running_suspensions INTEGER;
ALTER TABLE facilities ADD COLUMN last_inspected_on TEXT;
ALTER TABLE facilities ADD COLUMN next_inspection_on TEXT;
ALTER TABLE facilities ADD COLUMN open_findings INTEGER;
ALTER TABLE facilities ADD COLUMN open_violations INTEGER;

-- Kiểm tra về PCCC.
CREATE TABLE inspections (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    facility TEXT NOT NULL,
    kind TEXT NOT NULL,
    planned_on TEXT,
    grounds TEXT,
    duties_unit TEXT,
    building_unit TEXT,
    notice_number TEXT,
    notified_on TEXT,
    notice TEXT,
    visited_on TEXT,
    team TEXT,
    represented_by TEXT,
    refusal TEXT,
    stage TEXT,
    open_findings INTEGER,
    duties_result TEXT,
    duties_words TEXT,
    duties_signer TEXT,
    duties_signed_on TEXT,
    building_result TEXT,
    building_words TEXT,
    building_signer TEXT,
    building_signed_on TEXT,
    cancelled_on TEXT,
    cancellation TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT inspections_key PRIMARY KEY (ward, id),
    CONSTRAINT inspections_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id),
    CONSTRAINT inspections_duties_unit FOREIGN KEY (ward, duties_unit) REFERENCES units (ward, id),
    CONSTRAINT inspections_building_unit FOREIGN KEY (ward, building_unit) REFERENCES units (ward, id)
);

CREATE INDEX inspections_by_search ON inspections (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX inspections_by_facility ON inspections (ward, facility)
    WHERE facility IS NOT NULL;

-- Tồn tại qua kiểm tra.
CREATE TABLE findings (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    inspection TEXT NOT NULL,
    facility TEXT,
    part TEXT NOT NULL,
    words TEXT NOT NULL,
    guidance TEXT,
    due_on TEXT,
    extended_to TEXT,
    state TEXT,
    mended_on TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT findings_key PRIMARY KEY (ward, id),
    CONSTRAINT findings_inspection FOREIGN KEY (ward, inspection) REFERENCES inspections (ward, id),
    CONSTRAINT findings_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id)
);

CREATE INDEX findings_by_search ON findings (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX findings_by_inspection ON findings (ward, inspection)
    WHERE inspection IS NOT NULL;

CREATE INDEX findings_by_facility ON findings (ward, facility)
    WHERE facility IS NOT NULL;

-- Phúc tra.
CREATE TABLE rechecks (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    finding TEXT NOT NULL,
    checked_on TEXT NOT NULL,
    is_mended INTEGER NOT NULL,
    due_on TEXT,
    words TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT rechecks_key PRIMARY KEY (ward, id),
    CONSTRAINT rechecks_finding FOREIGN KEY (ward, finding) REFERENCES findings (ward, id)
);

CREATE INDEX rechecks_by_search ON rechecks (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX rechecks_by_finding ON rechecks (ward, finding)
    WHERE finding IS NOT NULL;

-- Tự kiểm tra của cơ sở.
CREATE TABLE self_inspections (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    facility TEXT NOT NULL,
    checked_on TEXT NOT NULL,
    kind TEXT NOT NULL,
    checker TEXT,
    findings TEXT,
    mended_on TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT self_inspections_key PRIMARY KEY (ward, id),
    CONSTRAINT self_inspections_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id)
);

CREATE INDEX self_inspections_by_search ON self_inspections (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX self_inspections_by_facility ON self_inspections (ward, facility)
    WHERE facility IS NOT NULL;

-- Kiểm tra đơn vị, tổ dân phố.
CREATE TABLE unit_checks (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    unit TEXT NOT NULL,
    checked_on TEXT NOT NULL,
    checked_by TEXT,
    result TEXT,
    shortcomings TEXT,
    due_on TEXT,
    closed_on TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT unit_checks_key PRIMARY KEY (ward, id),
    CONSTRAINT unit_checks_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

CREATE INDEX unit_checks_by_search ON unit_checks (ward, search, id)
    WHERE ended_at IS NULL;

-- Danh mục hành vi và mức phạt.
CREATE TABLE penalties (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    article TEXT NOT NULL,
    act TEXT NOT NULL,
    fine_min INTEGER,
    fine_max INTEGER,
    organisation_factor INTEGER,
    measures TEXT,
    limit_months INTEGER,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    source TEXT NOT NULL,
    is_verified INTEGER,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT penalties_key PRIMARY KEY (ward, id)
);

CREATE INDEX penalties_by_search ON penalties (ward, search, id)
    WHERE ended_at IS NULL;

-- Thẩm quyền xử phạt.
CREATE TABLE signing_powers (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    post TEXT NOT NULL,
    fine_max INTEGER NOT NULL,
    organisation_factor INTEGER NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    source TEXT NOT NULL,
    is_verified INTEGER,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT signing_powers_key PRIMARY KEY (ward, id)
);

CREATE INDEX signing_powers_by_search ON signing_powers (ward, search, id)
    WHERE ended_at IS NULL;

-- Vi phạm và xử lý.
CREATE TABLE violations (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    facility TEXT,
    party TEXT NOT NULL,
    party_kind TEXT NOT NULL,
    kind TEXT NOT NULL,
    act TEXT NOT NULL,
    penalty TEXT,
    inspection TEXT,
    found_on TEXT NOT NULL,
    limit_on TEXT,
    minutes_number TEXT,
    recorded_on TEXT,
    outcome TEXT,
    decision_number TEXT,
    decided_on TEXT,
    signed_by TEXT,
    fine INTEGER,
    fine_least INTEGER,
    fine_most INTEGER,
    power_most INTEGER,
    measures TEXT,
    executed_on TEXT,
    answered_on TEXT,
    stage TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT violations_key PRIMARY KEY (ward, id),
    CONSTRAINT violations_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id),
    CONSTRAINT violations_penalty FOREIGN KEY (ward, penalty) REFERENCES penalties (ward, id),
    CONSTRAINT violations_inspection FOREIGN KEY (ward, inspection) REFERENCES inspections (ward, id)
);

CREATE INDEX violations_by_search ON violations (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX violations_by_facility ON violations (ward, facility)
    WHERE facility IS NOT NULL;

CREATE INDEX violations_by_penalty ON violations (ward, penalty)
    WHERE penalty IS NOT NULL;

CREATE INDEX violations_by_inspection ON violations (ward, inspection)
    WHERE inspection IS NOT NULL;

-- Đình chỉ, phục hồi hoạt động.
CREATE TABLE suspensions (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    facility TEXT NOT NULL,
    kind TEXT NOT NULL,
    scope TEXT,
    decision TEXT NOT NULL,
    violation TEXT,
    from_on TEXT NOT NULL,
    until_on TEXT,
    watched_on TEXT,
    resumed_on TEXT,
    resumption TEXT,
    state TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT suspensions_key PRIMARY KEY (ward, id),
    CONSTRAINT suspensions_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id),
    CONSTRAINT suspensions_violation FOREIGN KEY (ward, violation) REFERENCES violations (ward, id)
);

CREATE INDEX suspensions_by_search ON suspensions (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX suspensions_by_facility ON suspensions (ward, facility)
    WHERE facility IS NOT NULL;

CREATE INDEX suspensions_by_violation ON suspensions (ward, violation)
    WHERE violation IS NOT NULL;

-- Kiến nghị cấp có thẩm quyền.
CREATE TABLE recommendations (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    subject TEXT NOT NULL,
    facility TEXT,
    violation TEXT,
    sent_to TEXT NOT NULL,
    document TEXT,
    sent_on TEXT NOT NULL,
    due_on TEXT,
    answered_on TEXT,
    answer TEXT,
    state TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT recommendations_key PRIMARY KEY (ward, id),
    CONSTRAINT recommendations_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id),
    CONSTRAINT recommendations_violation FOREIGN KEY (ward, violation) REFERENCES violations (ward, id)
);

CREATE INDEX recommendations_by_search ON recommendations (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX recommendations_by_facility ON recommendations (ward, facility)
    WHERE facility IS NOT NULL;

CREATE INDEX recommendations_by_violation ON recommendations (ward, violation)
    WHERE violation IS NOT NULL;

-- Đề xuất ngừng cung cấp điện, nước.
CREATE TABLE utility_cuts (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    facility TEXT NOT NULL,
    utility TEXT NOT NULL,
    violation TEXT,
    basis TEXT NOT NULL,
    warned_on TEXT,
    proposed_on TEXT,
    proposal TEXT,
    decided_on TEXT,
    decision TEXT,
    is_refused INTEGER,
    cut_on TEXT,
    restored_on TEXT,
    stage TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT utility_cuts_key PRIMARY KEY (ward, id),
    CONSTRAINT utility_cuts_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id),
    CONSTRAINT utility_cuts_violation FOREIGN KEY (ward, violation) REFERENCES violations (ward, id)
);

CREATE INDEX utility_cuts_by_search ON utility_cuts (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX utility_cuts_by_facility ON utility_cuts (ward, facility)
    WHERE facility IS NOT NULL;

CREATE INDEX utility_cuts_by_violation ON utility_cuts (ward, violation)
    WHERE violation IS NOT NULL;

-- Công khai cơ sở không an toàn.
CREATE TABLE publications (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    facility TEXT NOT NULL,
    words TEXT NOT NULL,
    basis TEXT NOT NULL,
    violation TEXT,
    channel TEXT NOT NULL,
    state TEXT,
    approved_on TEXT,
    approver TEXT,
    withdrawn_on TEXT,
    withdrawal_reason TEXT,
    is_cured INTEGER,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT publications_key PRIMARY KEY (ward, id),
    CONSTRAINT publications_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id),
    CONSTRAINT publications_violation FOREIGN KEY (ward, violation) REFERENCES violations (ward, id)
);

CREATE INDEX publications_by_search ON publications (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX publications_by_facility ON publications (ward, facility)
    WHERE facility IS NOT NULL;

CREATE INDEX publications_by_violation ON publications (ward, violation)
    WHERE violation IS NOT NULL;

-- Chu kỳ kiểm tra.
CREATE TABLE inspection_cycles (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    hazard_group TEXT NOT NULL,
    months INTEGER NOT NULL,
    inspector TEXT,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    source TEXT NOT NULL,
    is_verified INTEGER,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT inspection_cycles_key PRIMARY KEY (ward, id)
);

CREATE INDEX inspection_cycles_by_search ON inspection_cycles (ward, search, id)
    WHERE ended_at IS NULL;

-- Ngày nghỉ lễ, tết.
CREATE TABLE holidays (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    day TEXT NOT NULL,
    words TEXT NOT NULL,
    source TEXT,
    is_verified INTEGER,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT holidays_key PRIMARY KEY (ward, id)
);

CREATE INDEX holidays_by_search ON holidays (ward, search, id)
    WHERE ended_at IS NULL;

