CREATE TABLE alarm_inbox (
    id TEXT NOT NULL,
    put_at BIGINT NOT NULL,
    frame_count INTEGER NOT NULL,
    -- as bytes
    frames BYTEA NOT NULL,
    CONSTRAINT alarm_inbox_key PRIMARY KEY (id)
);
