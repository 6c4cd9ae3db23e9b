-- How alarms are answered, and whom they are told to while nobody takes them.

-- Cách trả lời báo cháy.
CREATE TABLE alarm_policies (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    sends_first INTEGER NOT NULL,
    verify_seconds BIGINT NOT NULL,
    valid_from TEXT,
    valid_until TEXT,
    source TEXT NOT NULL,
    is_verified INTEGER,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT alarm_policies_key PRIMARY KEY (ward, id)
);

CREATE INDEX alarm_policies_by_search ON alarm_policies (ward, search, id)
    WHERE ended_at IS NULL;

-- Thứ bậc báo khi chưa ai nhận.
CREATE TABLE escalation_steps (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    number BIGINT NOT NULL,
    after_seconds BIGINT NOT NULL,
    who TEXT NOT NULL,
    by_mail INTEGER NOT NULL,
    by_sms INTEGER NOT NULL,
    valid_from TEXT,
    valid_until TEXT,
    source TEXT NOT NULL,
    is_verified INTEGER,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT escalation_steps_key PRIMARY KEY (ward, id)
);

CREATE INDEX escalation_steps_by_search ON escalation_steps (ward, search, id)
    WHERE ended_at IS NULL;

-- To whom an alarm was told, how, and whether the person answered.
CREATE TABLE alarm_calls (
    ward TEXT NOT NULL,
    case_id TEXT NOT NULL,
    -- of the ladder
    step INTEGER NOT NULL,
    -- empty: somebody without one, or nobody
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    channel TEXT NOT NULL,
    at BIGINT NOT NULL,
    -- an address or a telephone number, as the channel needs
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at BIGINT NOT NULL,
    error TEXT,
    sent_at BIGINT,
    answered_at BIGINT,
    CONSTRAINT alarm_calls_key PRIMARY KEY (ward, case_id, step, account, channel, recipient),
    CONSTRAINT alarm_calls_case FOREIGN KEY (ward, case_id) REFERENCES alarm_cases (ward, id)
);

CREATE INDEX alarm_calls_due ON alarm_calls (next_at) WHERE state = 'waiting';
CREATE INDEX alarm_cases_waiting ON alarm_cases (ward, opened_at)
    WHERE closed_at IS NULL AND taken_at IS NULL;
