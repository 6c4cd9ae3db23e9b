-- Khu vực có nguy cơ cao.
CREATE TABLE risk_areas (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    group_unit TEXT,
    boundary TEXT,
    is_fire INTEGER,
    is_explosion INTEGER,
    is_flood INTEGER,
    is_disaster INTEGER,
    level TEXT NOT NULL,
    grounds TEXT,
    times TEXT,
    houses BIGINT,
    people BIGINT,
    deficient_area TEXT,
    surveyed_on TEXT,
    surveyors TEXT,
    measure TEXT,
    response_plan TEXT,
    warned_on TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT risk_areas_key PRIMARY KEY (ward, id),
    CONSTRAINT risk_areas_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id),
    CONSTRAINT risk_areas_deficient_area FOREIGN KEY (ward, deficient_area) REFERENCES deficient_areas (ward, id),
    CONSTRAINT risk_areas_response_plan FOREIGN KEY (ward, response_plan) REFERENCES response_plans (ward, id)
);

CREATE INDEX risk_areas_by_search ON risk_areas (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX risk_areas_by_deficient_area ON risk_areas (ward, deficient_area)
    WHERE deficient_area IS NOT NULL;

CREATE INDEX risk_areas_by_response_plan ON risk_areas (ward, response_plan)
    WHERE response_plan IS NOT NULL;
