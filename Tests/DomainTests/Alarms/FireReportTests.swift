import Domain
import Testing

@Suite struct `What a person says of a fire` {
    private func refusals(
        place: String = "Số 5 ngõ Mẫu", what: String = "Khói", people: String = "",
        caller: String = "", phone: String = "", point: Coordinate? = nil,
        hasFacility: Bool = false
    ) -> [String] {
        let report = FireReport(
            source: .call, place: place, what: what, people: people, caller: caller,
            phone: phone, point: point)
        do throws(Problem) {
            try report.check(hasFacility: hasFacility)
            return []
        } catch {
            return error.refusals.keys.sorted()
        }
    }

    private let point = Coordinate(latitude: 20.86, longitude: 106.68)

    @Test func `needs a place and what burns, and nothing else`() {
        #expect(refusals() == [])
        #expect(refusals(place: "", what: "") == ["place", "what"])
        #expect(refusals(place: "", point: point) == [])
        #expect(refusals(place: "", hasFacility: true) == [])
    }

    @Test func `is bounded`() {
        let words = { String(repeating: "a", count: $0) }
        #expect(refusals(place: words(200), what: words(500), people: words(500)) == [])
        #expect(
            refusals(place: words(201), what: words(501), people: words(501), caller: words(101))
                == ["caller", "people", "place", "what"])
        #expect(refusals(phone: "0912 345 678") == [])
        #expect(refusals(phone: "12") == ["phone"])
        #expect(refusals(point: Coordinate(latitude: 106.68, longitude: 20.86)) == ["latitude"])
    }

    @Test func `is called by its point where no place was said`() {
        let report = FireReport(source: .citizen, place: "", what: "Lửa", point: point)
        #expect(report.placeName == "Vị trí 20,86; 106,68")
    }
}
