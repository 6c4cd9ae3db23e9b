import Domain
import Testing

@Suite struct `Numbers in documents` {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1_000, "1.000"), (1_234_567, "1.234.567"), (-1_000, "-1.000"),
        (Int.min, "-9.223.372.036.854.775.808"),
    ])
    func `have points between thousands`(number: Int, text: String) {
        #expect(number.vietnamese == text)
    }

    @Test(arguments: [
        (1_234.5, "1.234,5"), (0.05, "0,05"), (0.004, "0"), (-0.004, "0"), (-2.5, "-2,5"),
        (100, "100"), (99.999, "100"), (286.55, "286,55"),
    ])
    func `have a comma before at most two decimals`(number: Double, text: String) {
        #expect(number.vietnamese == text)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 9e13])
    func `are refused where they cannot be written`(number: Double) {
        #expect(number.vietnamese == nil)
    }

    @Test(arguments: [
        ("1.234,5", 1_234.5), ("1 234", 1_234), ("4,5", 4.5), ("4.5", 4.5), ("7.50", 7.5),
        ("1.234", 1_234), ("1.234.567", 1_234_567), ("0.125", 0.125), ("1234.567", 1_234.567),
        ("-5", -5), (" 25 ", 25),
    ])
    func `are read as people type them`(text: String, number: Double) {
        #expect(Double(vietnamese: text) == number)
    }

    @Test(arguments: ["", "-", ",", ".5", "4,", "1.2.3", "1,2,3", "1.2,5", "nhiều", "5%", "1e5"])
    func `are not guessed from what is none`(text: String) {
        #expect(Double(vietnamese: text) == nil)
    }

    @Test func `give shares to the nearest, and all or nothing only of all or nothing`() {
        #expect(11.percent(of: 12) == "92%")
        #expect(8.percent(of: 26) == "31%")
        #expect(1.percent(of: 8) == "13%")
        #expect(61.percent(of: 30) == "203%")
        #expect(1.percent(of: 400) == "1%")
        #expect(399.percent(of: 400) == "99%")
        #expect(200.percent(of: 200) == "100%")
        #expect(0.percent(of: 3) == "0%")
        #expect(0.percent(of: 0) == nil)
    }
}
