package import Storage

/// The store as a receiver sees it.
package struct AlarmStore: Sendable {
    /// Makes frames durable; they may be answered when it says so, or returns.
    package var put:
        @Sendable ([FrameRecord], _ onDurable: @escaping @Sendable () -> Void)
            async throws -> Void
    /// The same on the calling thread, with the disk alone to wait for; false: nothing was done, as
    /// it is not so.
    package var putHere: @Sendable ([FrameRecord]) throws -> Bool
    /// The same, and says what became of them.
    package var keep: @Sendable ([ReceivedFrame]) async throws -> [ReceivedFrame.Outcome]
    /// Sorts some of what was put, at most so many; nil: nothing is left.
    package var sort: @Sendable (Int) async throws -> AlarmSorting?

    package init(_ database: Database) {
        put = { records, onDurable in
            try await database.write { tx in
                try tx.putAlarms(records)
                tx.afterCommit(onDurable)
            }
        }
        putHere = { records in try database.writeHere { try $0.putAlarms(records) } != nil }
        keep = { frames in try await database.write { try $0.keepAlarms(frames) } }
        sort = { try await database.sortAlarms(atMost: $0) }
    }
}
