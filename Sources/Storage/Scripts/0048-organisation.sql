-- Cán bộ làm công tác PCCC và CNCH.
CREATE TABLE staff (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    position TEXT,
    duty TEXT NOT NULL,
    phone TEXT,
    since_on TEXT,
    until_on TEXT,
    law_taught_on TEXT,
    trained_on TEXT,
    certificate TEXT,
    can_inspect INTEGER,
    can_speak INTEGER,
    can_guide INTEGER,
    can_command INTEGER,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT staff_key PRIMARY KEY (ward, id),
    CONSTRAINT staff_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

CREATE INDEX staff_by_search ON staff (ward, search, id)
    WHERE ended_at IS NULL;

-- Trường học.
CREATE TABLE school_points (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    facility TEXT NOT NULL,
    school_year TEXT NOT NULL,
    level TEXT NOT NULL,
    pupils BIGINT,
    staff BIGINT,
    core_teacher TEXT,
    core_qualified_on TEXT,
    lessons BIGINT,
    lesson_words TEXT,
    sessions BIGINT,
    drilled_on TEXT,
    self_checked_on TEXT,
    has_plan INTEGER,
    has_team INTEGER,
    materials TEXT,
    parts BIGINT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT school_points_key PRIMARY KEY (ward, id),
    CONSTRAINT school_points_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id)
);

CREATE INDEX school_points_by_search ON school_points (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX school_points_by_facility ON school_points (ward, facility)
    WHERE facility IS NOT NULL;
