-- The documents that govern the work, how they hang together, and what units did about them.

CREATE TABLE documents (
    ward TEXT NOT NULL REFERENCES wards (code),
    id TEXT NOT NULL,
    -- raw value of a kind of cited document: 'directive', 'plan', …
    kind TEXT NOT NULL,
    number TEXT,
    -- folded without spaces, so that 1492/QĐ- TTg is found as 1492/QĐ-TTg; the title when unnumbered
    number_key TEXT NOT NULL,
    title TEXT NOT NULL,
    search TEXT NOT NULL,
    issuer TEXT,
    -- who stands above whom: central, province, ward, unit
    level TEXT NOT NULL,
    issued TEXT,
    in_force_from TEXT,
    -- first day without force
    repealed_from TEXT,
    replaced_by TEXT,
    -- where its data comes from, and whether a person has read the text itself
    source TEXT NOT NULL DEFAULT '',
    verified INTEGER NOT NULL DEFAULT 0,
    file TEXT,
    -- the plan of this ward that it is
    plan TEXT,
    created_at BIGINT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT documents_key PRIMARY KEY (ward, id),
    CONSTRAINT documents_number UNIQUE (ward, number_key),
    CONSTRAINT documents_file FOREIGN KEY (ward, file) REFERENCES files (ward, id),
    CONSTRAINT documents_plan FOREIGN KEY (ward, plan) REFERENCES plans (ward, id),
    CONSTRAINT documents_replaced_by FOREIGN KEY (ward, replaced_by) REFERENCES documents (ward, id),
    CONSTRAINT documents_level CHECK (level IN ('central', 'province', 'ward', 'unit')),
    CONSTRAINT documents_verified CHECK (verified IN (0, 1))
);

-- The lower document carries out, or cites, the upper one.
CREATE TABLE document_links (
    ward TEXT NOT NULL,
    lower_document TEXT NOT NULL,
    upper_document TEXT NOT NULL,
    relation TEXT NOT NULL,
    CONSTRAINT document_links_key PRIMARY KEY (ward, lower_document, upper_document),
    CONSTRAINT document_links_lower
        FOREIGN KEY (ward, lower_document) REFERENCES documents (ward, id),
    CONSTRAINT document_links_upper
        FOREIGN KEY (ward, upper_document) REFERENCES documents (ward, id),
    CONSTRAINT document_links_relation CHECK (relation IN ('implements', 'cites')),
    CONSTRAINT document_links_apart CHECK (lower_document <> upper_document)
);

CREATE INDEX document_links_upward ON document_links (ward, upper_document);

-- "Đã quán triệt": a unit made a document known.
CREATE TABLE disseminations (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    document TEXT NOT NULL,
    unit TEXT NOT NULL,
    day TEXT NOT NULL,
    form TEXT NOT NULL,
    audience TEXT NOT NULL DEFAULT '',
    headcount INTEGER,
    file TEXT,
    at BIGINT NOT NULL,
    account TEXT NOT NULL,
    CONSTRAINT disseminations_key PRIMARY KEY (ward, id),
    CONSTRAINT disseminations_document
        FOREIGN KEY (ward, document) REFERENCES documents (ward, id),
    CONSTRAINT disseminations_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id),
    CONSTRAINT disseminations_file FOREIGN KEY (ward, file) REFERENCES files (ward, id),
    CONSTRAINT disseminations_headcount CHECK (headcount IS NULL OR headcount >= 0)
);

CREATE INDEX disseminations_of_document ON disseminations (ward, document, unit);

-- "Đã ban hành kế hoạch": what a unit drew up under a document.
CREATE TABLE unit_plans (
    ward TEXT NOT NULL,
    id TEXT NOT NULL,
    document TEXT NOT NULL,
    unit TEXT NOT NULL,
    number TEXT NOT NULL,
    issued TEXT NOT NULL,
    file TEXT,
    at BIGINT NOT NULL,
    account TEXT NOT NULL,
    CONSTRAINT unit_plans_key PRIMARY KEY (ward, id),
    CONSTRAINT unit_plans_once UNIQUE (ward, document, unit, number),
    CONSTRAINT unit_plans_document FOREIGN KEY (ward, document) REFERENCES documents (ward, id),
    CONSTRAINT unit_plans_unit FOREIGN KEY (ward, unit) REFERENCES units (ward, id),
    CONSTRAINT unit_plans_file FOREIGN KEY (ward, file) REFERENCES files (ward, id)
);
