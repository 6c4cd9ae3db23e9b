-- Places stand below each other: wards below a province, provinces below the nation.
ALTER TABLE wards ADD COLUMN above TEXT REFERENCES wards (code);

CREATE INDEX wards_by_above ON wards (above) WHERE above IS NOT NULL;
