-- Words of records.

CREATE VIRTUAL TABLE false_alarm_rules_words USING fts5 (
    search, content = 'false_alarm_rules', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO false_alarm_rules_words (false_alarm_rules_words) VALUES ('rebuild');
CREATE TRIGGER false_alarm_rules_words_added AFTER INSERT ON false_alarm_rules BEGIN
    INSERT INTO false_alarm_rules_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER false_alarm_rules_words_changed AFTER UPDATE OF search ON false_alarm_rules WHEN new.search <> old.search BEGIN
    INSERT INTO false_alarm_rules_words (false_alarm_rules_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO false_alarm_rules_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER false_alarm_rules_words_gone AFTER DELETE ON false_alarm_rules BEGIN
    INSERT INTO false_alarm_rules_words (false_alarm_rules_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;
