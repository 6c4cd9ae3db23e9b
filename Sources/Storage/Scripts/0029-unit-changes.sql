-- Old administrative units and the new ones that they became part of, as a file of the operator's says.
CREATE TABLE unit_changes (
    ward TEXT NOT NULL REFERENCES wards (code),
    old_code TEXT NOT NULL,
    -- With its kind, as "Phường Cống Vị".
    old_name TEXT NOT NULL,
    old_folded TEXT NOT NULL,
    new_code TEXT NOT NULL,
    new_name TEXT NOT NULL,
    new_folded TEXT NOT NULL,
    province TEXT NOT NULL,
    -- 0: only a part of the old one went there.
    is_whole INTEGER NOT NULL,
    effective_on TEXT NOT NULL,
    source TEXT NOT NULL,
    loaded_at BIGINT NOT NULL,
    CONSTRAINT unit_changes_key PRIMARY KEY (ward, old_code, new_code)
);

CREATE INDEX unit_changes_by_name ON unit_changes (ward, old_folded);
CREATE INDEX unit_changes_by_new_name ON unit_changes (ward, new_folded);
