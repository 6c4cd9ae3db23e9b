import Testing
import Wire

@Suite struct `Packets of SMPP` {
    private static let source = SMPPAddress(ton: 5, npi: 0, text: "CANHLUA")
    private static let phone = SMPPAddress(ton: 1, npi: 1, text: "84912000001")

    private func read(_ bytes: [UInt8], by size: Int = .max) throws -> [SMPPPacket] {
        var reader = SMPPReader()
        var packets: [SMPPPacket] = []
        for start in stride(from: 0, to: bytes.count, by: min(size, max(1, bytes.count))) {
            let end = min(start + min(size, bytes.count), bytes.count)
            try reader.read(Array(bytes[start..<end]), into: &packets)
        }
        #expect(reader.heldBytes == 0)
        return packets
    }

    private static let all: [SMPPPacket] = [
        SMPPPacket(.bind(SMPPBind(system: "phuong", password: "bimat")), sequence: 1),
        SMPPPacket(.bindAnswer(system: "SMSC"), sequence: 1),
        SMPPPacket(.bindAnswer(system: ""), sequence: 2, status: .invalidPassword),
        SMPPPacket(
            .submit(SMPPText.messages("Cháy", from: source, to: phone, reference: 1)[0]),
            sequence: 3),
        SMPPPacket(.submitAnswer(id: "a1b2"), sequence: 3),
        SMPPPacket(.submitAnswer(id: ""), sequence: 4, status: .throttled),
        SMPPPacket(.enquireLink, sequence: 5), SMPPPacket(.enquireLinkAnswer, sequence: 5),
        SMPPPacket(.unbind, sequence: 6), SMPPPacket(.unbindAnswer, sequence: 6),
        SMPPPacket(.genericNack, sequence: 0, status: .invalidCommand),
        SMPPPacket(.other(command: 5, [1, 2, 3]), sequence: 7),
    ]

    @Test func `are the bytes of the specification`() {
        // 4.1.1: bind_transmitter with its head (3.2), interface version 3.4.
        #expect(
            Self.all[0].bytes == [0, 0, 0, 34, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1]
                + Array("phuong".utf8) + [0] + Array("bimat".utf8) + [0, 0, 0x34, 0, 0, 0])
        // 4.4.1: submit_sm, UCS-2.
        #expect(
            Self.all[3].bytes == [0, 0, 0, 59, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 3]
                + [0, 5, 0] + Array("CANHLUA".utf8) + [0, 1, 1] + Array("84912000001".utf8)
                + [0, 0, 0, 1, 0, 0, 0, 0, 8, 0, 8]
                + [0, 0x43, 0, 0x68, 0, 0xE1, 0, 0x79])
        // 4.11.2: enquire_link_resp.
        #expect(
            Self.all[7].bytes == [0, 0, 0, 16, 0x80, 0, 0, 0x15, 0, 0, 0, 0, 0, 0, 0, 5])
        #expect(SMPPStatus.throttled.rawValue == 0x58)
        #expect(SMPPStatus(rawValue: 0x99).name == "0x99")
    }

    @Test(arguments: [1, 7, Int.max])
    func `are read as they were written, however cut`(size: Int) throws {
        let bytes = Self.all.flatMap(\.bytes)
        #expect(try read(bytes, by: size) == Self.all)
    }

    @Test func `that cannot be are refused, after what was whole`() {
        let head = { (length: UInt8, command: UInt8) -> [UInt8] in
            [0, 0, 0, length, 0, 0, 0, command, 0, 0, 0, 0, 0, 0, 0, 1]
        }
        for bytes in [
            [UInt8](repeating: 0, count: 16), [0xFF] + [UInt8](repeating: 0, count: 15),
            head(15, 0x15), head(17, 2) + [65], head(20, 2) + [65, 0, 0xFF, 0],
            head(18, 4) + [0, 1],
        ] {
            var reader = SMPPReader()
            var packets: [SMPPPacket] = []
            #expect(throws: SMPPReader.Fault.self) {
                try reader.read(Self.all[6].bytes + bytes, into: &packets)
            }
            #expect(packets == [Self.all[6]])
        }
    }
}

@Suite struct `Texts of short messages` {
    private func messages(_ text: String) -> [SMPPSubmit] {
        let one = SMPPAddress(ton: 0, npi: 0, text: "")
        return SMPPText.messages(text, from: one, to: one, reference: 7)
    }

    @Test func `fit into one as far as they may`() {
        let plain = messages(String(repeating: "a", count: 160))
        #expect(plain.map(\.coding) == [0])
        #expect(plain[0].messageClass == 0)
        #expect(plain[0].message.count == 160)
        let wide = messages(String(repeating: "ạ", count: 70))
        #expect(wide.map(\.coding) == [8])
        #expect(wide[0].message.count == 140)
        // Not where ASCII has it.
        #expect(messages("a@b").map(\.coding) == [8])
        #expect(messages("").map(\.message) == [[]])
    }

    @Test func `are cut into parts that say which they are`() {
        let plain = messages(String(repeating: "a", count: 161))
        #expect(plain.map(\.message.count) == [159, 14])
        #expect(plain.map(\.messageClass) == [0x40, 0x40])
        #expect(
            plain.map { Array($0.message.prefix(6)) } == [[5, 0, 3, 7, 2, 1], [5, 0, 3, 7, 2, 2]])
        let wide = messages(String(repeating: "ạ", count: 71))
        #expect(wide.map(\.message.count) == [140, 14])
        // A character of two units is not cut apart.
        let faces = messages(String(repeating: "x", count: 66) + "🔥" + "ế x")
        #expect(faces.map(\.message.count) == [6 + 132, 6 + 10])
        let endless = messages(String(repeating: "ạ", count: 5_000))
        #expect(endless.count == SMPPText.partsMax)
    }
}
