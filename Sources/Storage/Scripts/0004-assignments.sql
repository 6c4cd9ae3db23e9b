-- What surrounds the work: explanations, obstacles, proposals, calendar feeds, morning digests.

-- A request for explanation (giải trình), its answer, and what was made of it.
CREATE TABLE explanations (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    occurrence TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    asked_by TEXT NOT NULL,
    -- the unit that must answer: the lead at the time
    asked_of TEXT NOT NULL,
    question TEXT NOT NULL,
    -- last day for the answer, 'YYYY-MM-DD'
    due TEXT NOT NULL,
    answered_at BIGINT,
    answered_by TEXT,
    answer TEXT,
    settled_at BIGINT,
    settled_by TEXT,
    verdict TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT explanations_key PRIMARY KEY (ward, id),
    CONSTRAINT explanations_occurrence
        FOREIGN KEY (ward, occurrence) REFERENCES occurrences (ward, id),
    CONSTRAINT explanations_unit FOREIGN KEY (ward, asked_of) REFERENCES units (ward, id),
    CONSTRAINT explanations_verdict CHECK (verdict IN ('accepted', 'refused'))
);

CREATE INDEX explanations_of_occurrence ON explanations (ward, occurrence);
CREATE INDEX explanations_waiting ON explanations (ward, asked_of) WHERE answered_at IS NULL;

-- Difficulties and obstacles (khó khăn, vướng mắc), routed as the plan says.
CREATE TABLE obstacles (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    -- what it is about: a piece of work, a plan as a whole, or neither
    occurrence TEXT,
    plan TEXT,
    raised_at BIGINT NOT NULL,
    raised_by TEXT NOT NULL,
    raised_unit TEXT,
    text TEXT NOT NULL,
    to_unit TEXT NOT NULL,
    answered_at BIGINT,
    answered_by TEXT,
    answer TEXT,
    -- the unit that raised it says that it is out of the way
    resolved_at BIGINT,
    resolved_by TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT obstacles_key PRIMARY KEY (ward, id),
    CONSTRAINT obstacles_occurrence
        FOREIGN KEY (ward, occurrence) REFERENCES occurrences (ward, id),
    CONSTRAINT obstacles_plan FOREIGN KEY (ward, plan) REFERENCES plans (ward, id),
    CONSTRAINT obstacles_to_unit FOREIGN KEY (ward, to_unit) REFERENCES units (ward, id)
);

CREATE INDEX obstacles_open ON obstacles (ward, to_unit) WHERE resolved_at IS NULL;
CREATE INDEX obstacles_of_occurrence ON obstacles (ward, occurrence);

CREATE TABLE obstacle_files (
    ward TEXT NOT NULL,
    obstacle TEXT NOT NULL,
    file TEXT NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT obstacle_files_key PRIMARY KEY (ward, obstacle, file),
    CONSTRAINT obstacle_files_obstacle
        FOREIGN KEY (ward, obstacle) REFERENCES obstacles (ward, id),
    CONSTRAINT obstacle_files_file FOREIGN KEY (ward, file) REFERENCES files (ward, id)
);

-- Proposals to the People's Committee (tham mưu, đề xuất) and the decision on each.
CREATE TABLE proposals (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    occurrence TEXT,
    plan TEXT,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    made_unit TEXT,
    text TEXT NOT NULL,
    decided_at BIGINT,
    decided_by TEXT,
    verdict TEXT,
    decision TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT proposals_key PRIMARY KEY (ward, id),
    CONSTRAINT proposals_occurrence
        FOREIGN KEY (ward, occurrence) REFERENCES occurrences (ward, id),
    CONSTRAINT proposals_plan FOREIGN KEY (ward, plan) REFERENCES plans (ward, id),
    CONSTRAINT proposals_verdict CHECK (verdict IN ('agreed', 'refused', 'returned'))
);

CREATE INDEX proposals_open ON proposals (ward, made_at) WHERE decided_at IS NULL;
CREATE INDEX proposals_of_occurrence ON proposals (ward, occurrence);

CREATE TABLE proposal_files (
    ward TEXT NOT NULL,
    proposal TEXT NOT NULL,
    file TEXT NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT proposal_files_key PRIMARY KEY (ward, proposal, file),
    CONSTRAINT proposal_files_proposal
        FOREIGN KEY (ward, proposal) REFERENCES proposals (ward, id),
    CONSTRAINT proposal_files_file FOREIGN KEY (ward, file) REFERENCES files (ward, id)
);

-- The secret address of a person's calendar; only its hash is kept.
CREATE TABLE calendar_feeds (
    ward TEXT NOT NULL,
    account TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT calendar_feeds_key PRIMARY KEY (ward, account),
    CONSTRAINT calendar_feeds_token UNIQUE (token_hash),
    CONSTRAINT calendar_feeds_account FOREIGN KEY (ward, account) REFERENCES accounts (ward, id)
);

-- One morning digest for a person and a day; its row is what makes it sent once.
CREATE TABLE digests (
    ward TEXT NOT NULL,
    account TEXT NOT NULL,
    day TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    -- 'none': shown in the page only
    mail_state TEXT NOT NULL,
    mail_attempts INTEGER NOT NULL DEFAULT 0,
    -- not before this moment; moved ahead by the node that takes it
    mail_next_at BIGINT,
    mail_error TEXT,
    mailed_at BIGINT,
    CONSTRAINT digests_key PRIMARY KEY (ward, account, day),
    CONSTRAINT digests_account FOREIGN KEY (ward, account) REFERENCES accounts (ward, id),
    CONSTRAINT digests_mail_state CHECK (mail_state IN ('none', 'waiting', 'sent', 'failed'))
);

CREATE INDEX digests_to_mail ON digests (mail_next_at) WHERE mail_state = 'waiting';

-- What is done once a day for a ward, by whichever node comes first.
CREATE TABLE daily_runs (
    ward TEXT NOT NULL,
    job TEXT NOT NULL,
    day TEXT NOT NULL,
    at BIGINT NOT NULL,
    CONSTRAINT daily_runs_key PRIMARY KEY (ward, job, day)
);
