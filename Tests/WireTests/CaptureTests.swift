import FoundationEssentials
import Testing
import Wire

/// Real messages of several makers, which are not part of the project: the file that
/// `DC09_CAPTURES` names, or `../shared/bench/dc09_captures.jsonl` beside the tree. Without either
/// they are skipped, but never on CI: there they fail.
@Suite struct `The captures` {
    struct Row: Decodable, Sendable, CustomStringConvertible {
        struct Expected: Decodable, Sendable {
            let id: String?
            let seq: String?
            let receiver: String?
            let line: String?
            let account: String?
            let payload: String?
            let xdata: [String]?
            let timestamp: String?
            let verdict: String
            let verdict_strict: String?
            let crc_format: String?
            let encrypted: Bool?
            let valid_length: Bool?
        }

        let raw_hex: String
        let vendor: String
        let key: String?
        let expected: Expected
        var description: String { "\(vendor) \(expected.id ?? "") \(expected.seq ?? "")" }

        var bytes: [UInt8] {
            stride(from: 0, to: raw_hex.utf8.count, by: 2).compactMap { place in
                UInt8(raw_hex.dropFirst(place).prefix(2), radix: 16)
            }
        }

        var aes: AESKey? {
            guard let key else { return nil }
            return key.hasPrefix("ascii:")
                ? try? AESKey(typed: String(key.dropFirst(6)), as: .text)
                : try? AESKey(typed: key, as: .hex)
        }
    }

    private static let path =
        ProcessInfo.processInfo.environment["DC09_CAPTURES"]
        ?? URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("shared/bench/dc09_captures.jsonl").path

    static let rows: [Row] = {
        guard let file = FileManager.default.contents(atPath: path) else { return [] }
        return String(decoding: file, as: UTF8.self).split(separator: "\n").compactMap {
            try? JSONDecoder().decode(Row.self, from: Data($0.utf8))
        }
    }()

    @Test(.enabled(if: ProcessInfo.processInfo.environment["CI"] != nil))
    func `are there on CI`() {
        #expect(!Self.rows.isEmpty, "\(Self.path)")
    }

    @Test(.enabled(if: !rows.isEmpty), arguments: rows)
    func `are answered as they must be`(_ row: Row) throws {
        let wanted = row.expected
        #expect(verdict(row, .fielded) == wanted.verdict)
        if let strict = wanted.verdict_strict { #expect(verdict(row, .strict) == strict) }
        let isRead = wanted.verdict == "ack" || wanted.verdict == "n/a" && isWhole(row)
        guard isRead else { return }
        let bytes = try #require(WireSamples.frames(WireSamples.pieces(row.bytes)).first)
        let message = try WireSamples.message(bytes, key: row.aes)
        #expect(message.frame.tokenText == wanted.id)
        #expect(message.frame.isEncrypted == wanted.encrypted)
        #expect(message.frame.sequence == wanted.seq.flatMap { Int($0) })
        #expect(message.frame.receiver == wanted.receiver)
        #expect(message.frame.line == wanted.line)
        #expect(message.frame.account == wanted.account)
        #expect(message.frame.spelling.isBinary == (wanted.crc_format == "binary"))
        #expect(latin(message.data) == wanted.payload)
        #expect(message.extended.map { latin($0.bytes) } == wanted.xdata)
        #expect(
            message.timestamp.map { latin($0.bytes) } == wanted.timestamp.map { "_" + $0 })
        let signals = try DC09Signals(message).values
        #expect(signals.isEmpty == message.frame.token.isAnswer)
        guard !message.frame.token.isAnswer else { return }
        let isEvent = message.frame.token.isEvent
        #expect(signals.allSatisfy { $0.kind == .heartbeat } == !isEvent)
    }

    @Test(.enabled(if: !rows.isEmpty))
    func `are read whole`() {
        #expect(Self.rows.count == 72)
        let codes = Self.rows.compactMap { try? WireSamples.message($0.bytes, key: $0.aes) }
            .compactMap { try? DC09Signals($0) }.flatMap(\.values)
        let unknown = codes.filter { $0.kind == .unknown }.map(\.code)
        #expect(Set(unknown).isSubset(of: ["HB", "QQ", "XC", "400"]))
    }

    /// One of the answers has a length of no digits.
    private func isWhole(_ row: Row) -> Bool { row.expected.valid_length == true }

    private func verdict(_ row: Row, _ tolerance: DC09Tolerance) -> String {
        // Of a receiver: that it is read is enough.
        if row.expected.verdict == "n/a" { return "n/a" }
        let frames = WireSamples.frames(WireSamples.pieces(row.bytes))
        guard let bytes = frames.first else { return "ignore" }
        guard let refusal = WireSamples.refusal(bytes, key: row.aes, allowing: tolerance) else {
            return "ack"
        }
        return switch refusal.answer {
        case .nothing: "ignore"
        case .duh: "duh"
        case .nak: "nak"
        }
    }

    /// As the file has it: a character for each byte.
    private func latin(_ bytes: [UInt8]) -> String {
        String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
