import Domain
import Testing

@Suite struct `General abbreviations` {
    @Test func `need no explanation`() {
        #expect(GeneralAbbreviations.meaning(of: "UBND") == "Ủy ban nhân dân")
    }

    @Test(arguments: ["PCCC", "CNCH", "ANTT", "DNNVV", ""])
    func `others do`(_ short: String) {
        #expect(GeneralAbbreviations.meaning(of: short) == nil)
    }
}
