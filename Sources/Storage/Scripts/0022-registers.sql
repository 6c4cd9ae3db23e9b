-- Registers: a table for each, with the columns that its description declares and these of all:
-- ward, id, search (folded text of the record), created_at, created_by, ended_at, version.

CREATE TABLE water_sources (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    address TEXT NOT NULL,
    group_unit TEXT,
    checked_on TEXT,
    pressure_bar DOUBLE PRECISION,
    volume_m3 DOUBLE PRECISION,
    owner TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT water_sources_key PRIMARY KEY (ward, id),
    CONSTRAINT water_sources_group FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id)
);

CREATE INDEX water_sources_by_search ON water_sources (ward, search, id) WHERE ended_at IS NULL;

CREATE TABLE alleys (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    group_unit TEXT,
    depth_m DOUBLE PRECISION,
    width_m DOUBLE PRECISION,
    height_m DOUBLE PRECISION,
    access TEXT,
    solution TEXT,
    solution_words TEXT,
    solved_on TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT alleys_key PRIMARY KEY (ward, id),
    CONSTRAINT alleys_group FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id)
);

CREATE INDEX alleys_by_search ON alleys (ward, search, id) WHERE ended_at IS NULL;

-- When somebody last said that a field with a period of freshness is right ("sống").
CREATE TABLE record_clocks (
    ward TEXT NOT NULL,
    register TEXT NOT NULL,
    record TEXT NOT NULL,
    field TEXT NOT NULL,
    confirmed_at BIGINT NOT NULL,
    confirmed_by TEXT NOT NULL,
    CONSTRAINT record_clocks_key PRIMARY KEY (ward, register, record, field)
);
