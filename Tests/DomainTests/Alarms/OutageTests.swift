import Domain
import Testing

@Suite struct `Many devices lost at once` {
    @Test func `are one trouble by their number, or by their share`() {
        #expect(Outage.isThere(lost: 50, of: 10_000))
        #expect(!Outage.isThere(lost: 49, of: 10_000))
        #expect(Outage.isThere(lost: 5, of: 50))
        #expect(!Outage.isThere(lost: 5, of: 51))
        #expect(!Outage.isThere(lost: 4, of: 4))
    }
}
