package import Storage

/// The store as a receiver sees it.
package struct AlarmStore: Sendable {
    /// Makes frames durable; they may be answered when it says so, or returns.
    package var put:
        @Sendable ([ReceivedFrame], _ onDurable: @escaping @Sendable () -> Void)
            async throws -> Void
    /// The same, and says what became of them.
    package var keep: @Sendable ([ReceivedFrame]) async throws -> [ReceivedFrame.Outcome]
    /// Sorts some of what was put, at most so many; nil: nothing is left.
    package var sort: @Sendable (Int) async throws -> AlarmSorting?

    /// So many are made durable on the thread of the caller, with the disk alone to wait for.
    private static let framesHereMax = 32

    package init(_ database: Database) {
        put = { frames, onDurable in
            if frames.count <= Self.framesHereMax,
                try database.writeHere({ try $0.putAlarms(frames) }) != nil
            {
                return onDurable()
            }
            try await database.write { tx in
                try tx.putAlarms(frames)
                tx.afterCommit(onDurable)
            }
        }
        keep = { frames in try await database.write { try $0.keepAlarms(frames) } }
        sort = { try await database.sortAlarms(atMost: $0) }
    }
}
