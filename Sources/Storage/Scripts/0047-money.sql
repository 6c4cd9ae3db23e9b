-- Dự toán, kinh phí.
CREATE TABLE budget_lines (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    budget_year BIGINT NOT NULL,
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    unit TEXT,
    funding_source TEXT NOT NULL,
    item_count DOUBLE PRECISION,
    unit_price BIGINT,
    estimate BIGINT,
    planned BIGINT,
    proposed_on TEXT,
    balance TEXT,
    stage TEXT NOT NULL,
    approved BIGINT,
    decision TEXT,
    spent BIGINT,
    remaining BIGINT,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT budget_lines_key PRIMARY KEY (ward, id),
    CONSTRAINT budget_lines_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

CREATE INDEX budget_lines_by_search ON budget_lines (ward, search, id)
    WHERE ended_at IS NULL;

-- Đóng góp, xã hội hóa.
CREATE TABLE contributions (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    giver TEXT NOT NULL,
    giver_kind TEXT NOT NULL,
    phone TEXT,
    kind TEXT NOT NULL,
    what TEXT,
    amount BIGINT,
    given_on TEXT NOT NULL,
    group_unit TEXT,
    unit TEXT,
    receipt TEXT,
    purpose TEXT,
    improvement_work TEXT,
    used_on TEXT,
    used_words TEXT,
    is_thanked INTEGER,
    note TEXT,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT contributions_key PRIMARY KEY (ward, id),
    CONSTRAINT contributions_group_unit FOREIGN KEY (ward, group_unit) REFERENCES units (ward, id),
    CONSTRAINT contributions_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id),
    CONSTRAINT contributions_improvement_work FOREIGN KEY (ward, improvement_work) REFERENCES improvement_works (ward, id)
);

CREATE INDEX contributions_by_search ON contributions (ward, search, id)
    WHERE ended_at IS NULL;

CREATE INDEX contributions_by_improvement_work ON contributions (ward, improvement_work)
    WHERE improvement_work IS NOT NULL;
