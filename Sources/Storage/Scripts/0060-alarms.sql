-- Accounts by which transmitters report, what they reported, and what could not be taken.

CREATE TABLE alarm_accounts (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    transmitter TEXT NOT NULL,
    -- as frames write it, in upper case
    number TEXT NOT NULL,
    -- of the receiver and of the line; empty: whatever the frame says
    receiver TEXT NOT NULL,
    line TEXT NOT NULL,
    -- hexadecimal, sealed; NULL: the device does not encrypt
    secret TEXT,
    -- which ways beside the standard are allowed, as bits; NULL: those of devices in the field
    tolerance BIGINT,
    heartbeat_seconds INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    locked_at BIGINT,
    CONSTRAINT alarm_accounts_key PRIMARY KEY (ward, id),
    CONSTRAINT alarm_accounts_transmitter FOREIGN KEY (ward, transmitter)
        REFERENCES transmitters (ward, id)
);

-- A frame does not say its ward.
CREATE UNIQUE INDEX alarm_accounts_number ON alarm_accounts (number, receiver, line)
    WHERE locked_at IS NULL;
CREATE INDEX alarm_accounts_by_change ON alarm_accounts (changed_at);

-- When a device was last heard; written now and then, not with every heartbeat.
CREATE TABLE alarm_heard (
    ward TEXT NOT NULL,
    account TEXT NOT NULL,
    heard_at BIGINT NOT NULL,
    -- which ways beside the standard its frames needed, as bits
    learnt BIGINT NOT NULL,
    CONSTRAINT alarm_heard_key PRIMARY KEY (ward, account),
    CONSTRAINT alarm_heard_account FOREIGN KEY (ward, account) REFERENCES alarm_accounts (ward, id)
);

-- One row for each signal of a frame; only ever added to.
CREATE TABLE alarm_events (
    ward TEXT NOT NULL,
    -- of the frame
    id TEXT NOT NULL,
    part INTEGER NOT NULL,
    account TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    -- by the clock of the device
    device_at BIGINT,
    sequence INTEGER NOT NULL,
    -- of token, data and extended data; with account and sequence it tells repeats
    content BIGINT NOT NULL,
    kind TEXT NOT NULL,
    change TEXT NOT NULL,
    scheme TEXT NOT NULL,
    code TEXT NOT NULL,
    zone TEXT,
    area TEXT,
    person TEXT,
    words TEXT,
    meaning TEXT NOT NULL,
    -- the frame as it came, with its first signal
    raw BYTEA,
    CONSTRAINT alarm_events_key PRIMARY KEY (ward, id, part),
    CONSTRAINT alarm_events_account FOREIGN KEY (ward, account) REFERENCES alarm_accounts (ward, id)
);

CREATE INDEX alarm_events_by_time ON alarm_events (ward, received_at, id, part);
CREATE INDEX alarm_events_by_content ON alarm_events (content, received_at);

-- Frames that were not taken, whole; a ward of '' is nobody's.
CREATE TABLE alarm_refusals (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    source TEXT NOT NULL,
    number TEXT,
    reason TEXT NOT NULL,
    message TEXT NOT NULL,
    raw BYTEA NOT NULL,
    CONSTRAINT alarm_refusals_key PRIMARY KEY (ward, id)
);

CREATE INDEX alarm_refusals_by_time ON alarm_refusals (ward, received_at);

-- How many there were in an hour, kept or not.
CREATE TABLE alarm_refusal_counts (
    ward TEXT NOT NULL,
    hour BIGINT NOT NULL,
    reason TEXT NOT NULL,
    seen BIGINT NOT NULL,
    kept BIGINT NOT NULL,
    CONSTRAINT alarm_refusal_counts_key PRIMARY KEY (ward, hour, reason)
);
