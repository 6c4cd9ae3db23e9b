-- Drills are planned for every device months ahead, and looked for every few seconds.
CREATE INDEX device_drills_due ON device_drills (begins_at) WHERE ended_at IS NULL;
