-- Facilities: what form PC01 asks beyond the first columns, and who manages them by their size.
ALTER TABLE facilities ADD COLUMN owners TEXT;
ALTER TABLE facilities ADD COLUMN business_area_m2 DOUBLE PRECISION;
ALTER TABLE facilities ADD COLUMN volume_m3 DOUBLE PRECISION;
ALTER TABLE facilities ADD COLUMN capacity INTEGER;
ALTER TABLE facilities ADD COLUMN fire_class TEXT;
ALTER TABLE facilities ADD COLUMN goods TEXT;
ALTER TABLE facilities ADD COLUMN blocks TEXT;
ALTER TABLE facilities ADD COLUMN hazard_group TEXT;
ALTER TABLE facilities ADD COLUMN managed_by TEXT;
ALTER TABLE facilities ADD COLUMN manager_basis TEXT;
ALTER TABLE facilities ADD COLUMN fire_roads TEXT;
ALTER TABLE facilities ADD COLUMN water TEXT;
ALTER TABLE facilities ADD COLUMN equipment TEXT;
ALTER TABLE facilities ADD COLUMN systems TEXT;
ALTER TABLE facilities ADD COLUMN has_file INTEGER;
ALTER TABLE facilities ADD COLUMN legacy TEXT;
ALTER TABLE facilities ADD COLUMN legacy_state TEXT;
ALTER TABLE facilities ADD COLUMN legacy_measure TEXT;
ALTER TABLE facilities ADD COLUMN legacy_due TEXT;
ALTER TABLE facilities ADD COLUMN legacy_unit TEXT;
ALTER TABLE facilities ADD COLUMN relocation TEXT;

UPDATE facilities SET managed_by = manager;

-- Thiết bị truyền tin báo cháy.
CREATE TABLE transmitters (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    facility TEXT NOT NULL,
    serial TEXT,
    model TEXT,
    supplier TEXT,
    panels TEXT,
    funding TEXT,
    stage TEXT,
    informed_on TEXT,
    registered_on TEXT,
    surveyed_on TEXT,
    contracted_on TEXT,
    installed_on TEXT,
    connected_on TEXT,
    tested_on TEXT,
    disconnected_on TEXT,
    exempt_on TEXT,
    exemption TEXT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT transmitters_key PRIMARY KEY (ward, id),
    CONSTRAINT transmitters_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id)
);

CREATE INDEX transmitters_by_search ON transmitters (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX transmitters_by_facility ON transmitters (ward, facility)
    WHERE facility IS NOT NULL;

-- Ngưỡng phân cấp cơ sở.
CREATE TABLE facility_thresholds (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    item TEXT NOT NULL,
    kind TEXT NOT NULL,
    only_of TEXT,
    hazard_group TEXT NOT NULL,
    measure TEXT NOT NULL,
    least DOUBLE PRECISION,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    source TEXT NOT NULL,
    is_verified INTEGER,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT facility_thresholds_key PRIMARY KEY (ward, id)
);

CREATE INDEX facility_thresholds_by_search ON facility_thresholds (ward, search, id)
    WHERE ended_at IS NULL;
