-- What people see of alarms: derived beside the events, which never wait for it.

-- How far the events of a ward were followed, and the number of its last step; its row is the lock
-- under which cases change, so that steps become visible in the order of their numbers.
CREATE TABLE alarm_follow (
    ward TEXT NOT NULL REFERENCES wards (code),
    -- received until then, but for a few that were on their way
    seen_at BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    CONSTRAINT alarm_follow_key PRIMARY KEY (ward)
);

-- What was received before there were cases calls nobody.
INSERT INTO alarm_follow (ward, seen_at, sequence)
SELECT w.code, COALESCE((SELECT MAX(e.received_at) + 60001 FROM alarm_events e
    WHERE e.ward = w.code), 0), 0
FROM wards w;

-- Alarms of one facility, merged for people; or devices that were lost together.
CREATE TABLE alarm_cases (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    facility TEXT,
    opened_at BIGINT NOT NULL,
    -- of the last signal or answer
    changed_at BIGINT NOT NULL,
    priority INTEGER NOT NULL,
    -- in which an alarm was reported
    zones INTEGER NOT NULL,
    -- the device was being tried
    is_trial INTEGER NOT NULL,
    -- people are sent before it is verified
    sends_first INTEGER NOT NULL,
    -- until when it should be verified
    verify_by BIGINT NOT NULL,
    taken_at BIGINT,
    taken_by TEXT,
    told_at BIGINT,
    told_by TEXT,
    outcome TEXT,
    cause TEXT,
    words TEXT,
    judged_at BIGINT,
    judged_by TEXT,
    incident TEXT,
    closed_at BIGINT,
    closed_by TEXT,
    CONSTRAINT alarm_cases_key PRIMARY KEY (ward, id)
);

CREATE UNIQUE INDEX alarm_cases_open ON alarm_cases (ward, facility, is_trial)
    WHERE closed_at IS NULL AND kind = 'alarm';
CREATE INDEX alarm_cases_by_time ON alarm_cases (ward, opened_at);

-- Which signals a case is made of.
CREATE TABLE alarm_case_signals (
    ward TEXT NOT NULL,
    event TEXT NOT NULL,
    part INTEGER NOT NULL,
    case_id TEXT NOT NULL,
    CONSTRAINT alarm_case_signals_key PRIMARY KEY (ward, event, part),
    CONSTRAINT alarm_case_signals_case FOREIGN KEY (ward, case_id)
        REFERENCES alarm_cases (ward, id)
);

CREATE INDEX alarm_case_signals_by_case ON alarm_case_signals (ward, case_id);

-- What happened to cases; desks resume by the number.
CREATE TABLE alarm_case_steps (
    ward TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    case_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    account TEXT,
    -- a coded value, or what a person wrote
    words TEXT,
    CONSTRAINT alarm_case_steps_key PRIMARY KEY (ward, sequence),
    CONSTRAINT alarm_case_steps_case FOREIGN KEY (ward, case_id) REFERENCES alarm_cases (ward, id)
);

CREATE INDEX alarm_case_steps_by_case ON alarm_case_steps (ward, case_id, sequence);

-- How each zone that ever reported stands; an empty area or zone is one that was not said.
CREATE TABLE alarm_zones (
    ward TEXT NOT NULL,
    account TEXT NOT NULL,
    area TEXT NOT NULL,
    zone TEXT NOT NULL,
    state TEXT NOT NULL,
    at BIGINT NOT NULL,
    event TEXT NOT NULL,
    CONSTRAINT alarm_zones_key PRIMARY KEY (ward, account, area, zone),
    CONSTRAINT alarm_zones_account FOREIGN KEY (ward, account) REFERENCES alarm_accounts (ward, id)
);

-- Transmitters that are being tried or maintained, until when.
CREATE TABLE alarm_trials (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    transmitter TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    began_by TEXT NOT NULL,
    ended_at BIGINT,
    ended_by TEXT,
    CONSTRAINT alarm_trials_key PRIMARY KEY (ward, id),
    CONSTRAINT alarm_trials_transmitter FOREIGN KEY (ward, transmitter)
        REFERENCES transmitters (ward, id)
);

CREATE INDEX alarm_trials_by_transmitter ON alarm_trials (ward, transmitter, until_at);
