-- Plans, what was understood of them, and the work that comes of it.

CREATE TABLE files (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    content BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    CONSTRAINT files_key PRIMARY KEY (ward, id)
);

CREATE INDEX files_by_content ON files (ward, sha256);

CREATE TABLE plans (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- null while the number is blank
    number TEXT,
    number_suffix TEXT,
    title TEXT NOT NULL,
    search TEXT NOT NULL,
    issuer TEXT,
    place TEXT,
    -- 'YYYY-MM-DD', or 'YYYY-MM' while the day is blank
    issued TEXT,
    status TEXT NOT NULL,
    -- the version in force, or being corrected while a draft
    current_version INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    confirmed_at BIGINT,
    confirmed_by TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT plans_key PRIMARY KEY (ward, id),
    CONSTRAINT plans_status CHECK (status IN ('draft', 'running', 'ended'))
);

CREATE TABLE plan_versions (
    ward TEXT NOT NULL,
    plan TEXT NOT NULL,
    number INTEGER NOT NULL,
    file TEXT NOT NULL,
    -- JSON of the lines of the source and of what was read; never changed
    source TEXT NOT NULL,
    reading TEXT NOT NULL,
    -- null: an amendment that nobody has put in force yet
    adopted_at BIGINT,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    CONSTRAINT plan_versions_key PRIMARY KEY (ward, plan, number),
    CONSTRAINT plan_versions_plan FOREIGN KEY (ward, plan) REFERENCES plans (ward, id),
    CONSTRAINT plan_versions_file FOREIGN KEY (ward, file) REFERENCES files (ward, id)
);

CREATE TABLE tasks (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    plan TEXT NOT NULL,
    -- version of the plan that brought the task
    plan_version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    -- 'II.6.c.2', as the plan numbers it
    code TEXT NOT NULL,
    section_path TEXT NOT NULL,
    unit_heading TEXT,
    -- short title for lists, made from the text until somebody writes a better one
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    search TEXT NOT NULL,
    line_start INTEGER NOT NULL,
    line_end INTEGER NOT NULL,
    role_cue TEXT,
    role_phrase TEXT,
    -- of the "06 rõ"; work, time and responsibility come from the columns and tables beside
    person TEXT,
    product TEXT,
    authority TEXT,
    -- tasks of several bullets that are one piece of work share it, and count once
    work_item TEXT NOT NULL,
    -- somebody decided that it gets its lead later
    is_deferred INTEGER NOT NULL DEFAULT 0,
    -- the task that was cut in pieces, of which this is one
    split_of TEXT,
    -- taken out: split, joined into another, or dropped by an amendment
    ended_at BIGINT,
    ended_because TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT tasks_key PRIMARY KEY (ward, id),
    CONSTRAINT tasks_plan FOREIGN KEY (ward, plan) REFERENCES plans (ward, id),
    CONSTRAINT tasks_is_deferred CHECK (is_deferred IN (0, 1))
);

CREATE INDEX tasks_of_plan ON tasks (ward, plan, position);

-- Units that the text of a task names, bound to units of the ward or not yet.
CREATE TABLE task_units (
    ward TEXT NOT NULL,
    task TEXT NOT NULL,
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT,
    CONSTRAINT task_units_key PRIMARY KEY (ward, task, position),
    CONSTRAINT task_units_task FOREIGN KEY (ward, task) REFERENCES tasks (ward, id),
    CONSTRAINT task_units_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id),
    CONSTRAINT task_units_role CHECK (role IN (
        'lead', 'coordinate', 'direct', 'advise', 'partner'))
);

CREATE TABLE task_deadlines (
    ward TEXT NOT NULL,
    task TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    type TEXT NOT NULL,
    -- as in the reading: 'YYYY-MM-DD', '--MM-DD', '--MM', '---DD'
    date TEXT,
    start TEXT,
    recurrence TEXT,
    CONSTRAINT task_deadlines_key PRIMARY KEY (ward, task, position),
    CONSTRAINT task_deadlines_task FOREIGN KEY (ward, task) REFERENCES tasks (ward, id)
);

CREATE TABLE targets (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    plan TEXT NOT NULL,
    task TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    -- what is counted, in the words of the person who confirmed it
    name TEXT NOT NULL,
    min DOUBLE PRECISION,
    max DOUBLE PRECISION,
    unit TEXT,
    per TEXT,
    due TEXT,
    ended_at BIGINT,
    CONSTRAINT targets_key PRIMARY KEY (ward, id),
    CONSTRAINT targets_task FOREIGN KEY (ward, task) REFERENCES tasks (ward, id)
);

CREATE INDEX targets_of_plan ON targets (ward, plan);
CREATE INDEX targets_of_task ON targets (ward, task);

-- Reported by hand, with evidence; registers will compute them.
CREATE TABLE target_values (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    target TEXT NOT NULL,
    day TEXT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    file TEXT,
    at BIGINT NOT NULL,
    account TEXT NOT NULL,
    CONSTRAINT target_values_key PRIMARY KEY (ward, id),
    CONSTRAINT target_values_target FOREIGN KEY (ward, target) REFERENCES targets (ward, id),
    CONSTRAINT target_values_file FOREIGN KEY (ward, file) REFERENCES files (ward, id)
);

CREATE INDEX target_values_of_target ON target_values (ward, target, day);

-- One for each unit that must do a task.
CREATE TABLE assignments (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    plan TEXT NOT NULL,
    task TEXT NOT NULL,
    -- the unit for which work laid on a group was made; empty: the work is laid on one unit
    member TEXT NOT NULL DEFAULT '',
    -- the lead that the plan named, so that an amendment is told from an officer's change
    told_lead TEXT,
    person TEXT,
    product TEXT,
    authority TEXT,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT assignments_key PRIMARY KEY (ward, id),
    CONSTRAINT assignments_once UNIQUE (ward, task, member),
    CONSTRAINT assignments_plan FOREIGN KEY (ward, plan) REFERENCES plans (ward, id),
    CONSTRAINT assignments_task FOREIGN KEY (ward, task) REFERENCES tasks (ward, id)
);

CREATE INDEX assignments_of_plan ON assignments (ward, plan);

CREATE TABLE assignment_units (
    ward TEXT NOT NULL,
    assignment TEXT NOT NULL,
    unit TEXT NOT NULL,
    role TEXT NOT NULL,
    CONSTRAINT assignment_units_key PRIMARY KEY (ward, assignment, unit),
    CONSTRAINT assignment_units_assignment
        FOREIGN KEY (ward, assignment) REFERENCES assignments (ward, id),
    CONSTRAINT assignment_units_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id),
    CONSTRAINT assignment_units_role CHECK (role IN ('lead', 'coordinate'))
);

-- "Mỗi việc một đầu mối": the database refuses a second lead.
CREATE UNIQUE INDEX assignment_units_one_lead ON assignment_units (ward, assignment)
    WHERE role = 'lead';

CREATE INDEX assignment_units_of_unit ON assignment_units (ward, unit, role);

-- The times at which an assignment is due: one, or one for each period.
CREATE TABLE occurrences (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    assignment TEXT NOT NULL,
    -- which time of the assignment: 'once', 'y2026', 'm2026-11'; makes it tracked once
    slot TEXT NOT NULL,
    -- 'Năm 2026', 'Tháng 11/2026'; empty when the work is done once
    label TEXT NOT NULL,
    -- last day on which it is on time; null: no date is set
    due TEXT,
    -- the day that the plan named, so that an amendment is told from an officer's change
    told_due TEXT,
    -- days since 1970 of due (99999999: no date) and of the first day of the time for it
    due_day INTEGER NOT NULL,
    begins_day INTEGER NOT NULL,
    -- day of the last report of the lead
    reported_day INTEGER,
    started_at BIGINT,
    submitted_at BIGINT,
    accepted_at BIGINT,
    excused_at BIGINT,
    -- 0 to 100, as last reported
    percent INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT occurrences_key PRIMARY KEY (ward, id),
    CONSTRAINT occurrences_once UNIQUE (ward, assignment, slot),
    CONSTRAINT occurrences_assignment
        FOREIGN KEY (ward, assignment) REFERENCES assignments (ward, id),
    CONSTRAINT occurrences_percent CHECK (percent BETWEEN 0 AND 100)
);

CREATE INDEX occurrences_by_due ON occurrences (ward, due_day, id);

CREATE INDEX occurrences_open ON occurrences (ward, due_day, id)
    WHERE accepted_at IS NULL AND excused_at IS NULL;

-- What was said and done about an occurrence, in order; never changed.
CREATE TABLE entries (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    occurrence TEXT NOT NULL,
    at BIGINT NOT NULL,
    -- null: the program itself
    account TEXT,
    unit TEXT,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    percent INTEGER,
    CONSTRAINT entries_key PRIMARY KEY (ward, id),
    CONSTRAINT entries_occurrence FOREIGN KEY (ward, occurrence) REFERENCES occurrences (ward, id),
    CONSTRAINT entries_kind CHECK (kind IN (
        'progress', 'contribution', 'submission', 'acceptance', 'return', 'excuse', 'question',
        'answer', 'urging', 'change'))
);

CREATE INDEX entries_of_occurrence ON entries (ward, occurrence, at);

CREATE TABLE entry_files (
    ward TEXT NOT NULL,
    entry TEXT NOT NULL,
    file TEXT NOT NULL,
    -- as the person who gave it called it; the content is kept once
    name TEXT NOT NULL,
    CONSTRAINT entry_files_key PRIMARY KEY (ward, entry, file),
    CONSTRAINT entry_files_entry FOREIGN KEY (ward, entry) REFERENCES entries (ward, id),
    CONSTRAINT entry_files_file FOREIGN KEY (ward, file) REFERENCES files (ward, id)
);
