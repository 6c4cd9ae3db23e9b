-- What a person said of rows of a sheet that look like records of the register.
CREATE TABLE record_import_answers (
    ward TEXT NOT NULL,
    import TEXT NOT NULL,
    line INTEGER NOT NULL,
    -- The record that the row is; nothing: it is another.
    record TEXT,
    CONSTRAINT record_import_answers_key PRIMARY KEY (ward, import, line),
    CONSTRAINT record_import_answers_import FOREIGN KEY (ward, import)
        REFERENCES record_imports (ward, id)
);
