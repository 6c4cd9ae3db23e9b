import Testing
import Wire

@Suite struct `A timestamp of DC-09` {
    private func read(_ text: String) throws -> DC09Timestamp? {
        try WireSamples.message("\"NULL\"0000L0#F17A[]" + text).timestamp
    }

    @Test(arguments: [
        ("_00:00:00,01-01-1970", 0), ("_02:15:00,07-01-2027", 1_814_408_100),
        ("_23:59:59,02-29-2024", 1_709_251_199), ("_23:59:59,12-31-2099", 4_102_444_799),
        ("_00:00:00,03-01-2000", 951_868_800),
    ])
    func `is a moment, there and back`(_ text: String, _ seconds: Int64) throws {
        #expect(try read(text) == DC09Timestamp(seconds: seconds))
        #expect(DC09Timestamp(seconds: seconds).bytes == WireSamples.bytes(text))
    }

    @Test(arguments: [
        "_24:00:00,01-01-2027", "_00:60:00,01-01-2027", "_00:00:60,01-01-2027",
        "_00:00:00,00-01-2027", "_00:00:00,13-01-2027", "_00:00:00,01-00-2027",
        "_00:00:00,01-32-2027", "_00:00:00,04-31-2027", "_00:00:00,02-29-2027",
        "_00:00:00,02-29-2100", "_0a:00:00,01-01-2027", "_00-00:00,01-01-2027",
        "_00:00:00 01-01-2027", "_00:00:00,01/01/2027",
    ])
    func `that is no moment is none`(_ text: String) throws {
        #expect(try read(text) == nil)
        let refusal = WireSamples.refusal(
            WireSamples.frame("\"NULL\"0000L0#F17A[]" + text), allowing: .strict)
        #expect(refusal?.reason == .needs(.brokenTimestamp))
    }

    @Test func `of every day is the next day after the one before`() {
        var last = DC09Timestamp(seconds: 0).bytes
        for day in 1...50_000 {
            let next = DC09Timestamp(seconds: Int64(day) * 86_400 + 1).bytes
            #expect(next != last)
            #expect(
                (try? read(String(decoding: next, as: UTF8.self)))??.seconds == Int64(day) * 86_400
                    + 1)
            last = next
        }
    }
}
