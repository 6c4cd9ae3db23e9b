-- Borders of the ward and of its residential groups, as well-known text.
ALTER TABLE units ADD COLUMN boundary TEXT;
ALTER TABLE wards ADD COLUMN boundary TEXT;
ALTER TABLE wards ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
