import Domain
package import Storage
import Wire

/// Takes frames from a file as if they came now.
package struct FrameReplay: Sendable {
    package enum Outcome: Sendable, Equatable {
        case stored, repeated, heartbeat, answer
        /// With the reason.
        case refused(String)
    }

    /// Bytes as they were on the wire, or one line of hexadecimal digits for each frame.
    package static func bytes(of file: [UInt8]) -> [UInt8] {
        let lines = file.split { $0 == 0x0A || $0 == 0x0D }
        let decoded = lines.map(hexadecimal)
        guard !decoded.isEmpty, decoded.allSatisfy({ $0 != nil }) else { return file }
        return decoded.flatMap { $0 ?? [] }
    }

    private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        var high: UInt8?
        for digit in digits {
            guard let value = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
            if let first = high {
                bytes.append(first << 4 | UInt8(value))
                high = nil
            } else {
                high = UInt8(value)
            }
        }
        return bytes
    }

    /// Reads, keeps and refuses as a receiver does; nothing is answered.
    package static func run(
        _ bytes: [UInt8], in database: Database
    ) async throws -> [Outcome] {
        let directory = AlarmDirectory()
        try await directory.refresh(from: database)
        let judge = FrameJudge(directory: directory, limits: ReceptionLimits())
        var pieces: [FrameSplitter.Piece] = []
        var splitter = FrameSplitter()
        splitter.split(bytes) { pieces.append($0) }
        splitter.finish { pieces.append($0) }
        var outcomes: [Outcome] = []
        for piece in pieces {
            outcomes.append(try await take(piece, judge, database))
        }
        return outcomes
    }

    private static func take(
        _ piece: FrameSplitter.Piece, _ judge: FrameJudge, _ database: Database
    ) async throws -> Outcome {
        let refused: RefusedFrame
        switch piece {
        case .stray(let stray): refused = judge.stray(stray, from: "replay", at: database.now)
        case .frame(let frame):
            switch judge.judge(frame, from: "replay", at: database.now) {
            case .heartbeat: return .heartbeat
            case .answer: return .answer
            case .refused(let frame, _): refused = frame
            case .event(let received, _):
                let outcomes = try await database.write { try $0.keepAlarms([received]) }
                return outcomes == [.repeated] ? .repeated : .stored
            }
        }
        try await database.write { try $0.keepRefusals([refused]) }
        return .refused(refused.message)
    }
}
