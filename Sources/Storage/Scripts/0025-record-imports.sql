-- Sheets taken into a register: the file as it came, and what became of each of its rows.
CREATE TABLE record_imports (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    register TEXT NOT NULL,
    file TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'applied', 'undone', 'discarded')),
    -- Key of the field for each column of the file, as JSON; nothing where nobody matched them.
    columns TEXT,
    added INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 0,
    same INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    applied_at BIGINT,
    undone_at BIGINT,
    CONSTRAINT record_imports_key PRIMARY KEY (ward, id),
    CONSTRAINT record_imports_file FOREIGN KEY (ward, file) REFERENCES files (ward, id)
);

CREATE TABLE record_import_rows (
    ward TEXT NOT NULL,
    import TEXT NOT NULL,
    line INTEGER NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('added', 'changed', 'rejected')),
    title TEXT NOT NULL,
    record TEXT,
    -- Version that the import gave the record: only an untouched record is put back.
    version INTEGER,
    -- The cells before, by key, as JSON.
    before TEXT,
    reasons TEXT,
    CONSTRAINT record_import_rows_key PRIMARY KEY (ward, import, line),
    CONSTRAINT record_import_rows_import FOREIGN KEY (ward, import)
        REFERENCES record_imports (ward, id)
);

-- What a person said a head of a column means, for the next file.
CREATE TABLE sheet_heads (
    ward TEXT NOT NULL REFERENCES wards (code),
    register TEXT NOT NULL,
    -- Folded.
    head TEXT NOT NULL,
    -- Empty: a column to leave out.
    field TEXT NOT NULL,
    CONSTRAINT sheet_heads_key PRIMARY KEY (ward, register, head)
);
