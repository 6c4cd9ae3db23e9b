-- How good each record is (đúng, đủ, sạch, sống), in hundredths, scored in the transaction that
-- changed it.
CREATE TABLE record_scores (
    ward TEXT NOT NULL,
    register TEXT NOT NULL,
    record TEXT NOT NULL,
    -- The residential group to which it belongs; empty: the whole ward.
    unit TEXT NOT NULL,
    correct INTEGER NOT NULL,
    complete INTEGER NOT NULL,
    clean INTEGER NOT NULL,
    fresh INTEGER NOT NULL,
    -- The day on which a value that was confirmed in time will have to be confirmed again.
    changes_on TEXT,
    CONSTRAINT record_scores_key PRIMARY KEY (ward, register, record)
);

CREATE INDEX record_scores_due ON record_scores (ward, changes_on) WHERE changes_on IS NOT NULL;
-- Those that lack something are few, and lists ask for them.
CREATE INDEX record_scores_lacking ON record_scores (ward, register, record)
    WHERE correct < 100 OR complete < 100 OR clean < 100 OR fresh < 100;

-- The same, counted for each register and group, so that no page counts a whole register.
CREATE TABLE register_tallies (
    ward TEXT NOT NULL,
    register TEXT NOT NULL,
    unit TEXT NOT NULL,
    records BIGINT NOT NULL,
    -- Records that lack something, by kind.
    wrong BIGINT NOT NULL,
    incomplete BIGINT NOT NULL,
    unclean BIGINT NOT NULL,
    stale BIGINT NOT NULL,
    -- Sums of the scores.
    correct BIGINT NOT NULL,
    complete BIGINT NOT NULL,
    clean BIGINT NOT NULL,
    fresh BIGINT NOT NULL,
    CONSTRAINT register_tallies_key PRIMARY KEY (ward, register, unit)
);

-- The tallies as they were at the end of a day, where they were other than on the day before.
CREATE TABLE register_days (
    ward TEXT NOT NULL,
    register TEXT NOT NULL,
    unit TEXT NOT NULL,
    day TEXT NOT NULL,
    records BIGINT NOT NULL,
    wrong BIGINT NOT NULL,
    incomplete BIGINT NOT NULL,
    unclean BIGINT NOT NULL,
    stale BIGINT NOT NULL,
    correct BIGINT NOT NULL,
    complete BIGINT NOT NULL,
    clean BIGINT NOT NULL,
    fresh BIGINT NOT NULL,
    CONSTRAINT register_days_key PRIMARY KEY (ward, register, unit, day)
);

-- By which rules the records of a register were scored, and how far; other rules score them anew.
CREATE TABLE record_score_rules (
    ward TEXT NOT NULL REFERENCES wards (code),
    register TEXT NOT NULL,
    rules TEXT NOT NULL,
    -- The last record that is scored; nothing when all are.
    made_through TEXT,
    CONSTRAINT record_score_rules_key PRIMARY KEY (ward, register)
);
