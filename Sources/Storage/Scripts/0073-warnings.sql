-- Public warnings: drafts, and messages as they were issued.

CREATE TABLE warnings (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    -- of the first message; updates and the cancellation share it
    thread TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    -- the message that this one replaces
    follows TEXT,
    event TEXT NOT NULL,
    urgency TEXT NOT NULL,
    severity TEXT NOT NULL,
    certainty TEXT NOT NULL,
    response TEXT NOT NULL,
    is_exercise INTEGER NOT NULL,
    headline TEXT NOT NULL,
    words TEXT NOT NULL,
    instruction TEXT NOT NULL,
    contact TEXT NOT NULL,
    -- from its issue
    hours INTEGER NOT NULL,
    area TEXT NOT NULL,
    group_unit TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    metres INTEGER,
    -- of a cancellation
    reason TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    sent_at BIGINT,
    sent_by TEXT,
    expires_at BIGINT,
    area_name TEXT,
    -- XML, as it was issued
    message TEXT,
    -- by a later message
    replaced_at BIGINT,
    CONSTRAINT warnings_key PRIMARY KEY (ward, id),
    CONSTRAINT warnings_follows FOREIGN KEY (ward, follows) REFERENCES warnings (ward, id)
);

CREATE INDEX warnings_by_time ON warnings (ward, created_at);
CREATE INDEX warnings_by_thread ON warnings (ward, thread);
CREATE INDEX warnings_in_force ON warnings (ward, expires_at)
    WHERE state = 'issued' AND replaced_at IS NULL;

-- Programs that are sent each message as it is issued.
CREATE TABLE warning_subscribers (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    url TEXT NOT NULL,
    -- sealed; what messages are signed with
    secret TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    CONSTRAINT warning_subscribers_key PRIMARY KEY (ward, id)
);

CREATE TABLE warning_deliveries (
    ward TEXT NOT NULL,
    warning TEXT NOT NULL,
    subscriber TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at BIGINT NOT NULL,
    error TEXT,
    sent_at BIGINT,
    CONSTRAINT warning_deliveries_key PRIMARY KEY (ward, warning, subscriber),
    CONSTRAINT warning_deliveries_warning FOREIGN KEY (ward, warning)
        REFERENCES warnings (ward, id),
    CONSTRAINT warning_deliveries_subscriber FOREIGN KEY (ward, subscriber)
        REFERENCES warning_subscribers (ward, id)
);

CREATE INDEX warning_deliveries_due ON warning_deliveries (next_at) WHERE state = 'waiting';
