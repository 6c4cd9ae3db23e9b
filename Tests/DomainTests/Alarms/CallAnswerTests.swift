import Domain
import Testing

@Suite struct `Telephones of a facility` {
    private func contacts(_ text: String) -> [String] {
        FacilityContact.inLines(text, name: "Chợ").map { "\($0.name)|\($0.phone)" }
    }

    @Test func `are found in lines that people wrote`() {
        #expect(
            contacts("Bà Lan, tầng 2: 0912 345 678\nÔng Nam - 0987.654.321; 024 3826 1234")
                == ["Bà Lan, tầng 2|0912345678", "Ông Nam|0987654321", "Ông Nam|02438261234"])
        #expect(contacts("+84 912 345 678 (bảo vệ)") == ["Chợ|+84912345678"])
    }

    @Test func `are not made of other numbers`() {
        for text in [
            "Thuê 1200 m2 từ 2019", "Hợp đồng 12/2024", "0912", "CCCD 001085012345678", "",
        ] {
            #expect(contacts(text) == [], "\(text)")
        }
    }
}

@Suite struct `Answers of calls` {
    @Test func `are kept as they were said`() throws {
        let all = [
            CallAnswer(.answered, key: .real), CallAnswer(.answered, key: .unwanted),
            CallAnswer(.answered), CallAnswer(.busy), CallAnswer(.noAnswer), CallAnswer(.failed),
        ]
        for answer in all { #expect(CallAnswer(code: answer.code) == answer) }
        #expect(try CallAnswer(result: "answered", key: "1") == all[0])
        // Another key says nothing, and nobody presses one at a busy line.
        #expect(try CallAnswer(result: "answered", key: "9") == all[2])
        #expect(try CallAnswer(result: "busy", key: "1") == all[3])
        #expect(throws: Problem.self) { try CallAnswer(result: "x", key: "") }
        #expect(CallAnswer(code: "x") == nil)
        #expect(Set(all.map(\.title)).count == all.count)
    }
}
