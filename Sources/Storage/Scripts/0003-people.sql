-- Signing in with a telephone's code, and what administrators keep about accounts.

-- a secret that was shown but not yet confirmed by a code
ALTER TABLE accounts ADD COLUMN totp_pending TEXT;
ALTER TABLE accounts ADD COLUMN password_changed_at BIGINT;
ALTER TABLE accounts ADD COLUMN last_signed_in_at BIGINT;
-- folded name, login and post: searched, and sorted by
ALTER TABLE accounts ADD COLUMN search TEXT NOT NULL DEFAULT '';
ALTER TABLE units ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- Between the right password and the code of the telephone.
CREATE TABLE sign_in_steps (
    token_hash TEXT PRIMARY KEY,
    ward TEXT NOT NULL,
    account TEXT NOT NULL,
    -- where the person wanted to go
    next TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    CONSTRAINT sign_in_steps_account FOREIGN KEY (ward, account) REFERENCES accounts (ward, id)
);

CREATE INDEX sign_in_steps_of_account ON sign_in_steps (ward, account);

CREATE INDEX accounts_by_name ON accounts (ward, search, id);
CREATE INDEX units_by_parent ON units (ward, parent);
CREATE INDEX journal_of_account ON journal (ward, account, sequence);
CREATE INDEX journal_of_verb ON journal (ward, verb, sequence);
CREATE INDEX journal_by_time ON journal (ward, at);
