import Testing
import Wire

@Suite struct `An event of Contact ID` {
    private func read(_ blocks: String) throws -> [DeviceSignal] {
        try WireSamples.signals("\"ADM-CID\"0042L0#F17A[#F17A|\(blocks)]").values
    }

    @Test(arguments: [
        ("1110 01 007", DeviceSignal.Kind.fireAlarm, DeviceSignal.Change.begun),
        ("3110 01 007", .fireAlarm, .ended), ("6110 01 007", .fireAlarm, .still),
        ("1115 01 007", .manualCallPoint, .begun), ("1151 01 007", .otherAlarm, .begun),
        ("1203 01 007", .supervision, .begun), ("1373 01 007", .fault, .begun),
        ("1301 00 000", .power, .begun), ("3302 00 000", .battery, .ended),
        ("1350 00 000", .line, .begun), ("1602 00 000", .test, .begun),
        ("1571 01 007", .disabled, .begun), ("3571 01 007", .disabled, .ended),
        ("1383 01 007", .tamper, .begun), ("1401 01 007", .openClose, .begun),
        ("3401 01 007", .openClose, .ended), ("1305 00 000", .notice, .begun),
        ("1999 01 007", .unknown, .begun), ("1110 01 007 ", .fireAlarm, .begun),
    ])
    func `has kind and change`(
        _ block: String, _ kind: DeviceSignal.Kind, _ change: DeviceSignal.Change
    ) throws {
        let signal = try #require(read(block).first)
        #expect(signal.kind == kind)
        #expect(signal.change == change)
        #expect(signal.raw == block)
        #expect(signal.scheme == .contactID)
    }

    @Test func `has its place`() throws {
        let fire = try #require(read("1110 02 107").first)
        #expect([fire.zone, fire.partition, fire.user] == ["107", "02", nil])
        let user = try #require(read("1401 02 003").first)
        #expect([user.zone, user.partition, user.user] == [nil, "02", "003"])
        let none = try #require(read("1301 00 000").first)
        #expect([none.zone, none.partition, none.user] == [nil, nil, nil])
        #expect(try read("1110 02 00107").first?.zone == "00107")
        #expect(try read("1110 02 0000107").first?.zone == "0000107")
    }

    @Test func `of unknown code keeps the code`() throws {
        let signal = try #require(read("1199 02 107").first)
        #expect(signal.code == "199")
        #expect(signal.certainty == .unknown)
        #expect(signal.likelyKind == .otherAlarm)
        #expect(signal.title.contains("199"))
        #expect(signal.zone == "107")
        #expect(try read("1299 00 000").first?.likelyKind == .supervision)
        #expect(try read("1399 00 000").first?.likelyKind == .fault)
        #expect(try read("1999 00 000").first?.likelyKind == .unknown)
    }

    @Test func `may stand beside others`() throws {
        #expect(try read("1110 01 007|1111 01 008").map(\.zone) == ["007", "008"])
        let mixed = try read("1110 01 007|??|1111 01 008")
        #expect(mixed.map(\.kind) == [.fireAlarm, .unknown, .fireAlarm])
        #expect(mixed[1].raw == "??")
    }

    @Test func `is bounded in number, and nothing of it lost`() throws {
        let blocks = (1...100).map { "1110 01 \($0 + 100)" }.joined(separator: "|")
        let signals = try read(blocks)
        #expect(signals.count == 64)
        #expect(signals.last?.kind == .unknown)
        #expect(signals.last?.raw.hasSuffix("1110 01 200") == true)
    }

    @Test func `of a telephone line is read without its frame`() throws {
        let signal = try #require(read("181602010070").first)
        #expect([signal.code, signal.partition, signal.zone] == ["602", "01", "007"])
    }

    @Test(arguments: [
        "x", "2110 01 007", "1110 01", "1A10 01 007", "1110 0A 007", "1110-01-007",
        "1110 01 00000007", "7",
    ])
    func `that is none is kept as unknown`(_ block: String) throws {
        let signals = try read(block)
        #expect(signals.map(\.kind) == [.unknown])
        #expect(signals.map(\.raw) == [block])
        #expect(signals.map(\.code) == [block])
    }

    @Test func `of a vendor's token is read, and its letters are not guessed at`() throws {
        let signals = try WireSamples.signals(#""HOUSE-1"0042L0#F17A[#F17A|1110 01 007]"#)
        #expect(signals.values.map(\.kind) == [.fireAlarm])
        let letters = try WireSamples.signals(#""HOUSE-1"0042L0#F17A[#F17A|Nri1/FA7]"#)
        #expect(letters.values.map(\.kind) == [.unknown])
        #expect(letters.values.map(\.raw) == ["Nri1/FA7"])
        #expect(letters.used == .unreadableData)
    }
}
