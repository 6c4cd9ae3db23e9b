-- Suggested repairs of a plan's words that a person took or left.

CREATE TABLE settled_repairs (
    ward TEXT NOT NULL,
    plan TEXT NOT NULL,
    plan_version INTEGER NOT NULL,
    -- line of the source, and the damaged words
    line INTEGER NOT NULL,
    found TEXT NOT NULL,
    is_taken INTEGER NOT NULL,
    at BIGINT NOT NULL,
    account TEXT NOT NULL,
    CONSTRAINT settled_repairs_key PRIMARY KEY (ward, plan, plan_version, line, found),
    CONSTRAINT settled_repairs_plan FOREIGN KEY (ward, plan) REFERENCES plans (ward, id),
    CONSTRAINT settled_repairs_taken CHECK (is_taken IN (0, 1))
);
