-- Rows of received frames by a number: in SQLite a row behind the last one changes one page, where a
-- text as the key changed four.
ALTER TABLE alarm_inbox RENAME TO alarm_inbox_before;
