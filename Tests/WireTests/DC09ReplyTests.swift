import Testing
import Wire

@Suite struct `An answer of DC-09` {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test(arguments: [
        (#""NULL"0000R1L0#F17A[]"#, "\nB0150014\"ACK\"0000R1L0#F17A[]\r"),
        (#""ADM-CID"0042R1L0#F17A[#F17A|1111 01 007]"#, "\nF3E20014\"ACK\"0042R1L0#F17A[]\r"),
    ])
    func `is the worked ACK`(_ body: String, _ ack: String) throws {
        let frame = try DC09Frame(WireSamples.frame(body))
        #expect(text(DC09Reply.ack(frame, key: nil, now: WireSamples.now)) == ack)
    }

    @Test(arguments: [
        ("0042L0#F17A", "no receiver"), ("0042R00aLf#f17a", "lower case"),
        ("0042R1L#F17A", "empty line"), ("0042#F17A", "no line"), ("0042R1L0", "no account"),
        ("00A1L0#NHA-7", "free account"),
    ])
    func `gives back the header byte for byte`(_ header: String, _ why: String) throws {
        let frame = try DC09Frame(WireSamples.frame("\"NULL\"\(header)[]"))
        let ack = DC09Reply.ack(frame, key: nil, now: WireSamples.now)
        #expect(ack == WireSamples.frame("\"ACK\"\(header)[]"), "\(why)")
        #expect(DC09Reply.duh(frame.echo) == WireSamples.frame("\"DUH\"\(header)[]"))
    }

    @Test func `is the worked NAK and DUH`() throws {
        let time = try #require(
            WireSamples.message(#""NULL"0000L0#F17A[]_09:15:07,06-30-2027"#).timestamp)
        #expect(
            text(DC09Reply.nak(now: time)) == "\n80130025\"NAK\"0000R0L0A0[]_09:15:07,06-30-2027\r")
        let frame = try DC09Frame(WireSamples.frame(#""SIA-DCS"0046R1L0#F17A[]"#))
        #expect(text(DC09Reply.duh(frame.echo)) == "\n4CCB0014\"DUH\"0046R1L0#F17A[]\r")
    }

    @Test(arguments: [16, 24, 32])
    func `to an encrypted message is encrypted`(_ size: Int) throws {
        let key = try WireSamples.key(size)
        var random = FixedRandom()
        let draft = DC09Draft.null(account: "F17A", timestamp: WireSamples.now)
        let frame = try DC09Frame(draft.bytes(key: key, random: &random), allowing: .strict)
        let acks = (0..<2).map { _ in
            DC09Reply.ack(frame, key: key, now: WireSamples.now, random: &random)
        }
        #expect(acks[0].count == acks[1].count)
        // The first block of the cipher differs, though all that it says is the same.
        let start = text(acks[0]).utf8.split(separator: 0x5B)[0].count + 1
        #expect(acks[0][start..<start + 32] != acks[1][start..<start + 32])
        for ack in acks {
            let read = try WireSamples.message(ack, key: key, allowing: .strict)
            #expect(read.frame.token == .ack)
            #expect(read.frame.isEncrypted)
            #expect(read.timestamp == WireSamples.now)
            #expect(read.data.isEmpty)
            #expect(read.frame.echo.bytes == frame.echo.bytes)
        }
    }

    @Test func `to a plain message is plain, whatever key there is`() throws {
        let frame = try DC09Frame(WireSamples.frame(#""NULL"0000R1L0#F17A[]"#))
        let ack = try DC09Reply.ack(frame, key: WireSamples.key(16), now: WireSamples.now)
        #expect(text(ack) == "\nB0150014\"ACK\"0000R1L0#F17A[]\r")
    }

    @Test func `has a binary CRC where the message had one, and is standard else`() throws {
        let body = #""NULL"0000R1L0#F17A[]"#
        let ack = #""ACK"0000R1L0#F17A[]"#
        let binary = try DC09Frame(`Splitting a stream`.binary(body))
        #expect(
            DC09Reply.ack(binary, key: nil, now: WireSamples.now)
                == `Splitting a stream`.binary(ack))
        let counted = try DC09Frame(`Splitting a stream`.counted(body))
        #expect(DC09Reply.ack(counted, key: nil, now: WireSamples.now) == WireSamples.frame(ack))
    }

    @Test func `to a refusal is what the refusal says`() throws {
        let frame = try DC09Frame(WireSamples.frame(#""NULL"0000R1L0#F17A[]"#))
        func bytes(_ answer: DC09Refusal.Answer) -> [UInt8]? {
            DC09Reply.bytes(for: DC09Refusal(.noData, answer), now: WireSamples.now)
        }
        #expect(bytes(.nothing) == nil)
        #expect(bytes(.duh(frame.echo)) == DC09Reply.duh(frame.echo))
        #expect(bytes(.nak(.standard)) == DC09Reply.nak(now: WireSamples.now))
    }

    @Test func `is read as an answer`() throws {
        for bytes in [
            DC09Reply.nak(now: WireSamples.now), WireSamples.frame(#""DUH"0042R1L0#F17A[]"#),
            WireSamples.frame(#""RSP"0042R1L0#F17A[x]"#),
        ] {
            let message = try WireSamples.message(bytes, allowing: .strict)
            #expect(message.frame.token.isAnswer)
            #expect(try DC09Signals(message, allowing: .strict).values.isEmpty)
        }
    }
}
