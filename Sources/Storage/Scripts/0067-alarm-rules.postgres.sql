-- Words of records.
CREATE INDEX alarm_policies_words ON alarm_policies USING gin (record_words(search));
CREATE INDEX escalation_steps_words ON escalation_steps USING gin (record_words(search));
