-- Tổ liên gia an toàn PCCC.
CREATE TABLE mutual_aid_groups (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    group_unit TEXT,
    alley TEXT,
    houses BIGINT NOT NULL,
    founded_on TEXT,
    decision TEXT,
    leader TEXT,
    phone TEXT,
    deputy TEXT,
    state TEXT NOT NULL,
    with_extinguisher BIGINT,
    with_tools BIGINT,
    with_bell BIGINT,
    is_linked INTEGER,
    bell_tested_on TEXT,
    bells_rang BIGINT,
    bell_share DOUBLE PRECISION,
    met_on TEXT,
    with_app BIGINT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT mutual_aid_groups_key PRIMARY KEY (ward, id),
    CONSTRAINT mutual_aid_groups_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id),
    CONSTRAINT mutual_aid_groups_alley FOREIGN KEY (ward, alley) REFERENCES alleys (ward, id)
);

CREATE INDEX mutual_aid_groups_by_search ON mutual_aid_groups (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX mutual_aid_groups_by_alley ON mutual_aid_groups (ward, alley)
    WHERE alley IS NOT NULL;

-- Điểm chữa cháy công cộng.
CREATE TABLE public_fire_points (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    group_unit TEXT,
    alley TEXT,
    founded_on TEXT,
    state TEXT NOT NULL,
    has_sign INTEGER,
    extinguishers BIGINT,
    crowbars BIGINT,
    hammers BIGINT,
    cutters BIGINT,
    other_kit TEXT,
    keeper TEXT,
    phone TEXT,
    key_place TEXT,
    seal TEXT,
    is_seal_whole INTEGER,
    checked_on TEXT,
    used_on TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT public_fire_points_key PRIMARY KEY (ward, id),
    CONSTRAINT public_fire_points_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id),
    CONSTRAINT public_fire_points_alley FOREIGN KEY (ward, alley) REFERENCES alleys (ward, id)
);

CREATE INDEX public_fire_points_by_search ON public_fire_points (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX public_fire_points_by_alley ON public_fire_points (ward, alley)
    WHERE alley IS NOT NULL;

-- Mô hình, điển hình.
CREATE TABLE community_models (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    group_unit TEXT,
    unit TEXT,
    leader TEXT,
    phone TEXT,
    members BIGINT,
    founded_on TEXT,
    work TEXT,
    effect TEXT,
    spread_to TEXT,
    movement TEXT,
    state TEXT NOT NULL,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT community_models_key PRIMARY KEY (ward, id),
    CONSTRAINT community_models_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id),
    CONSTRAINT community_models_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

CREATE INDEX community_models_by_search ON community_models (ward, search, id)
    WHERE ended_at IS NULL;

-- Đánh giá mô hình.
CREATE TABLE model_evaluations (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    evaluated_on TEXT NOT NULL,
    title TEXT NOT NULL,
    mutual_aid_group TEXT,
    public_fire_point TEXT,
    community_model TEXT,
    group_unit TEXT,
    unit TEXT,
    works INTEGER,
    is_known INTEGER,
    is_active INTEGER,
    life TEXT,
    extinguisher_share DOUBLE PRECISION,
    tool_share DOUBLE PRECISION,
    bell_share DOUBLE PRECISION,
    exit_share DOUBLE PRECISION,
    app_share DOUBLE PRECISION,
    grade TEXT NOT NULL,
    grounds TEXT,
    action TEXT,
    due_on TEXT,
    done_on TEXT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT model_evaluations_key PRIMARY KEY (ward, id),
    CONSTRAINT model_evaluations_mutual_aid_group FOREIGN KEY (ward, mutual_aid_group) REFERENCES mutual_aid_groups (ward, id),
    CONSTRAINT model_evaluations_public_fire_point FOREIGN KEY (ward, public_fire_point) REFERENCES public_fire_points (ward, id),
    CONSTRAINT model_evaluations_community_model FOREIGN KEY (ward, community_model) REFERENCES community_models (ward, id),
    CONSTRAINT model_evaluations_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id),
    CONSTRAINT model_evaluations_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

CREATE INDEX model_evaluations_by_search ON model_evaluations (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX model_evaluations_by_mutual_aid_group ON model_evaluations (ward, mutual_aid_group)
    WHERE mutual_aid_group IS NOT NULL;

CREATE INDEX model_evaluations_by_public_fire_point ON model_evaluations (ward, public_fire_point)
    WHERE public_fire_point IS NOT NULL;

CREATE INDEX model_evaluations_by_community_model ON model_evaluations (ward, community_model)
    WHERE community_model IS NOT NULL;

-- Địa điểm học tập, trải nghiệm.
CREATE TABLE learning_sites (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    purpose TEXT NOT NULL,
    address TEXT NOT NULL,
    group_unit TEXT,
    area_m2 DOUBLE PRECISION,
    owner TEXT,
    condition TEXT,
    unit TEXT,
    reviewed_on TEXT,
    review TEXT,
    chosen_on TEXT,
    decision TEXT,
    milestones TEXT,
    opened_on TEXT,
    stage TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT learning_sites_key PRIMARY KEY (ward, id),
    CONSTRAINT learning_sites_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id),
    CONSTRAINT learning_sites_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

CREATE INDEX learning_sites_by_search ON learning_sites (ward, search, id)
    WHERE ended_at IS NULL;

-- Buổi học tập, trải nghiệm.
CREATE TABLE learning_sessions (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    site TEXT NOT NULL,
    held_on TEXT NOT NULL,
    activity TEXT NOT NULL,
    audience TEXT NOT NULL,
    people BIGINT,
    teacher TEXT,
    unit TEXT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT learning_sessions_key PRIMARY KEY (ward, id),
    CONSTRAINT learning_sessions_site FOREIGN KEY (ward, site) REFERENCES learning_sites (ward, id),
    CONSTRAINT learning_sessions_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

CREATE INDEX learning_sessions_by_search ON learning_sessions (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX learning_sessions_by_site ON learning_sessions (ward, site)
    WHERE site IS NOT NULL;
