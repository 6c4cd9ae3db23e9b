-- Preliminary and final reviews of a plan that units hold (sơ kết, tổng kết).

CREATE TABLE reviews (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    plan TEXT NOT NULL,
    unit TEXT NOT NULL,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    -- one per line
    findings TEXT NOT NULL,
    measures TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT reviews_key PRIMARY KEY (ward, id),
    CONSTRAINT reviews_once UNIQUE (ward, plan, unit, kind, day),
    CONSTRAINT reviews_plan FOREIGN KEY (ward, plan) REFERENCES plans (ward, id),
    CONSTRAINT reviews_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id),
    CONSTRAINT reviews_kind CHECK (kind IN ('preliminary', 'final'))
);
