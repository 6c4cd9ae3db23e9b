-- By which line a transmitter reports, and until when that is paid for.
ALTER TABLE transmitters ADD COLUMN carrier TEXT;
ALTER TABLE transmitters ADD COLUMN sim TEXT;
ALTER TABLE transmitters ADD COLUMN paid_until TEXT;
ALTER TABLE transmitters ADD COLUMN subscription TEXT;
ALTER TABLE transmitters ADD COLUMN second_path TEXT;

CREATE INDEX transmitters_by_payment ON transmitters (paid_until)
    WHERE paid_until IS NOT NULL AND ended_at IS NULL;
