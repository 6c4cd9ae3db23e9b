-- Thiết bị cảnh báo cháy sớm.
CREATE TABLE early_warning_devices (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    site TEXT NOT NULL,
    kind TEXT NOT NULL,
    count BIGINT,
    unit TEXT,
    house TEXT,
    facility TEXT,
    group_unit TEXT,
    deficient_area TEXT,
    funding TEXT,
    persuaded_on TEXT,
    fitted_on TEXT,
    connected_on TEXT,
    tested_on TEXT,
    state TEXT NOT NULL,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT early_warning_devices_key PRIMARY KEY (ward, id),
    CONSTRAINT early_warning_devices_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id),
    CONSTRAINT early_warning_devices_house FOREIGN KEY (ward, house) REFERENCES houses (ward, id),
    CONSTRAINT early_warning_devices_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id),
    CONSTRAINT early_warning_devices_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id),
    CONSTRAINT early_warning_devices_deficient_area FOREIGN KEY (ward, deficient_area) REFERENCES deficient_areas (ward, id)
);

CREATE INDEX early_warning_devices_by_search ON early_warning_devices (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX early_warning_devices_by_house ON early_warning_devices (ward, house)
    WHERE house IS NOT NULL;

CREATE INDEX early_warning_devices_by_facility ON early_warning_devices (ward, facility)
    WHERE facility IS NOT NULL;

CREATE INDEX early_warning_devices_by_deficient_area ON early_warning_devices (ward, deficient_area)
    WHERE deficient_area IS NOT NULL;

-- Camera.
CREATE TABLE cameras (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    group_unit TEXT,
    facility TEXT,
    covers TEXT,
    detects_fire INTEGER,
    owner TEXT,
    phone TEXT,
    link TEXT,
    state TEXT NOT NULL,
    checked_on TEXT,
    decision TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT cameras_key PRIMARY KEY (ward, id),
    CONSTRAINT cameras_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id),
    CONSTRAINT cameras_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id)
);

CREATE INDEX cameras_by_search ON cameras (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX cameras_by_facility ON cameras (ward, facility)
    WHERE facility IS NOT NULL;
