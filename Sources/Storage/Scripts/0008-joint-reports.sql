-- Documents that one report serves beside its plan ("lồng ghép với báo cáo thực hiện …").

CREATE TABLE report_period_documents (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    period TEXT NOT NULL,
    -- of the library, or words that a person typed: one of the two
    document TEXT,
    words TEXT,
    added_at BIGINT NOT NULL,
    added_by TEXT NOT NULL,
    CONSTRAINT report_period_documents_key PRIMARY KEY (ward, id),
    CONSTRAINT report_period_documents_once UNIQUE (ward, period, document),
    CONSTRAINT report_period_documents_words UNIQUE (ward, period, words),
    CONSTRAINT report_period_documents_period
        FOREIGN KEY (ward, period) REFERENCES report_periods (ward, id),
    CONSTRAINT report_period_documents_document
        FOREIGN KEY (ward, document) REFERENCES documents (ward, id),
    CONSTRAINT report_period_documents_one CHECK ((document IS NULL) <> (words IS NULL))
);
