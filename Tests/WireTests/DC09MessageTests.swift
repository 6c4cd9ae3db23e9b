import Testing
import Wire

@Suite struct `A message of DC-09` {
    /// The composed vectors of PROTOCOLS.md 1.6, by size of key.
    static let vectors: [(size: Int, frame: String)] = [
        (
            16,
            #"27B30078"*ADM-CID"0042R1L0#F17A[494C921C8677EC2DD4AFF5509F4986CFCB70B07735C42578CC99A4AD2B4880105FC9099D3F96A80F96A37E5B1C30D5F7"#
        ),
        (
            24,
            #"05B90078"*ADM-CID"0042R1L0#F17A[C61D7BD5B5D46321EA7EAEB50A1893C12FD3E23156E8147AD144F88F130695F6DDDCFD27E19F336D87F44827ECBAE9B1"#
        ),
        (
            32,
            #"A7220078"*ADM-CID"0042R1L0#F17A[65FF4D040D8305F43DED9D64495B0C0FB6236E5CD845B91B908DFB5C37A79431FB2156170ED33299C23A9C777CEF3CC8"#
        ),
    ]

    @Test(arguments: vectors)
    func `is decrypted with each size of key`(_ size: Int, _ text: String) throws {
        let bytes = WireSamples.bytes("\n\(text)\r")
        let message = try WireSamples.message(bytes, key: WireSamples.key(size), allowing: .strict)
        #expect(message.frame.isEncrypted)
        #expect(String(decoding: message.data, as: UTF8.self) == "#F17A|1111 01 007")
        #expect(message.dataAccount == "F17A")
        #expect(message.timestamp?.bytes == WireSamples.bytes("_02:15:00,07-01-2027"))
        #expect(try DC09Signals(message, allowing: .strict).values.map(\.code) == ["111"])
    }

    @Test(arguments: vectors)
    func `is not read with another key, or none`(_ size: Int, _ text: String) throws {
        let bytes = WireSamples.bytes("\n\(text)\r")
        #expect(WireSamples.refusal(bytes)?.reason == .noKey)
        for other in [16, 24, 32] {
            for first in 0..<32 {
                var key = (0..<other).map { UInt8($0) }
                key[0] = UInt8(first)
                guard other != size || first != 0, let key = AESKey(bytes: key) else { continue }
                let refusal = WireSamples.refusal(bytes, key: key)
                #expect(refusal?.reason == .undecryptable)
                guard case .duh? = refusal?.answer else {
                    Issue.record("no DUH")
                    continue
                }
            }
        }
    }

    @Test func `of NULL and ACK is decrypted`() throws {
        let key = try WireSamples.key(16)
        let null = try WireSamples.message(
            WireSamples.bytes(
                "\n" + #"6B9B0055"*NULL"0000R1L0#F17A["#
                    + "643331623BD61CB2BB62A6539BE5E361C34B5AA2D8058575AEDD0F89A046D0DE\r"),
            key: key, allowing: .strict)
        #expect(null.data.isEmpty)
        #expect(try DC09Signals(null).values.map(\.kind) == [.heartbeat])
        let ack = try WireSamples.message(
            WireSamples.bytes(
                "\n" + #"60260054"*ACK"0042R1L0#F17A["#
                    + "643331623BD61CB2BB62A6539BE5E36195DF60B9D0F39E11F63AA325BDF7DD3A\r"),
            key: key, allowing: .strict)
        #expect(ack.frame.token.isAnswer)
        #expect(try DC09Signals(ack).values.isEmpty)
    }

    @Test(arguments: [
        "", "49", "494C921C8677EC2DD4AFF5509F4986C", "xx4C921C8677EC2DD4AFF5509F4986CF",
    ])
    func `is refused when the cipher is no whole block`(_ digits: String) throws {
        let bytes = WireSamples.frame("\"*ADM-CID\"0042R1L0#F17A[\(digits)")
        let refusal = try WireSamples.refusal(bytes, key: WireSamples.key(16))
        #expect(refusal?.reason == .cipherText)
    }

    @Test func `is refused when its clear text has no timestamp`() throws {
        let cipher = TestCipher.encrypt(
            WireSamples.bytes("~~~~~~~~~~~~~|#F17A|1110 01 007]"), key: (0..<16).map { UInt8($0) })
        let refusal = try WireSamples.refusal(
            WireSamples.frame("\"*ADM-CID\"0042L0#F17A[\(cipher)"), key: WireSamples.key(16))
        #expect(refusal?.reason == .undecryptable)
    }

    @Test func `keeps both accounts`() throws {
        let message = try WireSamples.message(#""ADM-CID"0042L0#F17A[#F17B|1110 01 007]"#)
        #expect(message.frame.account == "F17A")
        #expect(message.dataAccount == "F17B")
        #expect(message.identity == "F17A")
        let only = try WireSamples.message(#""ADM-CID"0042R1L0[#F17B|1110 01 007]"#)
        #expect(only.identity == "F17B")
        #expect(try WireSamples.message(#""NULL"0000R1L0[]"#).identity == nil)
    }

    @Test func `without data is refused by DUH when it is an event`() {
        for body in [#""SIA-DCS"0042L0#F17A[]"#, #""ADM-CID"0042L0#F17A[#F17A|]"#] {
            let refusal = WireSamples.refusal(WireSamples.frame(body))
            #expect(refusal?.reason == .noData)
        }
        let open = WireSamples.refusal(WireSamples.frame(#""SIA-DCS"0042L0#F17A[#F17A|NFA1"#))
        #expect(open?.reason == .unclosedData)
    }

    @Test func `of NULL may carry data, extended data and time`() throws {
        let message = try WireSamples.message(
            #""NULL"0007L0#F17A[#0000|0000 00 000][GCDP1]_02:16:00,07-01-2027"#, allowing: .strict)
        #expect(message.timestamp != nil)
        #expect(message.extended.map(\.kind) == [.networkPath])
        let kinds = try DC09Signals(message).values.map(\.kind)
        #expect(kinds == [.heartbeat])
        #expect(try WireSamples.signals(#""XNM"0007L0#F17A[]"#).values.map(\.kind) == [.heartbeat])
    }

    @Test func `is never refused for what its extended data hold`() throws {
        for tail in [
            "[", "]", "[]", "[[[", "]]]", "[I", "[\u{1}\u{2}]", "[I]x[", "_", "_x",
            "[J{\"a\":[1]}]",
        ] {
            let message = try WireSamples.message(
                "\"ADM-CID\"0042L0#F17A[#F17A|1110 01 007]" + tail)
            #expect(String(decoding: message.payload, as: UTF8.self) == "1110 01 007")
        }
    }

    @Test func `says whether its clock fits`() throws {
        let message = try WireSamples.message(
            #""NULL"0000L0#F17A[]_02:15:00,07-01-2027"#)
        let stamp = try #require(message.timestamp)
        func window(_ offset: Int64) -> TimestampWindow? {
            message.window(now: DC09Timestamp(seconds: stamp.seconds - offset))
        }
        #expect(window(0) == .within)
        #expect(window(20) == .within)
        #expect(window(21) == .ahead(seconds: 21))
        #expect(window(-40) == .within)
        #expect(window(-41) == .behind(seconds: 41))
        #expect(
            message.clockRefusal(.ahead(seconds: 21)).answer == .nak(DC09Spelling.standard))
    }

    @Test func `has the key of its repeats`() throws {
        let key = try WireSamples.key(16)
        var random = FixedRandom()
        func repeatKey(_ draft: DC09Draft) throws -> RepeatKey {
            try RepeatKey(WireSamples.message(draft.bytes()), listener: 1)
        }
        var draft = DC09Draft.contactID(
            110, zone: 7, sequence: 42, account: "F17A", timestamp: WireSamples.now)
        let first = try repeatKey(draft)
        draft.timestamp = DC09Timestamp(seconds: WireSamples.now.seconds + 5)
        #expect(try repeatKey(draft) == first)
        let encrypted = try (0..<2).map { _ in
            try RepeatKey(
                WireSamples.message(draft.bytes(key: key, random: &random), key: key), listener: 1)
        }
        #expect(encrypted == [first, first])
        draft.account = "f17a"
        #expect(try repeatKey(draft).account == first.account)
        draft.sequence = 43
        #expect(try repeatKey(draft) != first)
        draft.sequence = 42
        draft.data = "#F17A|3110 01 007"
        #expect(try repeatKey(draft) != first)
        draft.data = "#F17A|1110 01 007"
        draft.extended = ["LTang 3"]
        #expect(try repeatKey(draft) != first)
        // Computed by another program; it is stored, and so must never change.
        #expect(first.content == 9315113438886247433)
    }
}
