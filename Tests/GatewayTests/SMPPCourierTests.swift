import Domain
import Gateway
import TestSupport
import Testing

@Suite struct `Short messages by SMPP` {
    private func courier(
        _ centre: FakeMessageCentre, answerMilliseconds: Int64 = 10_000
    ) throws -> SMPPCourier {
        SMPPCourier(
            try SMPPCentre(
                "smpp://phuong@127.0.0.1:\(centre.port)?from=CANHLUA", password: "bi mat"),
            pause: .milliseconds(1), answerMilliseconds: answerMilliseconds)
    }

    @Test func `reach the centre in Vietnamese, in as many parts as they need`() async throws {
        let centre = try FakeMessageCentre(asks: true)
        defer { centre.end() }
        let courier = try courier(centre)
        let text = "BÁO CHÁY: Chợ Thử, số 1 phố Thử, lúc 02:14 ngày 21/11/2026. Gọi 114 trước tiên."
        try await courier.send(text, to: "0912000001")
        try await courier.send("BAO CHAY cho thu", to: "+84912000002")
        let heard = centre.heard { $0.unbinds == $0.binds.count }
        #expect(heard.binds.first == "phuong:bi mat")
        #expect(heard.messages.map(\.to) == ["84912000001", "84912000001", "84912000002"])
        #expect(heard.messages.map(\.from) == ["CANHLUA", "CANHLUA", "CANHLUA"])
        #expect(heard.messages.map(\.coding) == [8, 8, 0])
        #expect(heard.messages.map(\.messageClass) == [0x40, 0x40, 0])
        #expect(heard.messages.prefix(2).map(\.text).joined() == text)
        #expect(heard.messages[1].bytes.prefix(6).last == 2)
        #expect(heard.messages[0].bytes[3] == heard.messages[1].bytes[3])
        #expect(heard.messages[2].text == "BAO CHAY cho thu")
        #expect(heard.unbinds == heard.binds.count)
        // The centre's enquiry is answered; what it sends that nobody asked for is not understood.
        #expect(heard.answers.prefix(2) == [0x8000_0015, 0x8000_0000])
    }

    @Test func `that are sent together all arrive`() async throws {
        let centre = try FakeMessageCentre()
        defer { centre.end() }
        let courier = try courier(centre)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<9 {
                group.addTask { try await courier.send("so \(number)", to: "091200000\(number)") }
            }
            try await group.waitForAll()
        }
        #expect(Set(centre.heard.messages.map(\.text)).count == 9)
    }

    @Test func `wait for a centre that is throttling`() async throws {
        let centre = try FakeMessageCentre(submits: [0x58, 0x14, 0])
        defer { centre.end() }
        try await courier(centre).send("BAO CHAY", to: "0912000001")
        #expect(centre.heard.messages.map(\.text) == ["BAO CHAY"])
        #expect(centre.heard.enquiries == 2)
        let full = try FakeMessageCentre(submits: [0x58])
        defer { full.end() }
        let problem = await #expect(throws: Problem.self) {
            try await self.courier(full).send("BAO CHAY", to: "0912000001")
        }
        #expect(problem?.message.contains("ESME_RTHROTTLED") == true)
        #expect(full.heard.enquiries == 3)
    }

    @Test func `that the centre does not want stop no other`() async throws {
        let centre = try FakeMessageCentre(submits: [0x0B, 0])
        defer { centre.end() }
        let courier = try courier(centre)
        let problem = await #expect(throws: Problem.self) {
            try await courier.send("BAO CHAY", to: "12")
        }
        #expect(problem?.message.contains("ESME_RINVDSTADR") == true)
        try await courier.send("BAO CHAY", to: "0912000001")
        #expect(centre.heard.messages.count == 1)
    }

    @Test func `say why nobody takes them`() async throws {
        let centre = try FakeMessageCentre(bind: 0x0E)
        defer { centre.end() }
        let problem = await #expect(throws: Problem.self) {
            try await self.courier(centre).send("BAO CHAY", to: "0912000001")
        }
        #expect(problem?.message.contains("ESME_RINVPASWD") == true)
        let silent = try FakeMessageCentre(isSilent: true)
        defer { silent.end() }
        let unanswered = await #expect(throws: Problem.self) {
            try await self.courier(silent, answerMilliseconds: 50).send("A", to: "0912000001")
        }
        #expect(unanswered?.message == "Cổng SMS không trả lời.")
        let gone = try FakeMessageCentre()
        gone.end()
        await #expect(throws: Problem.self) {
            try await self.courier(gone).send("A", to: "0912000001")
        }
    }

    @Test func `go to a centre whose address can be read`() throws {
        let centre = try SMPPCentre("smpp://phuong@sms.vn", password: "")
        #expect(centre.port == 2775)
        #expect(centre.user == "phuong")
        #expect(centre.sender == "")
        for text in [
            "http://a@b", "smpp://b:2775", "smpp://@b", "smpp://a@", "smpp://a@b:0",
            "smpp://a@b:x", "smpp://a@b/c", "smpp://a@b?to=x", "smpp://a@b?from=TWELVELETTER",
            "smpp://seventeen-letters@b",
        ] {
            #expect(throws: Problem.self, "\(text)") { try SMPPCentre(text, password: "") }
        }
        #expect(throws: Problem.self) {
            try SMPPCentre("smpp://a@b", password: "too long!")
        }
    }
}
