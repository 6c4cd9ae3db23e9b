-- What is wrong with devices that are heard: reported by them, or known of their SIM. Each is
-- somebody's work until it has ended.
CREATE TABLE alarm_troubles (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    transmitter TEXT NOT NULL,
    -- empty: of the device itself, which did not report it
    account TEXT NOT NULL,
    -- empty: not said
    area TEXT NOT NULL,
    zone TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- with which its end will come; empty: the end says the kind alone
    code TEXT NOT NULL,
    meaning TEXT NOT NULL,
    -- how often it began; 0: its end alone is known
    times INTEGER NOT NULL,
    -- the last time
    began_at BIGINT NOT NULL,
    -- the last signal of it, whatever that said
    said_at BIGINT NOT NULL,
    event TEXT NOT NULL,
    ended_at BIGINT,
    -- NULL: the device said so
    ended_by TEXT,
    -- that keeps the device
    unit TEXT,
    taken_at BIGINT,
    taken_by TEXT,
    words TEXT,
    CONSTRAINT alarm_troubles_key PRIMARY KEY (ward, id),
    CONSTRAINT alarm_troubles_transmitter FOREIGN KEY (ward, transmitter)
        REFERENCES transmitters (ward, id)
);

CREATE UNIQUE INDEX alarm_troubles_open
    ON alarm_troubles (ward, transmitter, account, area, zone, kind, code) WHERE ended_at IS NULL;
CREATE INDEX alarm_troubles_by_zone
    ON alarm_troubles (ward, account, area, zone, kind, code, said_at);
CREATE INDEX alarm_troubles_by_unit ON alarm_troubles (ward, unit) WHERE ended_at IS NULL;

-- Devices that other wards lost with those of an outage.
ALTER TABLE alarm_cases ADD COLUMN elsewhere_devices INTEGER;
ALTER TABLE alarm_cases ADD COLUMN elsewhere_wards INTEGER;

CREATE INDEX alarm_silences_by_case ON alarm_silences (ward, case_id) WHERE case_id IS NOT NULL;
CREATE INDEX alarm_silences_lately ON alarm_silences (declared_at, ward) WHERE ended_at IS NULL;
