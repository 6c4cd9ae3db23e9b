-- Nhà ở, hộ gia đình.
CREATE TABLE houses (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    address TEXT NOT NULL,
    group_unit TEXT,
    kind TEXT NOT NULL,
    storeys BIGINT,
    flats BIGINT,
    residents BIGINT,
    business TEXT,
    business_area_m2 DOUBLE PRECISION,
    facility TEXT,
    risk TEXT,
    head TEXT,
    phone TEXT,
    second_exit INTEGER,
    exit_way TEXT,
    exit_guided_on TEXT,
    exit_opened_on TEXT,
    cage TEXT,
    cage_place TEXT,
    cage_found_on TEXT,
    cage_action TEXT,
    cage_removed_on TEXT,
    extinguishers BIGINT,
    detectors BIGINT,
    has_tools INTEGER,
    masks BIGINT,
    escape_gear TEXT,
    self_checked_on TEXT,
    self_mended TEXT,
    safety TEXT,
    deficient_area TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT houses_key PRIMARY KEY (ward, id),
    CONSTRAINT houses_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id),
    CONSTRAINT houses_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id),
    CONSTRAINT houses_deficient_area FOREIGN KEY (ward, deficient_area) REFERENCES deficient_areas (ward, id)
);

CREATE INDEX houses_by_search ON houses (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX houses_by_facility ON houses (ward, facility)
    WHERE facility IS NOT NULL;

CREATE INDEX houses_by_deficient_area ON houses (ward, deficient_area)
    WHERE deficient_area IS NOT NULL;

-- Đến từng hộ vận động.
CREATE TABLE household_visits (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    house TEXT NOT NULL,
    group_unit TEXT,
    visited_on TEXT NOT NULL,
    visitors TEXT,
    matter TEXT NOT NULL,
    outcome TEXT NOT NULL,
    promised_by TEXT,
    done_on TEXT,
    words TEXT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT household_visits_key PRIMARY KEY (ward, id),
    CONSTRAINT household_visits_house FOREIGN KEY (ward, house) REFERENCES houses (ward, id),
    CONSTRAINT household_visits_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id)
);

CREATE INDEX household_visits_by_search ON household_visits (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX household_visits_by_house ON household_visits (ward, house)
    WHERE house IS NOT NULL;

-- Bản cam kết.
CREATE TABLE commitments (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    signer TEXT NOT NULL,
    kind TEXT NOT NULL,
    house TEXT,
    facility TEXT,
    group_unit TEXT,
    signed_on TEXT NOT NULL,
    content TEXT,
    households BIGINT,
    followed_on TEXT,
    state TEXT,
    action TEXT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT commitments_key PRIMARY KEY (ward, id),
    CONSTRAINT commitments_house FOREIGN KEY (ward, house) REFERENCES houses (ward, id),
    CONSTRAINT commitments_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id),
    CONSTRAINT commitments_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id)
);

CREATE INDEX commitments_by_search ON commitments (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX commitments_by_house ON commitments (ward, house)
    WHERE house IS NOT NULL;

CREATE INDEX commitments_by_facility ON commitments (ward, facility)
    WHERE facility IS NOT NULL;
