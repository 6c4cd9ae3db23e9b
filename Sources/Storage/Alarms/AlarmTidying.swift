extension Database {
    /// Begins and ends what has its time: drills, cases of tests that are over, silences of devices
    /// that were heard again.
    package func tidyAlarms() async throws {
        for ward in try await read({ try $0.wardsToTidyAlarms() }) {
            var hasMore = true
            while hasMore {
                hasMore = try await write { tx in
                    try tx.endDrills(ward: ward)
                    try tx.beginDrills(ward: ward)
                    try tx.endTriedCases(ward: ward)
                    if try tx.endSilences(ward: ward) { return true }
                    try tx.tellReturned(ward: ward)
                    return false
                }
            }
        }
    }

    /// Lets work follow what the register says of SIMs.
    package func watchSubscriptions() async throws {
        for ward in try await read({ try $0.wardsToWatchSubscriptions() }) {
            try await write { try $0.watchSubscriptions(ward: ward) }
        }
    }
}

extension Transaction {
    /// Wards in which something may have its time: in one look, as a write that finds nothing to do
    /// keeps an alarm waiting all the same.
    fileprivate func wardsToTidyAlarms() throws -> [String] {
        try rows(
            """
            SELECT ward FROM device_drills WHERE ended_at IS NULL AND begins_at <= \(now)
            UNION SELECT ward FROM alarm_cases WHERE closed_at IS NULL AND is_trial = 1
            UNION SELECT s.ward FROM \(Self.silencesOver)
            UNION SELECT c.ward FROM \(Self.outagesReturned)
            ORDER BY ward
            """
        ).map { $0["ward"] }
    }
}
