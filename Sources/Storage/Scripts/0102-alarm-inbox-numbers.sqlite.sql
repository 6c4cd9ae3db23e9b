CREATE TABLE alarm_inbox (
    id INTEGER PRIMARY KEY,
    put_at BIGINT NOT NULL,
    frame_count INTEGER NOT NULL,
    -- as bytes
    frames BLOB NOT NULL
);
INSERT INTO alarm_inbox (put_at, frame_count, frames)
SELECT put_at, frame_count, frames FROM alarm_inbox_before ORDER BY id;
DROP TABLE alarm_inbox_before;
