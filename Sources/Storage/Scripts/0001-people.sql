-- Wards, their units, the people who act, and the journal of what they did.
-- The ward's code leads every key, so that a province can partition its tables.
-- Instants are milliseconds UTC, days are ISO text, flags are 0 or 1.

CREATE TABLE wards (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    -- 'phường', 'xã' or 'đặc khu', as it stands before the name
    kind TEXT NOT NULL,
    province TEXT NOT NULL,
    -- 'state' or 'party': which layout the documents of the issuer follow
    layout TEXT NOT NULL DEFAULT 'state',
    CONSTRAINT wards_layout CHECK (layout IN ('state', 'party'))
);

CREATE TABLE units (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    -- short form for narrow tables
    short_name TEXT NOT NULL,
    search TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent TEXT,
    -- a group of units ("các tổ dân phố"): work laid on it goes to each member
    is_group INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0,
    ended_at BIGINT,
    CONSTRAINT units_key PRIMARY KEY (ward, id),
    CONSTRAINT units_parent FOREIGN KEY (ward, parent) REFERENCES units (ward, id),
    CONSTRAINT units_is_group CHECK (is_group IN (0, 1)),
    CONSTRAINT units_kind CHECK (kind IN (
        'committee', 'council', 'party', 'office', 'police', 'division', 'centre', 'military',
        'front', 'union', 'school', 'health', 'group', 'facility', 'external', 'set'))
);

CREATE TABLE unit_members (
    ward TEXT NOT NULL,
    unit_group TEXT NOT NULL,
    member TEXT NOT NULL,
    CONSTRAINT unit_members_key PRIMARY KEY (ward, unit_group, member),
    CONSTRAINT unit_members_group FOREIGN KEY (ward, unit_group) REFERENCES units (ward, id),
    CONSTRAINT unit_members_member FOREIGN KEY (ward, member) REFERENCES units (ward, id)
);

-- How plans spell the units; learned when an officer binds a name.
CREATE TABLE unit_aliases (
    ward TEXT NOT NULL,
    -- folded: lower case, no diacritics
    alias TEXT NOT NULL,
    unit TEXT NOT NULL,
    learned_at BIGINT NOT NULL,
    CONSTRAINT unit_aliases_key PRIMARY KEY (ward, alias),
    CONSTRAINT unit_aliases_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

CREATE TABLE accounts (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    unit TEXT,
    post TEXT,
    email TEXT,
    -- scrypt with its parameters and salt, as text
    password TEXT NOT NULL,
    must_change_password INTEGER NOT NULL DEFAULT 0,
    totp_secret TEXT,
    -- the last time step that was used, so that no code serves twice
    totp_last_step BIGINT,
    failed_attempts INTEGER NOT NULL DEFAULT 0,
    blocked_until BIGINT,
    locked_at BIGINT,
    created_at BIGINT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT accounts_key PRIMARY KEY (ward, id),
    CONSTRAINT accounts_login UNIQUE (login),
    CONSTRAINT accounts_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id)
);

CREATE TABLE recovery_codes (
    ward TEXT NOT NULL,
    account TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    used_at BIGINT,
    CONSTRAINT recovery_codes_key PRIMARY KEY (ward, account, code_hash),
    CONSTRAINT recovery_codes_account
        FOREIGN KEY (ward, account) REFERENCES accounts (ward, id)
);

CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    -- shown in the list of sessions, and used to end one
    id TEXT NOT NULL,
    ward TEXT NOT NULL,
    account TEXT NOT NULL,
    form_token TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    address TEXT NOT NULL,
    agent TEXT NOT NULL,
    CONSTRAINT sessions_account FOREIGN KEY (ward, account) REFERENCES accounts (ward, id)
);

CREATE INDEX sessions_of_account ON sessions (ward, account);

-- Append-only; each row carries the hash of the row before it.
CREATE TABLE journal (
    ward TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    at BIGINT NOT NULL,
    account TEXT,
    origin TEXT NOT NULL,
    -- 'task.correct', 'work.accept': never renamed
    verb TEXT NOT NULL,
    -- table and identifier of the record
    subject TEXT NOT NULL,
    -- JSON: field -> [before, after]
    changes TEXT NOT NULL,
    hash TEXT NOT NULL,
    CONSTRAINT journal_key PRIMARY KEY (ward, sequence)
);

CREATE INDEX journal_of_subject ON journal (ward, subject, sequence);

-- The end of each ward's chain; its row lock puts the writers in order.
CREATE TABLE journal_heads (
    ward TEXT PRIMARY KEY,
    sequence BIGINT NOT NULL,
    hash TEXT NOT NULL
);
