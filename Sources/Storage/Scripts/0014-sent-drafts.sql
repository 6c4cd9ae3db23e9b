-- The ward's report as it stood when it was sent: figures move on, what went out does not.

-- a file; null: not sent, or sent before drafts were kept
ALTER TABLE report_periods ADD COLUMN sent_draft TEXT;
