-- Words of records.

CREATE VIRTUAL TABLE alarm_policies_words USING fts5 (
    search, content = 'alarm_policies', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO alarm_policies_words (alarm_policies_words) VALUES ('rebuild');
CREATE TRIGGER alarm_policies_words_added AFTER INSERT ON alarm_policies BEGIN
    INSERT INTO alarm_policies_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER alarm_policies_words_changed AFTER UPDATE OF search ON alarm_policies WHEN new.search <> old.search BEGIN
    INSERT INTO alarm_policies_words (alarm_policies_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO alarm_policies_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER alarm_policies_words_gone AFTER DELETE ON alarm_policies BEGIN
    INSERT INTO alarm_policies_words (alarm_policies_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;

CREATE VIRTUAL TABLE escalation_steps_words USING fts5 (
    search, content = 'escalation_steps', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0,
    prefix = '1 2 3 4 5 6 7'
);
INSERT INTO escalation_steps_words (escalation_steps_words) VALUES ('rebuild');
CREATE TRIGGER escalation_steps_words_added AFTER INSERT ON escalation_steps BEGIN
    INSERT INTO escalation_steps_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER escalation_steps_words_changed AFTER UPDATE OF search ON escalation_steps WHEN new.search <> old.search BEGIN
    INSERT INTO escalation_steps_words (escalation_steps_words, rowid, search) VALUES ('delete', old.rowid, old.search);
    INSERT INTO escalation_steps_words (rowid, search) VALUES (new.rowid, new.search);
END;
CREATE TRIGGER escalation_steps_words_gone AFTER DELETE ON escalation_steps BEGIN
    INSERT INTO escalation_steps_words (escalation_steps_words, rowid, search) VALUES ('delete', old.rowid, old.search);
END;
