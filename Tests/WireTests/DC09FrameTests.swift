import Testing
import Wire

@Suite struct `A frame of DC-09` {
    /// The worked examples of PROTOCOLS.md 1.3.
    static let worked: [(body: String, crc: String, length: String)] = [
        (#""NULL"0000R1L0#F17A[]"#, "803C", "0015"),
        (#""ACK"0000R1L0#F17A[]"#, "B015", "0014"),
        (#""ADM-CID"0042R1L0#F17A[#F17A|1111 01 007]"#, "8546", "0029"),
        (#""ACK"0042R1L0#F17A[]"#, "F3E2", "0014"),
        (#""ADM-CID"0043R1L0#F17A[#F17A|3111 01 007]"#, "437F", "0029"),
        (#""SIA-DCS"0044R1L0#F17A[#F17A|Nri1/FA7]"#, "B77D", "0026"),
        (
            #""SIA-DCS"0045L0#F17A[#F17A|Nri1/FT12][VT2-KV3][LTang 3]_09:15:00,06-30-2027"#,
            "790E", "004B"
        ),
        (#""NAK"0000R0L0A0[]_09:15:07,06-30-2027"#, "8013", "0025"),
        (#""DUH"0046R1L0#F17A[]"#, "4CCB", "0014"),
        (
            #""ADM-CID"9999R00AB12LFEDCBA#0123456789ABCDEF[#0123456789ABCDEF|1301 00 000]"#,
            "5390", "004B"
        ),
        (#""SIA-DCS"0047R1L0#F17A[#F17A|Nri1/FA7][IBáo cháy tầng 3]"#, "570E", "003C"),
    ]

    @Test(arguments: worked)
    func `has the worked CRC and length`(_ body: String, _ crc: String, _ length: String) throws {
        let bytes = WireSamples.bytes("\n\(crc)\(length)\(body)\r")
        let frame = try DC09Frame(bytes, allowing: .strict)
        #expect(frame.used == .strict)
        #expect(frame.bytes == bytes)
        #expect(throws: Never.self) { try DC09Message(frame, allowing: .strict) }
    }

    @Test func `has its parts`() throws {
        let frame = try DC09Frame(
            WireSamples.frame(
                #""ADM-CID"9999R00AB12LFEDCBA#0123456789ABCDEF[#0123456789ABCDEF|1301 00 000]"#))
        #expect(frame.token == .contactID)
        #expect(frame.tokenText == "ADM-CID")
        #expect(frame.sequence == 9999)
        #expect(frame.receiver == "00AB12")
        #expect(frame.line == "FEDCBA")
        #expect(frame.account == "0123456789ABCDEF")
        #expect(!frame.isEncrypted)
        let least = try DC09Frame(WireSamples.frame(#""NULL"0000L0#123[]"#), allowing: .strict)
        #expect(least.receiver == nil)
        #expect(least.account == "123")
    }

    @Test(arguments: [
        #""NULL"000R1L0#F17A[]"#, #""NULL"000XR1L0#F17A[]"#, #"NULL"0000R1L0#F17A[]"#,
        #""NULL0000R1L0#F17A[]"#, #"""0000R1L0#F17A[]"#, #""N LL"0000R1L0#F17A[]"#,
        #""ABCDEFGHIJKLMNOPQ"0000R1L0#F17A[]"#, #"""#, #""N"#, #""NULL""#, #""NULL"00"#,
    ])
    func `is met with silence when token or sequence are wrong`(_ body: String) {
        let refusal = WireSamples.refusal(WireSamples.frame(body))
        #expect(refusal?.answer == .nothing)
    }

    @Test(arguments: [
        (#""NULL"0000RL0#F17A[]"#, "0000"), (#""NULL"0000R1234567L0#F17A[]"#, "0000"),
        (#""NULL"0000R1L1234567#F17A[]"#, "0000R1"),
        (#""NULL"0042R1L0#0123456789ABCDEF0[]"#, "0042R1L0"),
        (#""NULL"0042R1L0#F17A"#, "0042R1L0#F17A"),
        (#""NULL"0042R1L0#F1 7A[]"#, "0042R1L0#F1"), (#""NULL"0042R1L0#F17A]"#, "0042R1L0#F17A"),
    ])
    func `is met with DUH when the rest of the header is wrong`(
        _ body: String, _ echo: String
    ) {
        let refusal = WireSamples.refusal(WireSamples.frame(body))
        #expect(refusal?.reason == .header)
        guard case .duh(let duh)? = refusal?.answer else {
            Issue.record("no DUH: \(body)")
            return
        }
        #expect(String(decoding: duh.bytes, as: UTF8.self) == echo)
    }

    @Test func `is met with silence when it is damaged`() {
        let whole = FrameSplitterSamples.plain
        for index in whole.indices {
            for bit in 0..<8 {
                var bytes = whole
                bytes[index] ^= 1 << bit
                check(bytes, against: whole)
            }
            for byte in [0x00, 0x0A, 0x0D, 0x20, 0x22, 0x5B, 0x5D, 0x7C, 0xFF] as [UInt8] {
                var bytes = whole
                bytes[index] = byte
                check(bytes, against: whole)
            }
            var shorter = whole
            shorter.remove(at: index)
            check(shorter, against: whole)
            check(Array(whole[..<index]), against: whole)
            check(Array(whole[..<index]) + [0x41] + whole[index...], against: whole)
        }
    }

    /// Refused, or read as before.
    private func check(_ bytes: [UInt8], against whole: [UInt8]) {
        let refused = WireSamples.refusal(bytes)
        if let refused {
            #expect(refused.answer == .nothing, "\(refused)")
            return
        }
        let read = try? WireSamples.message(bytes)
        let expected = try? WireSamples.message(whole)
        #expect(read?.payload == expected?.payload)
        #expect(read?.frame.echo.bytes == expected?.frame.echo.bytes)
        #expect(read?.frame.tokenText == expected?.frame.tokenText)
    }

    @Test func `says which CRC and which length it has`() {
        let bytes = WireSamples.bytes("\n00000015\"NULL\"0000R1L0#F17A[]\r")
        #expect(
            WireSamples.refusal(bytes)?.reason == .crc(stated: 0, found: 0x803C))
        let long = WireSamples.bytes("\n00000016\"NULL\"0000R1L0#F17A[]\r")
        #expect(WireSamples.refusal(long)?.reason == .length(stated: 22, found: 21))
    }

    @Test func `has a bounded length`() {
        let head = #""NULL"0000L0#F17A[]"#
        func body(_ count: Int) -> [UInt8] {
            WireSamples.bytes(
                head + "[I" + String(repeating: "x", count: count - head.count - 3) + "]")
        }
        let limit = FrameSplitter.bodyBytesMax
        #expect(WireSamples.refusal(WireSamples.frame(body(limit))) == nil)
        #expect(
            WireSamples.refusal(WireSamples.frame(body(limit + 1)))?.reason
                == .tooLong(bytes: limit + 1))
        let standard = FrameSplitter.bodyBytesStandard
        #expect(WireSamples.refusal(WireSamples.frame(body(standard)), allowing: .strict) == nil)
        #expect(
            WireSamples.refusal(WireSamples.frame(body(standard + 1)), allowing: .strict)?.reason
                == .needs(.longBody))
    }

    @Test func `every refusal is a sentence`() {
        let reasons: [DC09Refusal.Reason] = [
            .noFrame, .tooLong(bytes: 9000), .crc(stated: 1, found: 2),
            .length(stated: 3, found: 4), .needs([.binaryCRC, .emptyLine]), .header, .cipherText,
            .noKey, .undecryptable, .noData, .unclosedData, .clock(.ahead(seconds: 21)),
            .clock(.behind(seconds: 41)), .clock(.within),
        ]
        for reason in reasons {
            #expect(DC09Refusal(reason, .nothing).message.hasSuffix("."))
        }
        #expect(
            DC09Refusal(.needs([.binaryCRC, .emptyLine]), .nothing).message
                .contains("CRC hai byte nhị phân, số đường dây để trống"))
    }
}

enum FrameSplitterSamples {
    static let plain = WireSamples.frame(
        #""ADM-CID"0042R1L0#F17A[#F17A|1111 01 007][LTang 3]_09:15:00,06-30-2027"#)
}
