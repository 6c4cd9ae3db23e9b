-- Records that look like one (sạch), and what people decided about them. The keys by which they are
-- found stand in the engine's own part: record_keys.

-- By which rules the keys of a register were made, and how far; other rules make them anew.
CREATE TABLE record_key_rules (
    ward TEXT NOT NULL REFERENCES wards (code),
    register TEXT NOT NULL,
    rules TEXT NOT NULL,
    -- The last record whose keys are made; nothing when all are.
    made_through TEXT,
    CONSTRAINT record_key_rules_key PRIMARY KEY (ward, register)
);

CREATE TABLE record_pairs (
    ward TEXT NOT NULL REFERENCES wards (code),
    register TEXT NOT NULL,
    -- The smaller identifier first.
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    -- Evidence that they are one, in bits.
    bits DOUBLE PRECISION NOT NULL,
    -- Somebody looked, and they are two.
    parted_at BIGINT,
    parted_by TEXT,
    CONSTRAINT record_pairs_key PRIMARY KEY (ward, register, one, other)
);

CREATE INDEX record_pairs_open ON record_pairs (ward, register, bits) WHERE parted_at IS NULL;
CREATE INDEX record_pairs_of_other ON record_pairs (ward, register, other);

-- One record joined into another: the pointer from its address to the one that was kept.
CREATE TABLE record_merges (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    register TEXT NOT NULL,
    kept TEXT NOT NULL,
    merged TEXT NOT NULL,
    -- What named it.
    title TEXT NOT NULL,
    -- The cells of the kept one before, by key, as JSON, and its version after.
    before TEXT NOT NULL,
    version INTEGER NOT NULL,
    -- Records that named the merged one and now name the kept one, as JSON.
    moved TEXT NOT NULL,
    merged_at BIGINT NOT NULL,
    merged_by TEXT NOT NULL,
    undone_at BIGINT,
    CONSTRAINT record_merges_key PRIMARY KEY (ward, id)
);

CREATE UNIQUE INDEX record_merges_of_merged ON record_merges (ward, register, merged)
    WHERE undone_at IS NULL;
CREATE INDEX record_merges_of_kept ON record_merges (ward, register, kept);
