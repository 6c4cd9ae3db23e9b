import Testing
import Wire

@Suite struct `A draft of a device` {
    @Test func `is every form of message`() throws {
        let null = DC09Draft.null(account: "F17A").bytes()
        #expect(null == WireSamples.frame(#""NULL"0000L0#F17A[]"#))
        let fire = DC09Draft.contactID(110, zone: 7, sequence: 42, account: "F17A").bytes()
        #expect(fire == WireSamples.frame(#""ADM-CID"0042L0#F17A[#F17A|1110 01 007]"#))
        var sia = DC09Draft.sia("Nri1/FA7", sequence: 45, account: "F17A")
        sia.receiver = "1"
        sia.extended = ["LTầng 3", "M0026B9E4268B"]
        sia.timestamp = WireSamples.now
        let body =
            #""SIA-DCS"0045R1L0#F17A[#F17A|Nri1/FA7][LTầng 3][M0026B9E4268B]_02:15:00,07-01-2027"#
        #expect(sia.bytes() == WireSamples.frame(body))
        sia.line = nil
        sia.account = nil
        #expect(try WireSamples.message(sia.bytes()).used == [.missingLine, .missingAccount])
    }

    @Test(arguments: [16, 24, 32])
    func `is read back when encrypted`(_ size: Int) throws {
        let key = try WireSamples.key(size)
        var random = FixedRandom()
        for length in 0..<40 {
            let text = String(repeating: "x", count: length)
            var draft = DC09Draft.sia("Nri1/FA7", sequence: 1, account: "F17A")
            draft.timestamp = WireSamples.now
            draft.extended = ["I" + text]
            let message = try WireSamples.message(
                draft.bytes(key: key, random: &random), key: key, allowing: .strict)
            #expect(message.extended.map(\.text) == [text])
            #expect(message.timestamp == WireSamples.now)
            #expect(String(decoding: message.payload, as: UTF8.self) == "Nri1/FA7")
        }
    }

    @Test func `judges its answers`() throws {
        let key = try WireSamples.key(16)
        var random = FixedRandom()
        var draft = DC09Draft.contactID(110, zone: 7, sequence: 42, account: "F17A")
        draft.timestamp = WireSamples.now
        let plain = try DC09Frame(draft.bytes())
        let encrypted = try DC09Frame(draft.bytes(key: key, random: &random))
        let ack = DC09Reply.ack(plain, key: nil, now: WireSamples.now)
        let star = DC09Reply.ack(encrypted, key: key, now: WireSamples.now)
        #expect(draft.outcome(ack) == .acknowledged)
        #expect(draft.outcome(star, key: key) == .acknowledged)
        #expect(draft.outcome(ack, key: key) == .wrong)
        #expect(draft.outcome(star) == .wrong)
        #expect(draft.outcome(DC09Reply.duh(plain.echo)) == .notUnderstood)
        let nak = DC09Reply.nak(now: WireSamples.now)
        #expect(draft.outcome(nak, key: key) == .clockWrong(WireSamples.now))
        #expect(draft.outcome(draft.bytes()) == .wrong)
        for index in ack.indices {
            var damaged = ack
            damaged[index] ^= 1
            #expect(draft.outcome(damaged) == .wrong)
        }
        draft.sequence = 43
        #expect(draft.outcome(ack) == .wrong)
    }

    @Test func `is every spelling of the CRC`() throws {
        var draft = DC09Draft.null(account: "F17A")
        draft.spelling = DC09Spelling(isBinary: true)
        #expect(draft.bytes() == `Splitting a stream`.binary(#""NULL"0000L0#F17A[]"#))
        draft.spelling = DC09Spelling(countsCarriageReturn: true)
        #expect(draft.bytes() == `Splitting a stream`.counted(#""NULL"0000L0#F17A[]"#))
        draft.spelling = DC09Spelling(isBinary: true, countsCarriageReturn: true)
        #expect(
            try WireSamples.message(draft.bytes()).used == [.binaryCRC, .carriageReturnCounted])
        draft.spelling = .standard
        draft.isLowerCase = true
        #expect(try WireSamples.message(draft.bytes()).used.isSubset(of: .lowerCaseHex))
    }
}

@Suite struct `A typed key` {
    @Test(arguments: [16, 24, 32])
    func `is hexadecimal or text, as is said`(_ size: Int) throws {
        let hex = String(repeating: "A1 ", count: size)
        #expect(try AESKey(typed: hex, as: .hex).bits == size * 8)
        let text = String(repeating: "k", count: size)
        #expect(try AESKey(typed: text, as: .text).bits == size * 8)
        #expect("\(try AESKey(typed: text, as: .text))" == "AES-\(size * 8)")
    }

    @Test(arguments: [
        "", "A1", String(repeating: "A", count: 31), String(repeating: "G", count: 32),
    ])
    func `of another length is refused`(_ typed: String) {
        #expect(throws: AESKey.Mistake.self) { try AESKey(typed: typed, as: .hex) }
    }

    @Test func `of digits read as text is another key`() throws {
        let typed = "0123456789ABCDEF0123456789ABCDEF"
        #expect(try AESKey(typed: typed, as: .hex).bits == 128)
        #expect(try AESKey(typed: typed, as: .text).bits == 256)
        #expect(throws: AESKey.Mistake.self) { try AESKey(typed: "short", as: .text) }
    }
}
