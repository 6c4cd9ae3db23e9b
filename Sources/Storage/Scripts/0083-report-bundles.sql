-- Reports between installations: the key that a ward signs with, and what is taken in from others.

CREATE TABLE report_keys (
    ward TEXT NOT NULL REFERENCES wards (code),
    -- Ed25519, Base64
    public_key TEXT NOT NULL,
    -- sealed like other secrets
    secret TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    CONSTRAINT report_keys_key PRIMARY KEY (ward)
);

-- Places whose reports are taken in, each by its key, which a person compared.
CREATE TABLE report_senders (
    ward TEXT NOT NULL REFERENCES wards (code),
    -- code of the sending ward
    sender TEXT NOT NULL,
    name TEXT NOT NULL,
    public_key TEXT NOT NULL,
    accepted_at BIGINT NOT NULL,
    accepted_by TEXT NOT NULL,
    CONSTRAINT report_senders_key PRIMARY KEY (ward, sender)
);

CREATE TABLE received_reports (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    sender TEXT NOT NULL,
    -- the first report of a line of corrections, as its sender calls it
    thread TEXT NOT NULL,
    revision INTEGER NOT NULL,
    title TEXT NOT NULL,
    issued TEXT,
    -- of the signed words, SHA-256
    hash TEXT NOT NULL,
    -- JSON, as it was signed
    payload TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    received_by TEXT NOT NULL,
    CONSTRAINT received_reports_key PRIMARY KEY (ward, id),
    CONSTRAINT received_reports_once UNIQUE (ward, sender, thread, revision),
    CONSTRAINT received_reports_sender
        FOREIGN KEY (ward, sender) REFERENCES report_senders (ward, sender)
);
