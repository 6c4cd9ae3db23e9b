import Testing
import Wire

@Suite struct `A tolerance of DC-09` {
    /// A frame that needs this one and no other, and the answer without it.
    struct Sample: CustomStringConvertible {
        let tolerance: DC09Tolerance
        let bytes: [UInt8]
        var isAnswered = true
        var key: AESKey?
        var description: String { tolerance.names.joined() }
    }

    static let samples: [Sample] = {
        let null = #""NULL"0000R1L0#F17A[]"#
        func lower(_ bytes: [UInt8]) -> [UInt8] {
            bytes[..<9].map { $0 >= 0x41 && $0 <= 0x46 ? $0 + 0x20 : $0 } + bytes[9...]
        }
        func data(_ data: String, _ token: String = "ADM-CID", tail: String = "") -> [UInt8] {
            WireSamples.frame("\"\(token)\"0042L0#F17A[\(data)]\(tail)")
        }
        let long = String(repeating: "x", count: 4090)
        var wrong = WireSamples.frame(null)
        wrong[8] = 0x36
        return [
            Sample(
                tolerance: .lowerCaseHex, bytes: lower(WireSamples.frame(null)), isAnswered: false),
            Sample(tolerance: .lowerCaseHex, bytes: WireSamples.frame(#""NULL"0000RaL0#F17A[]"#)),
            Sample(tolerance: .lowerCaseHex, bytes: WireSamples.frame(#""NULL"0000R1L0#f17a[]"#)),
            Sample(
                tolerance: .binaryCRC, bytes: `Splitting a stream`.binary(null), isAnswered: false),
            Sample(
                tolerance: .carriageReturnCounted, bytes: `Splitting a stream`.counted(null),
                isAnswered: false),
            Sample(
                tolerance: .longBody,
                bytes: WireSamples.frame(#""NULL"0000L0#F17A[][I\#(long)]"#), isAnswered: false),
            Sample(tolerance: .wrongLength, bytes: wrong, isAnswered: false),
            Sample(tolerance: .emptyLine, bytes: WireSamples.frame(#""NULL"0000R1L#F17A[]"#)),
            Sample(tolerance: .missingLine, bytes: WireSamples.frame(#""NULL"0000R1#F17A[]"#)),
            Sample(tolerance: .missingAccount, bytes: WireSamples.frame(#""NULL"0000R1L0[]"#)),
            Sample(tolerance: .freeAccount, bytes: WireSamples.frame(#""NULL"0000L0#NHA-7[]"#)),
            Sample(tolerance: .freeAccount, bytes: WireSamples.frame(#""NULL"0000L0#12[]"#)),
            Sample(tolerance: .freeAccount, bytes: data("#NHA-7|1110 01 007")),
            Sample(tolerance: .hexSequence, bytes: WireSamples.frame(#""NULL"00A1L0#F17A[]"#)),
            Sample(tolerance: .dataWithoutAccount, bytes: data("|Nri1/FA1", "SIA-DCS")),
            Sample(tolerance: .dataWithoutAccount, bytes: data("Nri1/FA1", "SIA-DCS")),
            Sample(tolerance: .dataWithoutAccount, bytes: data("#|1110 01 007")),
            Sample(tolerance: .dataAccountWithoutHash, bytes: data("F17A|1110 01 007")),
            Sample(tolerance: .dataAccountWithoutHash, bytes: data("F17B|1110 01 007")),
            Sample(
                tolerance: .brokenTimestamp,
                bytes: data("#F17A|1110 01 007", tail: "_25:00:00,01-01-2027")),
            Sample(tolerance: .brokenTimestamp, bytes: data("#F17A|1110 01 007", tail: "_9:0:0")),
            Sample(tolerance: .looseExtendedData, bytes: data("#F17A|1110 01 007", tail: "[Ix")),
            Sample(tolerance: .looseExtendedData, bytes: data("#F17A|1110 01 007", tail: "[I[x]]")),
            Sample(tolerance: .looseExtendedData, bytes: data("#F17A|1110 01 007", tail: "Ix")),
            Sample(tolerance: .vendorToken, bytes: data("#F17A|1110 01 007", "HOUSE")),
            Sample(tolerance: .looseContactID, bytes: data("#F17A|111001007")),
            Sample(tolerance: .looseContactID, bytes: data("#F17A|1110  01  007")),
            Sample(tolerance: .toneContactID, bytes: data("#F17A|181110010071")),
            Sample(tolerance: .longZone, bytes: data("#F17A|1110 01 0007")),
            Sample(tolerance: .looseBlocks, bytes: data("#F17A|Nri1FA7", "SIA-DCS")),
            Sample(tolerance: .looseBlocks, bytes: data("#F17A|FA7", "SIA-DCS")),
            Sample(tolerance: .looseBlocks, bytes: data("#F17A|NFA7^bep^", "SIA-DCS")),
            Sample(tolerance: .unreadableData, bytes: data("#F17A|x")),
        ]
    }()

    /// Those that only a clear text can need.
    static func encrypted() throws -> [Sample] {
        let key = try WireSamples.key(16)
        func frame(_ token: String, _ clear: String, lower: Bool = false) -> [UInt8] {
            var clear = WireSamples.bytes(clear)
            if clear.count % 16 != 0 {
                clear = [UInt8](repeating: 0x7E, count: 16 - clear.count % 16) + clear
            }
            let cipher = TestCipher.encrypt(clear, key: (0..<16).map { UInt8($0) })
            let digits = lower ? cipher.lowercased() : cipher
            return WireSamples.frame("\"*\(token)\"0042L0#F17A[\(digits)")
        }
        let time = "_02:15:00,07-01-2027"
        return [
            Sample(tolerance: .missingPadEnd, bytes: frame("NULL", "]" + time), key: key),
            Sample(
                tolerance: .missingPad,
                bytes: frame("ADM-CID", "#F17A|1110 01 0000007][I123]" + time),
                key: key),
            Sample(
                tolerance: .bracketInPad,
                bytes: frame("ADM-CID", "x]yz|#F17A|1110 01 007]" + time), key: key),
            Sample(
                tolerance: .lowerCaseHex,
                bytes: frame("ADM-CID", "|#F17A|1110 01 007]" + time, lower: true), key: key),
        ]
    }

    @Test(arguments: samples)
    func `takes what it names, and only when it is on`(_ sample: Sample) {
        #expect(WireSamples.refusal(sample.bytes, allowing: sample.tolerance) == nil)
        #expect(WireSamples.refusal(sample.bytes, allowing: .all) == nil)
        for allowed in [DC09Tolerance.strict, .all.subtracting(sample.tolerance)] {
            let refusal = WireSamples.refusal(sample.bytes, allowing: allowed)
            #expect(refusal?.reason == .needs(sample.tolerance))
            #expect((refusal?.answer == .nothing) == !sample.isAnswered)
        }
    }

    @Test func `of clear text takes what it names, and only when it is on`() throws {
        for sample in try Self.encrypted() {
            let needed =
                sample.tolerance == .missingPad
                ? [.missingPad, .longZone] : sample.tolerance
            #expect(WireSamples.refusal(sample.bytes, key: sample.key, allowing: needed) == nil)
            let refusal = WireSamples.refusal(
                sample.bytes, key: sample.key, allowing: .all.subtracting(sample.tolerance))
            #expect(refusal?.reason == .needs(sample.tolerance))
        }
    }

    @Test func `is reported, so that it can be pinned`() throws {
        for sample in Self.samples {
            let message = try WireSamples.message(sample.bytes, allowing: .all)
            let used = try message.used.union(DC09Signals(message, allowing: .all).used)
            #expect(used == sample.tolerance)
            #expect(used.names == sample.tolerance.names)
        }
    }

    @Test func `has a name and a sample`() throws {
        let named = DC09Tolerance.cases.reduce(into: DC09Tolerance.strict) {
            $0.insert($1.tolerance)
        }
        #expect(named == .all)
        #expect(Set(DC09Tolerance.cases.map(\.name)).count == DC09Tolerance.cases.count)
        // Two are of no frame by itself: what stands between frames, and what came before.
        let sampled = try (Self.samples + Self.encrypted()).reduce(
            into: [.fill, .repeatedCipher] as DC09Tolerance
        ) {
            $0.insert($1.tolerance)
        }
        #expect(sampled == .all)
        #expect(DC09Tolerance.fielded == .all.subtracting([.wrongLength, .repeatedCipher]))
    }
}
