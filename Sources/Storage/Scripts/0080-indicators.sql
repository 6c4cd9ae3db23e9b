-- By which figure of the registers a target is measured, and what each figure was.
ALTER TABLE targets ADD COLUMN indicator TEXT;

-- The last counting of each month; that of the current one is replaced day by day.
CREATE TABLE indicator_months (
    ward TEXT NOT NULL REFERENCES wards (code),
    indicator TEXT NOT NULL,
    -- its first day
    month TEXT NOT NULL,
    -- of the counting
    day TEXT NOT NULL,
    counted DOUBLE PRECISION NOT NULL,
    -- of so much; nothing: it is no share
    whole DOUBLE PRECISION,
    CONSTRAINT indicator_months_key PRIMARY KEY (ward, indicator, month)
);
