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

    @Test func `of many wards are one by their number together, and by their share`() {
        #expect(Outage.isWide(lost: 50, of: 200_000))
        #expect(!Outage.isWide(lost: 50, of: 200_001))
        #expect(!Outage.isWide(lost: 49, of: 1_000))
        #expect(Outage.isWide(lost: 400, of: 1_000_000))
    }

    @Test func `are told with what most of them share`() {
        let traits = Outage.Traits(
            devices: 12, carriers: ["Viettel": 11, "VinaPhone": 1],
            groups: ["Tổ 1": 6, "Tổ 2": 6], withoutPower: 0, elsewhere: nil)
        #expect(traits.words == "12 thiết bị · 11 của nhà mạng Viettel")
        let wide = Outage.Traits(
            devices: 4, carriers: ["Viettel": 2], groups: ["Tổ 1": 3], withoutPower: 4,
            elsewhere: Outage.Elsewhere(devices: 1_396, wards: 99))
        #expect(wide.carrier == nil)
        #expect(
            wide.words
                == "4 thiết bị · 3 ở Tổ 1 · 4 đã báo mất điện trước đó · và 1.396 thiết bị ở 99 phường, xã khác"
        )
        // One device shares nothing with itself.
        let one = Outage.Traits(
            devices: 1, carriers: ["Viettel": 1], groups: [:], withoutPower: 0, elsewhere: nil)
        #expect(one.words == "1 thiết bị")
    }

    @Test func `elsewhere are news when they are twice what was told`() {
        let many = Outage.Elsewhere(devices: 100, wards: 9)
        #expect(many.isNews(after: nil))
        #expect(many.isNews(after: Outage.Elsewhere(devices: 50, wards: 5)))
        #expect(!many.isNews(after: Outage.Elsewhere(devices: 51, wards: 5)))
        #expect(!Outage.Elsewhere(devices: 0, wards: 0).isNews(after: nil))
    }
}
