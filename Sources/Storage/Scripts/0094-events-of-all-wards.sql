-- What came last in the whole store: looked for ten times a second.
CREATE INDEX alarm_events_of_all ON alarm_events (received_at);
