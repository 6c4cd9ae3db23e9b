-- Words of records.
CREATE INDEX false_alarm_rules_words ON false_alarm_rules USING gin (record_words(search));
