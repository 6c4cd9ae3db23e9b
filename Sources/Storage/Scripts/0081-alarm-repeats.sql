-- Repeats are told by what a frame says and its number.
DROP INDEX alarm_events_by_content;
CREATE INDEX alarm_events_by_number ON alarm_events (content, sequence, received_at);
