-- What devices reported is only ever added to, whatever the program tries.

CREATE FUNCTION alarm_events_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what devices reported is append-only'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'alarm_events_append_only';
END;
$$;

CREATE TRIGGER alarm_events_no_update BEFORE UPDATE ON alarm_events
    FOR EACH ROW EXECUTE FUNCTION alarm_events_append_only();
CREATE TRIGGER alarm_events_no_delete BEFORE DELETE ON alarm_events
    FOR EACH ROW EXECUTE FUNCTION alarm_events_append_only();
CREATE TRIGGER alarm_events_no_truncate BEFORE TRUNCATE ON alarm_events
    FOR EACH STATEMENT EXECUTE FUNCTION alarm_events_append_only();
