-- A digest of what a plan lays down, so that the same plan in another file is recognised.
ALTER TABLE plan_versions ADD COLUMN words_sha256 TEXT;

CREATE INDEX plan_versions_by_words ON plan_versions (ward, words_sha256);
