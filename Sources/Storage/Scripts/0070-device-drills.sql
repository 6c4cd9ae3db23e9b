-- Drills of devices from the panel to a person who answers, each measured.
CREATE TABLE device_drills (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    transmitter TEXT NOT NULL,
    planned_at BIGINT NOT NULL,
    planned_by TEXT NOT NULL,
    begins_at BIGINT NOT NULL,
    minutes INTEGER NOT NULL,
    -- until when the device's alarm is waited for
    until_at BIGINT NOT NULL,
    -- 1: again in a month
    repeats INTEGER NOT NULL,
    began_at BIGINT,
    -- in which the device's alarms are a drill
    trial TEXT,
    case_id TEXT,
    -- of the first alarm: received by the gateway, seen in the store by who follows, shown on a
    -- desk, answered by a named person
    received_at BIGINT,
    followed_at BIGINT,
    shown_at BIGINT,
    shown_to TEXT,
    answered_at BIGINT,
    answered_by TEXT,
    ended_at BIGINT,
    result TEXT,
    -- whose work it is when it failed
    unit TEXT,
    taken_at BIGINT,
    taken_by TEXT,
    words TEXT,
    CONSTRAINT device_drills_key PRIMARY KEY (ward, id),
    CONSTRAINT device_drills_transmitter FOREIGN KEY (ward, transmitter)
        REFERENCES transmitters (ward, id),
    CONSTRAINT device_drills_case FOREIGN KEY (ward, case_id) REFERENCES alarm_cases (ward, id)
);

CREATE UNIQUE INDEX device_drills_open ON device_drills (ward, transmitter)
    WHERE ended_at IS NULL;
CREATE INDEX device_drills_by_transmitter ON device_drills (ward, transmitter, ended_at);
CREATE INDEX device_drills_by_case ON device_drills (ward, case_id);
