-- Work that was handed in and waits for an answer: asked for on every page of who may give it.
CREATE INDEX occurrences_waiting ON occurrences (ward, submitted_at, id)
    WHERE submitted_at IS NOT NULL AND accepted_at IS NULL AND excused_at IS NULL;
