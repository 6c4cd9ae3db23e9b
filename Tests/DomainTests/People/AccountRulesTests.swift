import Domain
import Testing

@Suite struct `The telephone of an account` {
    @Test(arguments: [
        ("0912 345 678", "0912345678"), ("+84 912.345.678", "0912345678"),
        ("0225 3 822 822", "02253822822"), ("114", "114"),
    ])
    func `is a number of this country`(text: String, digits: String) throws {
        #expect(try AccountRules.telephone(text)?.digits == digits)
    }

    @Test func `may be left out`() throws {
        #expect(try AccountRules.telephone(nil) == nil)
        #expect(try AccountRules.telephone("") == nil)
    }

    @Test(arguments: ["0912", "không có", "0412345678", "0912 345 678 x"])
    func `is refused with its field when it is none`(text: String) {
        let problem = #expect(throws: Problem.self) { try AccountRules.telephone(text) }
        #expect(problem?.kind == .invalid)
        #expect(problem?.refusals["phone"]?.contains(text) == true)
    }

    @Test func `shows its end alone where others read`() {
        #expect(Telephone(text: "0912 345 678")?.masked == "…678")
    }
}
