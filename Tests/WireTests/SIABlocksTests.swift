import Testing
import Wire

@Suite struct `An event of DC-03` {
    private func read(_ blocks: String) throws -> [DeviceSignal] {
        try WireSamples.signals("\"SIA-DCS\"0042L0#F17A[#F17A|\(blocks)]").values
    }

    @Test(arguments: [
        ("Nri1/FA7", DeviceSignal.Kind.fireAlarm, DeviceSignal.Change.begun),
        ("Nri1/FH7", .fireAlarm, .ended), ("Ori1/FA7", .fireAlarm, .still),
        ("NPA7", .manualCallPoint, .begun), ("NGA7", .otherAlarm, .begun),
        ("NFS7", .supervision, .begun), ("NFV7", .supervision, .ended), ("NFT7", .fault, .begun),
        ("NFJ7", .fault, .ended), ("NAT", .power, .begun), ("NAR", .power, .ended),
        ("NYT", .battery, .begun), ("NLT1", .line, .begun), ("NRP", .test, .noted),
        ("NFI", .test, .begun), ("NFB7", .disabled, .begun), ("NFU7", .disabled, .ended),
        ("NTA7", .tamper, .begun), ("NOP1", .openClose, .begun), ("NCL1", .openClose, .ended),
        ("NFL7", .notice, .noted), ("NQQ99", .unknown, .noted), ("NYN", .unknown, .noted),
    ])
    func `has kind and change`(
        _ blocks: String, _ kind: DeviceSignal.Kind, _ change: DeviceSignal.Change
    ) throws {
        let signals = try read(blocks)
        #expect(signals.map(\.kind) == [kind])
        #expect(signals.map(\.change) == [change])
        #expect(signals.map(\.scheme) == [.sia])
    }

    @Test func `has its place, its user and its details`() throws {
        let signal = try #require(read("Nti20:50:26/id12/ri3/pi4/FA1A").first)
        #expect([signal.partition, signal.user, signal.zone] == ["3", "12", "1A"])
        #expect(signal.details.map(\.key) == ["ti", "pi"])
        #expect(signal.details.map(\.value) == ["20:50:26", "4"])
        #expect(try read("NAT").first?.zone == nil)
    }

    @Test func `may stand beside others`() throws {
        let signals = try read("Nri1/FA7/FA8/ri2/FT1|Nri3/AT")
        #expect(signals.map(\.code) == ["FA", "FA", "FT", "AT"])
        #expect(signals.map(\.zone) == ["7", "8", "1", nil])
        #expect(signals.map(\.partition) == ["1", "1", "2", "3"])
    }

    @Test(arguments: [
        ("NRR|Atest", "RR", nil as String?, "test" as String?),
        ("NFA7|ATANG 3", "FA", "7", "TANG 3"),
        ("Nri1FA7^Bep an  ^", "FA", "7", "Bep an  "),
        ("Nri01^TOTAL^/LX901^tu 1^", "LX", "901", "tu 1"),
        ("Nri04/OP001NM", "OP", "001", "NM"), ("NFA7*'Bep'NM", "FA", "7", "*'Bep'NM"),
        ("Nti20:50:26RP99", "RP", "99", nil), ("FA7", "FA", "7", nil),
        ("NFA7^a^^b^", "FA", "7", "a b"), ("NFA7^open", "FA", "7", "open"),
    ])
    func `has its text, in every way of devices`(
        _ blocks: String, _ code: String, _ zone: String?, _ text: String?
    ) throws {
        let signals = try read(blocks)
        #expect(signals.map(\.code) == [code])
        #expect(signals.map(\.zone) == [zone])
        #expect(signals.map(\.text) == [text])
    }

    @Test func `of unknown code keeps the code`() throws {
        let signal = try #require(read("Nri1/FN7").first)
        #expect([signal.code, signal.zone] == ["FN", "7"])
        #expect(signal.certainty == .unknown)
        #expect(signal.likelyKind == .fireAlarm)
        #expect(try read("N").map(\.code) == ["N"])
        #expect(try read("Nri1").map(\.kind) == [.unknown])
        #expect(try read("77/FA1").map(\.code) == ["77", "FA"])
        #expect(try read("/").map(\.raw) == ["/"])
    }

    @Test func `is bounded in number, and nothing of it lost`() throws {
        let signals = try read("N" + (1...100).map { "FA\($0)" }.joined(separator: "/"))
        #expect(signals.count == 64)
        #expect(signals.last?.text?.contains("FA100") == true)
    }

    @Test func `ends what its table says`() throws {
        #expect(try read("NFR7").first?.endedCodes == ["FA", "FM", "FG"])
        #expect(try read("NFA7").first?.endedCodes == [])
        let restored = try WireSamples.signals(#""ADM-CID"0042L0#F17A[#F17A|3110 01 007]"#)
        #expect(restored.values.map(\.endedCodes) == [["110"]])
    }

    @Test func `says how sure its meaning is`() throws {
        #expect(try read("NFA7").first?.certainty == .checked)
        #expect(try read("NBA7").first?.certainty == .remembered)
        #expect(try read("NFM7").first?.note == .confirmed)
        #expect(try read("NGA7").first?.note == .gas)
        #expect(try read("NFA7").first?.title == "Báo cháy")
    }
}
