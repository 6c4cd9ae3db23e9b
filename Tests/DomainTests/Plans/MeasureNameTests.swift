import Domain
import Testing

@Suite struct `The name of a measure` {
    @Test func `stands behind its number as Vietnamese writes it`() {
        #expect(MeasureName.joined("75", "%") == "75%")
        #expect(MeasureName.joined("≥ 12", "cơ sở") == "≥ 12 cơ sở")
        #expect(MeasureName.joined("7,5", "") == "7,5")
    }
}
