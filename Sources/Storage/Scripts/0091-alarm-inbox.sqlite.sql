CREATE TABLE alarm_inbox (
    id TEXT NOT NULL,
    put_at BIGINT NOT NULL,
    -- many, as bytes
    frames BLOB NOT NULL,
    CONSTRAINT alarm_inbox_key PRIMARY KEY (id)
) WITHOUT ROWID;
