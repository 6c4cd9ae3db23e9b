-- What became of telephone calls to a facility, as the program says that made them.
CREATE TABLE alarm_call_answers (
    ward TEXT NOT NULL,
    -- of that program: the same one again is the same answer
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    step INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL,
    result TEXT NOT NULL,
    pressed TEXT,
    CONSTRAINT alarm_call_answers_key PRIMARY KEY (ward, id),
    CONSTRAINT alarm_call_answers_case FOREIGN KEY (ward, case_id)
        REFERENCES alarm_cases (ward, id)
);

CREATE INDEX alarm_call_answers_by_case ON alarm_call_answers (ward, case_id, at);
