CREATE TABLE alarm_inbox (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    put_at BIGINT NOT NULL,
    frame_count INTEGER NOT NULL,
    -- as bytes
    frames BYTEA NOT NULL,
    CONSTRAINT alarm_inbox_number PRIMARY KEY (id)
);
INSERT INTO alarm_inbox (put_at, frame_count, frames)
SELECT put_at, frame_count, frames FROM alarm_inbox_before ORDER BY id;
DROP TABLE alarm_inbox_before;
