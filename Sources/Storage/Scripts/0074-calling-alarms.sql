-- Alarms that call people, whatever else devices report: looked through for one that is in no case.
CREATE INDEX alarm_events_calling ON alarm_events (received_at)
    WHERE kind IN ('fireAlarm', 'manualCallPoint', 'otherAlarm', 'unknown') AND change <> 'ended';
