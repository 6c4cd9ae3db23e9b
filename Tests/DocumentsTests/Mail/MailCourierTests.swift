import Documents
import Domain
import TestSupport
import Testing

@Suite struct `Sending a letter` {
    private let now = Instant(milliseconds: 1_795_226_400_000)
    private let message = MailMessage(
        from: "canhlua@phuong.vn", to: "lan@phuong.vn", subject: "Hạn", body: "Xin chào\n.\n",
        id: "1")

    private func courier(_ port: Int) throws -> MailCourier {
        try MailCourier(
            url: "smtp://127.0.0.1:\(port)", user: nil, passwordFile: nil,
            from: "canhlua@phuong.vn")
    }

    @Test func `hands it to the server whole`() async throws {
        let server = try FakeMailServer()
        try await courier(server.port).send(message, at: now)
        let lines = server.lines
        #expect(lines.contains { $0.hasPrefix("MAIL FROM:<canhlua@phuong.vn>") })
        #expect(lines.contains("RCPT TO:<lan@phuong.vn>"))
        #expect(lines.contains("Content-Transfer-Encoding: base64"))
        #expect(lines.contains("WGluIGNow6BvCi4K"))
    }

    @Test func `brings back why the server refused`() async throws {
        let server = try FakeMailServer(refusal: "550 no such person")
        let problem = await #expect(throws: Problem.self) {
            try await courier(server.port).send(message, at: now)
        }
        #expect(problem?.kind == .unavailable)
        #expect(problem?.message.contains("550") == true)
    }

    @Test(arguments: ["http://a.vn", "mail.phuong.vn"])
    func `takes only addresses of mail servers`(url: String) {
        #expect(throws: Problem.self) {
            try MailCourier(url: url, user: nil, passwordFile: nil, from: "a@b.vn")
        }
    }
}
