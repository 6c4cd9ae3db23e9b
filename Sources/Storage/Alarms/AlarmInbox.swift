import Domain

/// What became of frames that were sorted.
package struct AlarmSorting: Sendable, Equatable {
    package var stored = 0
    package var repeated = 0
    /// Kept among the refused ones, as the store does not take them.
    package var refused = 0

    package init(stored: Int = 0, repeated: Int = 0, refused: Int = 0) {
        self.stored = stored
        self.repeated = repeated
        self.refused = refused
    }

    package var frames: Int { stored + repeated + refused }
}

/// Durable first, sorted a moment later.
///
/// A device waits for its answer until its frame is durable, and a row for each of a thousand
/// frames, with its indexes, costs more than the disk does. So frames become durable together, as
/// one row, and are sorted into `alarm_events` once their devices are answered.
extension Transaction {
    /// Frames of one row.
    package static var framesOfRowMax: Int { 50 }
    /// Frames that are sorted in one transaction while nobody waits for an answer.
    package static var sortedFramesMax: Int { 100 }
    /// A program that has not sorted what it put for so long has ended.
    package static var inboxLeftMilliseconds: Int64 { 2_000 }

    /// Keeps frames; when this has been committed they may be answered.
    package func putAlarms(_ records: [FrameRecord]) throws {
        for start in stride(from: 0, to: records.count, by: Self.framesOfRowMax) {
            let some = records[start..<min(start + Self.framesOfRowMax, records.count)]
            try run(
                """
                INSERT INTO alarm_inbox (put_at, frame_count, frames)
                VALUES (\(now), \(some.count), \(FrameBytes.written(some)))
                """)
        }
    }

    /// Sorts the oldest rows of frames that were put.
    ///
    /// - Parameter most: frames, if the oldest row alone has no more.
    /// - Returns: what became of them; nil: there are none.
    /// - Throws: `FrameBytes.Unreadable` when none of those that are left can be read.
    package func sortAlarms(atMost most: Int = sortedFramesMax) throws -> AlarmSorting? {
        var (ids, count): ([Int64], Int) = ([], 0)
        for row in try rows(
            "SELECT id, frame_count FROM alarm_inbox ORDER BY id LIMIT \(most)")
        {
            count += row["frame_count"] as Int
            guard ids.isEmpty || count <= most else { break }
            ids.append(row["id"])
        }
        // Another node may have taken some of them.
        let taken = try rows(
            """
            DELETE FROM alarm_inbox WHERE id IN \(SQL.list(ids))
            RETURNING id, put_at, frame_count, frames
            """)
        guard !taken.isEmpty else { return nil }
        var frames: [ReceivedFrame] = []
        var unreadable: [Row] = []
        for row in taken.sorted(by: { ($0["id"] as Int64) < $1["id"] }) {
            do { frames += try FrameBytes.read(row["frames"]) } catch { unreadable.append(row) }
        }
        if frames.isEmpty, try row("SELECT 1 AS value FROM alarm_inbox LIMIT 1") == nil {
            throw FrameBytes.Unreadable()
        }
        try putBehind(unreadable)
        let outcomes = try keepAlarms(frames)
        return AlarmSorting(
            stored: outcomes.count { $0 == .stored }, repeated: outcomes.count { $0 != .stored })
    }

    /// Keeps rows that cannot be read, as another version may read them, where they hold up no other.
    private func putBehind(_ unreadable: [Row]) throws {
        for row in unreadable {
            let (putAt, count, bytes): (Instant, Int, [UInt8]) = (
                row["put_at"], row["frame_count"], row["frames"]
            )
            try run(
                """
                INSERT INTO alarm_inbox (put_at, frame_count, frames)
                VALUES (\(putAt), \(count), \(bytes))
                """)
        }
    }

    /// Whether frames wait that the program which put them does not sort any more.
    package func hasAlarmsLeft() throws -> Bool {
        let before = Instant(milliseconds: now.milliseconds - Self.inboxLeftMilliseconds)
        return try row("SELECT 1 AS value FROM alarm_inbox WHERE put_at < \(before) LIMIT 1") != nil
    }

    /// The oldest row of frames that were put, which stays.
    fileprivate func oldestUnsorted() throws -> UnsortedRow? {
        try row("SELECT id, frames FROM alarm_inbox ORDER BY id LIMIT 1").map {
            UnsortedRow(id: $0["id"], bytes: $0["frames"])
        }
    }

    /// Ends a row of which all frames are kept but some, which are kept among the refused.
    fileprivate func endUnsorted(_ row: UnsortedRow, but bad: [ReceivedFrame]) throws {
        // Where another program has sorted it, its number may be that of a new one.
        let ended = try run(
            "DELETE FROM alarm_inbox WHERE id = \(row.id) AND frames = \(row.bytes)")
        guard ended == 1 else { return }
        try keepRefusals(
            bad.map { frame in
                RefusedFrame(
                    ward: frame.ward, receivedAt: frame.receivedAt, source: "", number: nil,
                    reason: "unstorable",
                    message:
                        "Bản tin đã nhận nhưng sổ sự kiện không ghi được. Hãy báo cho người quản trị.",
                    raw: frame.raw)
            })
    }
}

private struct UnsortedRow: Sendable {
    let id: Int64
    let bytes: [UInt8]
}

extension Database {
    /// Sorts the oldest rows of frames that were put.
    ///
    /// A frame that breaks a rule of the tables must not hold up those behind it. Anything else
    /// that goes wrong is trouble of the store: the frames stay, and are tried again.
    ///
    /// - Parameter most: frames, if the oldest row alone has no more.
    /// - Returns: what became of them; nil: there are none.
    package func sortAlarms(
        atMost most: Int = Transaction.sortedFramesMax
    ) async throws -> AlarmSorting? {
        do {
            return try await write { try $0.sortAlarms(atMost: most) }
        } catch {
            guard Self.isBroken(error) else { throw error }
        }
        guard let row = try await read({ try $0.oldestUnsorted() }) else { return nil }
        var sorting = AlarmSorting()
        var bad: [ReceivedFrame] = []
        for frame in try FrameBytes.read(row.bytes) {
            do {
                let outcome = try await write { try $0.keepAlarms([frame]) }
                if outcome == [.stored] { sorting.stored += 1 } else { sorting.repeated += 1 }
            } catch {
                guard Self.isBroken(error) else { throw error }
                bad.append(frame)
            }
        }
        sorting.refused = bad.count
        try await write { [bad] in try $0.endUnsorted(row, but: bad) }
        return sorting
    }

    /// Whether a rule of the tables was broken.
    private static func isBroken(_ error: any Error) -> Bool {
        (error as? Problem)?.cause is ConstraintViolation
    }
}
