-- What likely duplicates of a record are found by, set in the record's own transaction.
CREATE TABLE record_keys (
    ward TEXT NOT NULL,
    register TEXT NOT NULL,
    key BIGINT NOT NULL,
    record TEXT NOT NULL,
    CONSTRAINT record_keys_key PRIMARY KEY (ward, register, key, record)
) WITHOUT ROWID;
