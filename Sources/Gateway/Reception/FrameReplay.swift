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

    /// Reads, keeps and refuses as a receiver does; nothing is answered.
    package static func run(
        _ file: [UInt8], in database: Database
    ) async throws -> [Outcome] {
        let directory = AlarmDirectory()
        try await directory.refresh(from: database)
        var limits = ReceptionLimits()
        // Old frames have old times.
        limits.clockRefusalsMax = 0
        let replay = FrameReplay(
            judge: FrameJudge(directory: directory, limits: limits), database: database)
        var outcomes: [Outcome] = []
        for piece in FrameFile.read(file) {
            switch piece {
            case .wire(let bytes): outcomes += try await replay.take(bytes)
            case .event(let number, let bytes):
                outcomes.append(try await replay.take(bytes, of: number))
            }
        }
        return outcomes
    }

    private static let source = "replay"
    let judge: FrameJudge
    let database: Database

    private func take(_ bytes: [UInt8]) async throws -> [Outcome] {
        var pieces: [FrameSplitter.Piece] = []
        var splitter = FrameSplitter()
        splitter.split(bytes) { pieces.append($0) }
        splitter.finish { pieces.append($0) }
        var outcomes: [Outcome] = []
        for piece in pieces { outcomes.append(try await take(piece)) }
        return outcomes
    }

    private func take(_ piece: FrameSplitter.Piece) async throws -> Outcome {
        switch piece {
        case .stray(let stray):
            return try await refuse(judge.stray(stray, from: Self.source, at: database.now))
        case .frame(let frame):
            switch judge.judge(frame, from: Self.source, at: database.now) {
            case .heartbeat: return .heartbeat
            case .answer: return .answer
            case .refused(let frame, _): return try await refuse(frame)
            case .event(let received, _, _): return try await keep(received)
            }
        }
    }

    private func take(_ event: [UInt8], of number: String) async throws -> Outcome {
        guard let known = judge.directory.known(number: number) else {
            return .refused("Chưa cấp số tài khoản \(number), hoặc số đã khóa.")
        }
        switch judge.judge(event: event, of: known, from: Self.source, at: database.now) {
        case .success(nil): return .heartbeat
        case .success(let frame?): return try await keep(frame)
        case .failure(let refused): return try await refuse(refused.frame)
        }
    }

    private func keep(_ frame: ReceivedFrame) async throws -> Outcome {
        let outcomes = try await database.write { try $0.keepAlarms([frame]) }
        return outcomes == [.stored] ? .stored : .repeated
    }

    private func refuse(_ frame: RefusedFrame) async throws -> Outcome {
        try await database.write { try $0.keepRefusals([frame]) }
        return .refused(frame.message)
    }
}
