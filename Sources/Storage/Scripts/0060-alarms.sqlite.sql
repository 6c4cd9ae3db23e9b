-- What devices reported is only ever added to, whatever the program tries.

CREATE TRIGGER alarm_events_no_update BEFORE UPDATE ON alarm_events
BEGIN
    SELECT RAISE(ABORT, 'alarm_events_append_only');
END;

CREATE TRIGGER alarm_events_no_delete BEFORE DELETE ON alarm_events
BEGIN
    SELECT RAISE(ABORT, 'alarm_events_append_only');
END;
