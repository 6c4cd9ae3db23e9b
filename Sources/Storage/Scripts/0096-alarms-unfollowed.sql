-- Events that are stored and that nobody made zones and cases of yet. An event begins with its time.
CREATE TABLE alarm_unfollowed (
    ward TEXT NOT NULL,
    event TEXT NOT NULL,
    CONSTRAINT alarm_unfollowed_key PRIMARY KEY (event, ward)
);

INSERT INTO alarm_unfollowed (ward, event)
SELECT e.ward, e.id FROM alarm_events e LEFT JOIN alarm_follow f ON f.ward = e.ward
WHERE e.part = 0 AND e.received_at >= COALESCE(f.seen_at, 0) - 60000;

-- What was looked back to by its time.
ALTER TABLE alarm_follow DROP COLUMN seen_at;
DROP INDEX alarm_events_of_all;
DROP INDEX alarm_events_calling;
