import Testing
import Wire

@Suite struct `Extended data` {
    private func read(_ tail: [UInt8]) throws -> [ExtendedDatum] {
        let body = WireSamples.bytes(#""SIA-DCS"0042L0#F17A[#F17A|Nri1/FA7]"#) + tail
        return try WireSamples.message(WireSamples.frame(body)).extended
    }

    private func read(_ tail: String) throws -> [ExtendedDatum] {
        try read(WireSamples.bytes(tail))
    }

    @Test func `are values`() throws {
        let data = try read(
            "[X106E42.3][Y10N46.5][X093W30][M0026B9E4268B][H02:15:00,07-01-2027][LTầng 3][Qnew]")
        let kinds: [ExtendedDatum.Kind?] = [
            .longitude, .latitude, .longitude, .mac, .occurred, .location, nil,
        ]
        #expect(data.map(\.kind) == kinds)
        let values: [ExtendedDatum.Value] = [
            .degrees(106.705), .degrees(10.775), .degrees(-93.5),
            .mac([0x00, 0x26, 0xB9, 0xE4, 0x26, 0x8B]),
            .time(DC09Timestamp(seconds: 1_814_408_100)), .text("Tầng 3"), .text("new"),
        ]
        #expect(data.map(\.value) == values)
    }

    @Test(arguments: [
        "X115000", "X1811E0", "X181E0", "X12E60", "X12E", "X12N3", "Y91N0", "YN1", "Y10N4.6.5",
        "M0026B9E4268", "M0026B9E4268G", "Hsoon", "X",
    ])
    func `that are not written as they must be are text`(_ datum: String) throws {
        let data = try read("[\(datum)]")
        #expect(data.map(\.value) == [.text(String(datum.dropFirst()))])
        #expect(data.first?.bytes == WireSamples.bytes(datum))
    }

    @Test func `are text of Windows where they are no UTF-8`() throws {
        let french = try read(WireSamples.bytes("[IAlarme ") + [0xE9, 0x74, 0x80, 0x81, 0x5D])
        #expect(french.map(\.text) == ["Alarme ét€\u{81}"])
        #expect(try read("[IBáo cháy]").map(\.text) == ["Báo cháy"])
        #expect(WireText.string([0x93, 0x94, 0xFF]) == "“”ÿ")
    }

    @Test func `keep what is loose`() throws {
        #expect(try read("[I[a]b]").map(\.text) == ["[a]b"])
        #expect(try read("[Ia").map(\.text) == ["a"])
        #expect(
            try read("x[Ia]").map(\.bytes) == [WireSamples.bytes("x"), WireSamples.bytes("Ia")])
        #expect(try read(#"[J{"a":[1]}][Ix]"#).map(\.kind) == [.json, .alarmText])
        #expect(try read("[]").isEmpty)
        #expect(try read([0x5B, 0x49, 0x0D, 0x0A, 0x00, 0x5D]).map(\.text) == ["\r\n\0"])
    }
}
