-- Devices that were never heard, and the accounts of a device: which were heard is looked for each
-- minute.
CREATE INDEX transmitters_to_connect ON transmitters (ward, id)
    WHERE connected_on IS NULL AND ended_at IS NULL;
CREATE INDEX alarm_accounts_by_transmitter ON alarm_accounts (ward, transmitter);
