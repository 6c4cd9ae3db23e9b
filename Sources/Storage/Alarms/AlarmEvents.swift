package import Domain

extension ReceivedFrame {
    fileprivate struct Likeness: Hashable {
        let account: String
        let sequence: Int
        let content: Int64
    }

    fileprivate var likeness: Likeness {
        Likeness(account: account, sequence: sequence, content: content)
    }
}

extension AlarmSignal.Kind: SQLConvertible {}
extension AlarmSignal.Change: SQLConvertible {}

extension Transaction {
    /// Keeps frames together; when this has been committed they may be acknowledged.
    ///
    /// What devices report leaves no row of the journal: it is itself only ever added to, and must
    /// not wait for the writers of its ward.
    ///
    /// - Returns: what became of each, in their order.
    package func keepAlarms(_ frames: [ReceivedFrame]) throws -> [ReceivedFrame.Outcome] {
        var known = try kept(like: frames)
        let replayed = try replayed(of: frames)
        var outcomes: [ReceivedFrame.Outcome] = []
        var lines: [[SQLValue]] = []
        var events: [Unfollowed] = []
        for frame in frames {
            let likeness = frame.likeness
            if let at = known[likeness],
                abs(frame.receivedAt.milliseconds - at.milliseconds)
                    <= frame.repeatSeconds * 1000
            {
                outcomes.append(.repeated)
                continue
            }
            if replayed.contains(frame.raw) {
                outcomes.append(.replayed)
                continue
            }
            known[likeness] = frame.receivedAt
            outcomes.append(.stored)
            let event = Unfollowed(
                ward: frame.ward, event: Identifier.make(at: frame.receivedAt))
            events.append(event)
            lines += rows(of: frame, as: event.event)
        }
        try insert(
            lines, into: "alarm_events",
            [
                "ward", "id", "part", "account", "received_at", "device_at", "sequence", "content",
                "kind", "change", "scheme", "code", "zone", "area", "person", "words", "meaning",
                "marks", "raw",
            ])
        try waitToBeFollowed(events)
        return outcomes
    }

    private func rows(of frame: ReceivedFrame, as id: String) -> [[SQLValue]] {
        frame.signals.enumerated().map { part, signal in
            [
                .text(frame.ward), .text(id), .integer(Int64(part)), .text(frame.account),
                frame.receivedAt.sqlValue, frame.deviceAt?.sqlValue ?? .null,
                .integer(Int64(frame.sequence)), .integer(frame.content), signal.kind.sqlValue,
                signal.change.sqlValue, .text(signal.scheme), .text(signal.code),
                signal.zone.sqlValue, signal.area.sqlValue, signal.person.sqlValue,
                signal.text.sqlValue, .text(signal.meaning), .integer(frame.marks.rawValue),
                part == 0 ? .blob(frame.raw) : .null,
            ]
        }
    }

    /// When frames that say the same were last received, of the time that matters.
    private func kept(
        like frames: [ReceivedFrame]
    ) throws -> [ReceivedFrame.Likeness: Instant] {
        let starts = frames.map { $0.receivedAt.adding(seconds: -$0.repeatSeconds) }
        guard let since = starts.min() else { return [:] }
        var known: [ReceivedFrame.Likeness: Instant] = [:]
        for start in stride(from: 0, to: frames.count, by: Self.askedAtOnce) {
            let some = frames[start..<min(start + Self.askedAtOnce, frames.count)]
            for row in try rows(Self.kept(like: some, since: since)) {
                let likeness = ReceivedFrame.Likeness(
                    account: row["account"], sequence: row["sequence"], content: row["content"])
                known[likeness] = row["received_at"]
            }
        }
        return known
    }

    /// Frames of one question, whose values a statement that is kept may have.
    private static let askedAtOnce = (Dialect.keptValuesMax - 1) / 2

    /// A device may say the same thousands of times: each frame looks up its own number alone.
    package static func kept(like frames: ArraySlice<ReceivedFrame>, since: Instant) -> SQL {
        // Always of one length: to prepare the statement takes as long as to run it.
        let padding = frames.last.map { Array(repeating: $0, count: askedAtOnce - frames.count) }
        let asked = (frames + (padding ?? [])).map {
            "(CAST(\($0.content) AS bigint), CAST(\($0.sequence) AS bigint))" as SQL
        }
        return """
            WITH asked (content, sequence) AS (VALUES \(SQL.joined(asked, by: ", ")))
            SELECT e.account, e.sequence, e.content, e.received_at
            FROM asked a CROSS JOIN alarm_events e
            WHERE e.content = a.content AND e.sequence = a.sequence
                AND e.received_at >= \(since) AND e.part = 0
            ORDER BY e.received_at
            """
    }

    /// The bytes of encrypted frames out of their time that are in the store already.
    private func replayed(of frames: [ReceivedFrame]) throws -> Set<[UInt8]> {
        var found: Set<[UInt8]> = []
        for frame in frames where frame.marks.contains(.mayBeReplay) {
            let count: Int? = try value(
                """
                SELECT COUNT(*) AS value FROM alarm_events
                WHERE content = \(frame.content) AND account = \(frame.account)
                    AND sequence = \(frame.sequence) AND part = 0 AND raw = \(frame.raw)
                """)
            if (count ?? 0) > 0 { found.insert(frame.raw) }
        }
        return found
    }
}
