import Wire

/// Frames composed for the tests; none is a capture.
enum WireSamples {
    static let now = DC09Timestamp(seconds: 1_814_408_100)

    static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    /// LF, CRC, length, body, CR, written out here so that the encoder is not its own judge.
    static func frame(_ body: [UInt8]) -> [UInt8] {
        bytes("\n" + hex(crc(body)) + hex(body.count)) + body + [0x0D]
    }

    static func frame(_ body: String) -> [UInt8] { frame(bytes(body)) }

    /// Bit by bit, without a table.
    static func crc(_ bytes: [UInt8]) -> Int {
        bytes.reduce(0) { crc, byte in
            (0..<8).reduce(crc ^ Int(byte)) { value, _ in
                value & 1 == 1 ? (value >> 1) ^ 0xA001 : value >> 1
            }
        }
    }

    static func hex(_ number: Int) -> String {
        let digits = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    static func key(_ size: Int) throws -> AESKey {
        guard let key = AESKey(bytes: (0..<size).map { UInt8($0) }) else { throw NoKey() }
        return key
    }

    struct NoKey: Error {}

    /// What a whole stream gives, cut into chunks of a size; 0: not cut.
    static func pieces(_ stream: [UInt8], by size: Int = 0) -> [FrameSplitter.Piece] {
        var splitter = FrameSplitter()
        var pieces: [FrameSplitter.Piece] = []
        let size = size == 0 ? max(1, stream.count) : size
        for start in stride(from: 0, to: stream.count, by: size) {
            splitter.split(Array(stream[start..<min(start + size, stream.count)])) {
                pieces.append($0)
            }
        }
        splitter.finish { pieces.append($0) }
        return pieces
    }

    static func frames(_ pieces: [FrameSplitter.Piece]) -> [[UInt8]] {
        pieces.compactMap { if case .frame(let bytes) = $0 { bytes } else { nil } }
    }

    static func strays(_ pieces: [FrameSplitter.Piece]) -> [StrayBytes] {
        pieces.compactMap { if case .stray(let stray) = $0 { stray } else { nil } }
    }

    /// The message of a body.
    static func message(
        _ body: String, key: AESKey? = nil, allowing: DC09Tolerance = .fielded
    ) throws -> DC09Message {
        try message(frame(body), key: key, allowing: allowing)
    }

    static func message(
        _ bytes: [UInt8], key: AESKey? = nil, allowing: DC09Tolerance = .fielded
    ) throws -> DC09Message {
        try DC09Message(DC09Frame(bytes, allowing: allowing), key: key, allowing: allowing)
    }

    static func signals(
        _ body: String, allowing: DC09Tolerance = .fielded
    ) throws -> DC09Signals {
        try DC09Signals(message(body, allowing: allowing), allowing: allowing)
    }

    /// The refusal of a frame, whichever step gave it; nil: it was accepted.
    static func refusal(
        _ bytes: [UInt8], key: AESKey? = nil, allowing: DC09Tolerance = .fielded
    ) -> DC09Refusal? {
        do {
            let message = try message(bytes, key: key, allowing: allowing)
            _ = try DC09Signals(message, allowing: allowing)
            return nil
        } catch {
            return error as? DC09Refusal
        }
    }
}

/// Numbers that are the same in every run.
struct FixedRandom: RandomNumberGenerator {
    var state: UInt64 = 1
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 31)
    }
}
