-- Where a person is told of an alarm that nobody takes; digits, NULL: by no telephone.
ALTER TABLE accounts ADD COLUMN phone TEXT;

-- Each way looks for its own messages: one that does not answer must not make the others read what
-- waits for it.
DROP INDEX alarm_calls_due;
CREATE INDEX alarm_calls_due ON alarm_calls (channel, next_at) WHERE state = 'waiting';
