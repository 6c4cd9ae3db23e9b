import Domain
import Testing

@Suite struct `Judging a reported target` {
    private let day = Day(number: 20_000)

    private func target(
        min: Double? = nil, max: Double? = nil, due: Int? = nil, reached: Double?
    ) -> ReportedTarget {
        ReportedTarget(
            metric: "Tỷ lệ", goal: "", min: min, max: max,
            due: due.map { Day(number: 20_000 + $0) }, reached: reached, unit: "%")
    }

    @Test func `takes the bounds for reached`() {
        #expect(target(min: 80, reached: 80).verdict(on: day) == .reached)
        #expect(target(max: 5, reached: 5).verdict(on: day) == .reached)
        #expect(target(min: 80, max: 90, reached: 85).verdict(on: day) == .reached)
    }

    @Test func `calls missed what fell short on its day`() {
        #expect(target(min: 80, reached: 79.9).verdict(on: day) == .missed)
        #expect(target(min: 80, due: 0, reached: 79.9).verdict(on: day) == .missed)
        #expect(target(max: 5, due: 9, reached: 5.1).verdict(on: day) == .missed)
    }

    @Test func `leaves time until the day`() {
        #expect(target(min: 80, due: 1, reached: 79.9).verdict(on: day) == .underWay)
    }

    @Test func `judges nothing without a figure or a goal`() {
        #expect(target(min: 80, due: -1, reached: nil).verdict(on: day) == .unknown)
        #expect(target(reached: 12).verdict(on: day) == .notMeasured)
    }
}
