-- Định mức trang bị.
CREATE TABLE kit_norms (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    force_kind TEXT NOT NULL,
    kind TEXT NOT NULL,
    count BIGINT NOT NULL,
    per TEXT NOT NULL,
    minimum TEXT,
    lifetime_months BIGINT,
    valid_from TEXT,
    valid_until TEXT,
    source TEXT NOT NULL,
    is_verified INTEGER,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT kit_norms_key PRIMARY KEY (ward, id)
);

CREATE INDEX kit_norms_by_search ON kit_norms (ward, search, id)
    WHERE ended_at IS NULL;

-- Chu kỳ thực tập, bảo dưỡng.
CREATE TABLE upkeep_cycles (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    what TEXT NOT NULL,
    months BIGINT NOT NULL,
    valid_from TEXT,
    valid_until TEXT,
    source TEXT NOT NULL,
    is_verified INTEGER,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT upkeep_cycles_key PRIMARY KEY (ward, id)
);

CREATE INDEX upkeep_cycles_by_search ON upkeep_cycles (ward, search, id)
    WHERE ended_at IS NULL;

-- Lực lượng.
CREATE TABLE forces (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    group_unit TEXT,
    facility TEXT,
    unit TEXT,
    founded_on TEXT,
    decision TEXT,
    strengthened_on TEXT,
    leader TEXT,
    phone TEXT,
    members BIGINT,
    members_norm BIGINT,
    strength TEXT,
    trained BIGINT,
    trained_on TEXT,
    state TEXT NOT NULL,
    activity TEXT,
    rating TEXT,
    rating_grounds TEXT,
    allowance BIGINT,
    conditions TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT forces_key PRIMARY KEY (ward, id),
    CONSTRAINT forces_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id),
    CONSTRAINT forces_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id),
    CONSTRAINT forces_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

CREATE INDEX forces_by_search ON forces (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX forces_by_facility ON forces (ward, facility)
    WHERE facility IS NOT NULL;

-- Đội viên.
CREATE TABLE force_members (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    force TEXT NOT NULL,
    group_unit TEXT,
    duty TEXT NOT NULL,
    birth_year BIGINT,
    phone TEXT,
    address TEXT,
    joined_on TEXT,
    left_on TEXT,
    left_because TEXT,
    youth_union INTEGER,
    usually_present INTEGER,
    trained_on TEXT,
    certificate TEXT,
    certificate_until TEXT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT force_members_key PRIMARY KEY (ward, id),
    CONSTRAINT force_members_force FOREIGN KEY (ward, force) REFERENCES forces (ward, id),
    CONSTRAINT force_members_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id)
);

CREATE INDEX force_members_by_search ON force_members (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX force_members_by_force ON force_members (ward, force)
    WHERE force IS NOT NULL;

-- Phương tiện, trang thiết bị.
CREATE TABLE equipment_items (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    force_kind TEXT NOT NULL,
    force TEXT,
    group_unit TEXT,
    people BIGINT,
    count BIGINT NOT NULL,
    usable BIGINT,
    norm BIGINT,
    lacking BIGINT,
    state TEXT NOT NULL,
    keeper TEXT,
    phone TEXT,
    stored_at TEXT,
    origin TEXT,
    given_on TEXT,
    certificate TEXT,
    checked_on TEXT,
    check_due_on TEXT,
    repair_asked_on TEXT,
    repaired_on TEXT,
    care TEXT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT equipment_items_key PRIMARY KEY (ward, id),
    CONSTRAINT equipment_items_force FOREIGN KEY (ward, force) REFERENCES forces (ward, id),
    CONSTRAINT equipment_items_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id)
);

CREATE INDEX equipment_items_by_search ON equipment_items (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX equipment_items_by_force ON equipment_items (ward, force)
    WHERE force IS NOT NULL;

-- Vật tư, hậu cần.
CREATE TABLE supplies (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    amount DOUBLE PRECISION NOT NULL,
    measure TEXT NOT NULL,
    unit TEXT,
    group_unit TEXT,
    stored_at TEXT,
    keeper TEXT,
    phone TEXT,
    checked_on TEXT,
    expires_on TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT supplies_key PRIMARY KEY (ward, id),
    CONSTRAINT supplies_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id),
    CONSTRAINT supplies_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id)
);

CREATE INDEX supplies_by_search ON supplies (ward, search, id)
    WHERE ended_at IS NULL;

-- Phương tiện, người huy động được.
CREATE TABLE callable_resources (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    count BIGINT,
    capacity TEXT,
    owner TEXT NOT NULL,
    phone TEXT,
    address TEXT,
    group_unit TEXT,
    consents INTEGER,
    consented_on TEXT,
    agreement TEXT,
    hours TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT callable_resources_key PRIMARY KEY (ward, id),
    CONSTRAINT callable_resources_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id)
);

CREATE INDEX callable_resources_by_search ON callable_resources (ward, search, id)
    WHERE ended_at IS NULL;

-- Huấn luyện, bồi dưỡng.
CREATE TABLE training_courses (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    audience TEXT NOT NULL,
    force TEXT,
    facility TEXT,
    unit TEXT,
    began_on TEXT NOT NULL,
    ended_on TEXT,
    hours DOUBLE PRECISION,
    address TEXT,
    trainer TEXT,
    invited BIGINT,
    attended BIGINT,
    share DOUBLE PRECISION,
    certified BIGINT,
    result TEXT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT training_courses_key PRIMARY KEY (ward, id),
    CONSTRAINT training_courses_force FOREIGN KEY (ward, force) REFERENCES forces (ward, id),
    CONSTRAINT training_courses_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id),
    CONSTRAINT training_courses_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

CREATE INDEX training_courses_by_search ON training_courses (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX training_courses_by_force ON training_courses (ward, force)
    WHERE force IS NOT NULL;

CREATE INDEX training_courses_by_facility ON training_courses (ward, facility)
    WHERE facility IS NOT NULL;

-- Lịch trực.
CREATE TABLE duty_shifts (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    duty TEXT NOT NULL,
    force TEXT,
    unit TEXT,
    phone TEXT,
    from_at TEXT NOT NULL,
    until_at TEXT NOT NULL,
    address TEXT,
    events TEXT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT duty_shifts_key PRIMARY KEY (ward, id),
    CONSTRAINT duty_shifts_force FOREIGN KEY (ward, force) REFERENCES forces (ward, id),
    CONSTRAINT duty_shifts_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

CREATE INDEX duty_shifts_by_search ON duty_shifts (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX duty_shifts_by_force ON duty_shifts (ward, force)
    WHERE force IS NOT NULL;

-- Phương án chữa cháy, cứu nạn, cứu hộ.
CREATE TABLE response_plans (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    facility TEXT,
    group_unit TEXT,
    version_number BIGINT,
    state TEXT NOT NULL,
    approved_by TEXT,
    approved_on TEXT,
    reviewed_on TEXT,
    file TEXT,
    scenarios BIGINT,
    drilled BIGINT,
    untried BIGINT,
    last_drill_on TEXT,
    drill_due_on TEXT,
    hazards TEXT,
    forces_words TEXT,
    water TEXT,
    contacts TEXT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT response_plans_key PRIMARY KEY (ward, id),
    CONSTRAINT response_plans_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id),
    CONSTRAINT response_plans_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id)
);

CREATE INDEX response_plans_by_search ON response_plans (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX response_plans_by_facility ON response_plans (ward, facility)
    WHERE facility IS NOT NULL;

-- Thực tập, diễn tập.
CREATE TABLE drills (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    held_on TEXT NOT NULL,
    response_plan TEXT,
    facility TEXT,
    address TEXT,
    group_unit TEXT,
    scenario TEXT,
    in_working_hours INTEGER,
    forces_words TEXT,
    people BIGINT,
    vehicles BIGINT,
    militia BIGINT,
    commander TEXT,
    minutes TEXT,
    points_alarm BIGINT,
    points_escape BIGINT,
    points_fighting BIGINT,
    points_command BIGINT,
    points_means BIGINT,
    points_total BIGINT,
    findings TEXT,
    measure TEXT,
    unit TEXT,
    due_on TEXT,
    done_on TEXT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT drills_key PRIMARY KEY (ward, id),
    CONSTRAINT drills_response_plan FOREIGN KEY (ward, response_plan) REFERENCES response_plans (ward, id),
    CONSTRAINT drills_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id),
    CONSTRAINT drills_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id),
    CONSTRAINT drills_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

CREATE INDEX drills_by_search ON drills (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX drills_by_response_plan ON drills (ward, response_plan)
    WHERE response_plan IS NOT NULL;

CREATE INDEX drills_by_facility ON drills (ward, facility)
    WHERE facility IS NOT NULL;

-- 4 tại chỗ.
CREATE TABLE on_site_profiles (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    group_unit TEXT,
    facility TEXT,
    parts BIGINT,
    checked_on TEXT,
    can_handle INTEGER,
    commander TEXT,
    commander_phone TEXT,
    deputy TEXT,
    command_post TEXT,
    force TEXT,
    people BIGINT,
    is_trained INTEGER,
    means TEXT,
    logistics TEXT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT on_site_profiles_key PRIMARY KEY (ward, id),
    CONSTRAINT on_site_profiles_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id),
    CONSTRAINT on_site_profiles_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id),
    CONSTRAINT on_site_profiles_force FOREIGN KEY (ward, force) REFERENCES forces (ward, id)
);

CREATE INDEX on_site_profiles_by_search ON on_site_profiles (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX on_site_profiles_by_facility ON on_site_profiles (ward, facility)
    WHERE facility IS NOT NULL;

CREATE INDEX on_site_profiles_by_force ON on_site_profiles (ward, force)
    WHERE force IS NOT NULL;

-- Điểm tập kết.
CREATE TABLE assembly_points (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    address TEXT NOT NULL,
    group_unit TEXT,
    area_m2 DOUBLE PRECISION,
    capacity BIGINT,
    equipment TEXT,
    keeper TEXT,
    phone TEXT,
    state TEXT NOT NULL,
    proposed_on TEXT,
    approved_on TEXT,
    decision TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT assembly_points_key PRIMARY KEY (ward, id),
    CONSTRAINT assembly_points_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id)
);

CREATE INDEX assembly_points_by_search ON assembly_points (ward, search, id)
    WHERE ended_at IS NULL;
