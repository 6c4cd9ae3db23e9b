-- The journal is only ever added to, whatever the program tries.

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'journal_append_only');
END;

CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'journal_append_only');
END;

-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE ward = NEW.ward AND sequence = NEW.sequence)
BEGIN
    SELECT RAISE(ABORT, 'journal_append_only');
END;
