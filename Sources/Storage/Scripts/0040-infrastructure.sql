-- Khu vực không bảo đảm giao thông, nguồn nước.
CREATE TABLE deficient_areas (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    group_unit TEXT,
    lacks_road INTEGER,
    lacks_water INTEGER,
    grounds TEXT,
    boundary TEXT,
    houses BIGINT,
    people BIGINT,
    list_document TEXT,
    determined_on TEXT,
    unit TEXT,
    solution TEXT,
    solved_on TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT deficient_areas_key PRIMARY KEY (ward, id),
    CONSTRAINT deficient_areas_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id),
    CONSTRAINT deficient_areas_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

CREATE INDEX deficient_areas_by_search ON deficient_areas (ward, search, id)
    WHERE ended_at IS NULL;

-- Đường giao thông chữa cháy.
CREATE TABLE roads (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    group_unit TEXT,
    length_m DOUBLE PRECISION,
    width_m DOUBLE PRECISION,
    height_m DOUBLE PRECISION,
    is_dead_end INTEGER,
    has_turning INTEGER,
    engine_access TEXT,
    state_words TEXT,
    owner TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT roads_key PRIMARY KEY (ward, id),
    CONSTRAINT roads_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id)
);

CREATE INDEX roads_by_search ON roads (ward, search, id)
    WHERE ended_at IS NULL;

-- Vật cản xe chữa cháy.
CREATE TABLE road_obstacles (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    address TEXT NOT NULL,
    group_unit TEXT,
    road TEXT,
    alley TEXT,
    owner TEXT,
    found_on TEXT NOT NULL,
    found_by TEXT,
    asked_on TEXT,
    due_on TEXT,
    removed_on TEXT,
    removed_by TEXT,
    state TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT road_obstacles_key PRIMARY KEY (ward, id),
    CONSTRAINT road_obstacles_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id),
    CONSTRAINT road_obstacles_road FOREIGN KEY (ward, road) REFERENCES roads (ward, id),
    CONSTRAINT road_obstacles_alley FOREIGN KEY (ward, alley) REFERENCES alleys (ward, id)
);

CREATE INDEX road_obstacles_by_search ON road_obstacles (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX road_obstacles_by_road ON road_obstacles (ward, road)
    WHERE road IS NOT NULL;

CREATE INDEX road_obstacles_by_alley ON road_obstacles (ward, alley)
    WHERE alley IS NOT NULL;

-- Kiểm tra đường, ngõ.
CREATE TABLE road_checks (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    checked_on TEXT NOT NULL,
    road TEXT,
    alley TEXT,
    group_unit TEXT,
    checkers TEXT,
    with_engine INTEGER,
    result TEXT NOT NULL,
    findings TEXT,
    measure TEXT,
    unit TEXT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT road_checks_key PRIMARY KEY (ward, id),
    CONSTRAINT road_checks_road FOREIGN KEY (ward, road) REFERENCES roads (ward, id),
    CONSTRAINT road_checks_alley FOREIGN KEY (ward, alley) REFERENCES alleys (ward, id),
    CONSTRAINT road_checks_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id),
    CONSTRAINT road_checks_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

CREATE INDEX road_checks_by_search ON road_checks (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX road_checks_by_road ON road_checks (ward, road)
    WHERE road IS NOT NULL;

CREATE INDEX road_checks_by_alley ON road_checks (ward, alley)
    WHERE alley IS NOT NULL;

-- Dây điện, cáp viễn thông.
CREATE TABLE cable_sections (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    group_unit TEXT,
    owner TEXT,
    length_m DOUBLE PRECISION,
    height_m DOUBLE PRECISION,
    fault TEXT,
    state TEXT NOT NULL,
    planned_year BIGINT,
    done_on TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT cable_sections_key PRIMARY KEY (ward, id),
    CONSTRAINT cable_sections_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id)
);

CREATE INDEX cable_sections_by_search ON cable_sections (ward, search, id)
    WHERE ended_at IS NULL;

-- Cải tạo, bổ sung hạ tầng.
CREATE TABLE improvement_works (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    count BIGINT,
    address TEXT,
    group_unit TEXT,
    deficient_area TEXT,
    alley TEXT,
    road TEXT,
    priority TEXT,
    grounds TEXT,
    unit TEXT,
    planned_year BIGINT,
    proposed_on TEXT,
    approved_on TEXT,
    decision TEXT,
    budget BIGINT,
    funding TEXT,
    started_on TEXT,
    done_on TEXT,
    spent BIGINT,
    dropped_on TEXT,
    stage TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT improvement_works_key PRIMARY KEY (ward, id),
    CONSTRAINT improvement_works_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id),
    CONSTRAINT improvement_works_deficient_area FOREIGN KEY (ward, deficient_area) REFERENCES deficient_areas (ward, id),
    CONSTRAINT improvement_works_alley FOREIGN KEY (ward, alley) REFERENCES alleys (ward, id),
    CONSTRAINT improvement_works_road FOREIGN KEY (ward, road) REFERENCES roads (ward, id),
    CONSTRAINT improvement_works_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

CREATE INDEX improvement_works_by_search ON improvement_works (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX improvement_works_by_deficient_area ON improvement_works (ward, deficient_area)
    WHERE deficient_area IS NOT NULL;

CREATE INDEX improvement_works_by_alley ON improvement_works (ward, alley)
    WHERE alley IS NOT NULL;

CREATE INDEX improvement_works_by_road ON improvement_works (ward, road)
    WHERE road IS NOT NULL;

-- Ngưỡng hạ tầng.
CREATE TABLE infrastructure_norms (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    measure TEXT NOT NULL,
    value_m DOUBLE PRECISION NOT NULL,
    valid_from TEXT,
    valid_until TEXT,
    source TEXT NOT NULL,
    is_verified INTEGER,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT infrastructure_norms_key PRIMARY KEY (ward, id)
);

CREATE INDEX infrastructure_norms_by_search ON infrastructure_norms (ward, search, id)
    WHERE ended_at IS NULL;
