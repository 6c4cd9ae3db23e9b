-- Addresses by which a response card is read for a short time; only a hash of the secret is kept.
CREATE TABLE alarm_card_links (
    ward TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    case_id TEXT NOT NULL,
    account TEXT NOT NULL,
    until_at BIGINT NOT NULL,
    CONSTRAINT alarm_card_links_key PRIMARY KEY (ward, token_hash),
    CONSTRAINT alarm_card_links_case FOREIGN KEY (ward, case_id) REFERENCES alarm_cases (ward, id)
);

CREATE INDEX alarm_card_links_by_token ON alarm_card_links (token_hash);
