-- Keys by which other programs read and write the registers in a person's name.
CREATE TABLE access_keys (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    key_hash TEXT NOT NULL,
    may_write INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    CONSTRAINT access_keys_key PRIMARY KEY (ward, id),
    CONSTRAINT access_keys_hash UNIQUE (key_hash),
    CONSTRAINT access_keys_account FOREIGN KEY (ward, account) REFERENCES accounts (ward, id)
);
