-- Mức sàn tuyên truyền.
CREATE TABLE outreach_floors (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    what TEXT NOT NULL,
    least BIGINT NOT NULL,
    period TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    source TEXT NOT NULL,
    is_verified INTEGER,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT outreach_floors_key PRIMARY KEY (ward, id)
);

CREATE INDEX outreach_floors_by_search ON outreach_floors (ward, search, id)
    WHERE ended_at IS NULL;

-- Kênh tuyên truyền.
CREATE TABLE outreach_channels (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    unit TEXT,
    group_unit TEXT,
    keeper TEXT,
    phone TEXT,
    address TEXT,
    reach BIGINT,
    column_name TEXT,
    state TEXT NOT NULL,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT outreach_channels_key PRIMARY KEY (ward, id),
    CONSTRAINT outreach_channels_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id),
    CONSTRAINT outreach_channels_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id)
);

CREATE INDEX outreach_channels_by_search ON outreach_channels (ward, search, id)
    WHERE ended_at IS NULL;

-- Tin, bài, học liệu.
CREATE TABLE media_items (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    topic TEXT NOT NULL,
    audience TEXT NOT NULL,
    unit TEXT,
    author TEXT,
    made_on TEXT,
    words TEXT,
    link TEXT,
    approved_by TEXT,
    approved_on TEXT,
    channel TEXT,
    published_on TEXT,
    expires_on TEXT,
    views BIGINT,
    stage TEXT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT media_items_key PRIMARY KEY (ward, id),
    CONSTRAINT media_items_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id),
    CONSTRAINT media_items_channel FOREIGN KEY (ward, channel) REFERENCES outreach_channels (ward, id)
);

CREATE INDEX media_items_by_search ON media_items (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX media_items_by_channel ON media_items (ward, channel)
    WHERE channel IS NOT NULL;

-- Đợt cao điểm, chiến dịch.
CREATE TABLE campaigns (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    document TEXT,
    unit TEXT,
    work TEXT,
    budget BIGINT,
    people BIGINT,
    result TEXT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT campaigns_key PRIMARY KEY (ward, id),
    CONSTRAINT campaigns_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

CREATE INDEX campaigns_by_search ON campaigns (ward, search, id)
    WHERE ended_at IS NULL;

-- Lịch phát thanh.
CREATE TABLE broadcast_slots (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    channel TEXT NOT NULL,
    media_item TEXT,
    days TEXT NOT NULL,
    at_time TEXT NOT NULL,
    minutes BIGINT,
    from_on TEXT NOT NULL,
    until_on TEXT,
    per_week BIGINT,
    unit TEXT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT broadcast_slots_key PRIMARY KEY (ward, id),
    CONSTRAINT broadcast_slots_channel FOREIGN KEY (ward, channel) REFERENCES outreach_channels (ward, id),
    CONSTRAINT broadcast_slots_media_item FOREIGN KEY (ward, media_item) REFERENCES media_items (ward, id),
    CONSTRAINT broadcast_slots_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

CREATE INDEX broadcast_slots_by_search ON broadcast_slots (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX broadcast_slots_by_channel ON broadcast_slots (ward, channel)
    WHERE channel IS NOT NULL;

CREATE INDEX broadcast_slots_by_media_item ON broadcast_slots (ward, media_item)
    WHERE media_item IS NOT NULL;

-- Hoạt động tuyên truyền.
CREATE TABLE outreach_activities (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    form TEXT NOT NULL,
    topic TEXT NOT NULL,
    audience TEXT NOT NULL,
    held_on TEXT NOT NULL,
    unit TEXT NOT NULL,
    group_unit TEXT,
    channel TEXT,
    campaign TEXT,
    sessions BIGINT,
    people BIGINT,
    leaflets BIGINT,
    articles BIGINT,
    pictures BIGINT,
    proof TEXT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT outreach_activities_key PRIMARY KEY (ward, id),
    CONSTRAINT outreach_activities_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id),
    CONSTRAINT outreach_activities_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id),
    CONSTRAINT outreach_activities_channel FOREIGN KEY (ward, channel) REFERENCES outreach_channels (ward, id),
    CONSTRAINT outreach_activities_campaign FOREIGN KEY (ward, campaign) REFERENCES campaigns (ward, id)
);

CREATE INDEX outreach_activities_by_search ON outreach_activities (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX outreach_activities_by_channel ON outreach_activities (ward, channel)
    WHERE channel IS NOT NULL;

CREATE INDEX outreach_activities_by_campaign ON outreach_activities (ward, campaign)
    WHERE campaign IS NOT NULL;

-- Tin nhắn SMS.
CREATE TABLE sms_campaigns (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    provider TEXT NOT NULL,
    words TEXT NOT NULL,
    area TEXT,
    campaign TEXT,
    approved_by TEXT,
    approved_on TEXT,
    sent_on TEXT,
    subscribers BIGINT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT sms_campaigns_key PRIMARY KEY (ward, id),
    CONSTRAINT sms_campaigns_campaign FOREIGN KEY (ward, campaign) REFERENCES campaigns (ward, id)
);

CREATE INDEX sms_campaigns_by_search ON sms_campaigns (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX sms_campaigns_by_campaign ON sms_campaigns (ward, campaign)
    WHERE campaign IS NOT NULL;

-- Hướng dẫn cài Báo cháy 114.
CREATE TABLE app_guidances (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    held_on TEXT NOT NULL,
    place TEXT NOT NULL,
    group_unit TEXT,
    unit TEXT,
    guided BIGINT NOT NULL,
    installed BIGINT,
    share DOUBLE PRECISION,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT app_guidances_key PRIMARY KEY (ward, id),
    CONSTRAINT app_guidances_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id),
    CONSTRAINT app_guidances_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

CREATE INDEX app_guidances_by_search ON app_guidances (ward, search, id)
    WHERE ended_at IS NULL;

-- Dạy kỹ năng cho người dân.
CREATE TABLE public_trainings (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    skill TEXT NOT NULL,
    audience TEXT NOT NULL,
    held_on TEXT NOT NULL,
    address TEXT,
    group_unit TEXT,
    facility TEXT,
    unit TEXT,
    trainer TEXT,
    people BIGINT NOT NULL,
    practised BIGINT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT public_trainings_key PRIMARY KEY (ward, id),
    CONSTRAINT public_trainings_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id),
    CONSTRAINT public_trainings_facility FOREIGN KEY (ward, facility) REFERENCES facilities (ward, id),
    CONSTRAINT public_trainings_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

CREATE INDEX public_trainings_by_search ON public_trainings (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX public_trainings_by_facility ON public_trainings (ward, facility)
    WHERE facility IS NOT NULL;
