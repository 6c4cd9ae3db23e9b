import Documents
import Domain
import Foundation
import Testing

@Suite struct `A letter` {
    private func text(subject: String = "Việc", body: String = "Xin chào", to: String = "a@b.vn")
        -> String
    {
        MailMessage(from: "canhlua@phuong.vn", to: to, subject: subject, body: body, id: "d1")
            .text(at: Instant(milliseconds: 1_795_226_400_000))
    }

    @Test func `has the head that servers ask for`() {
        let lines = text().components(separatedBy: "\r\n")
        #expect(lines[0] == "Date: Sat, 21 Nov 2026 09:00:00 +0700")
        #expect(lines.contains("To: <a@b.vn>"))
        #expect(lines.contains("Message-ID: <d1@phuong.vn>"))
        #expect(lines.contains("Content-Type: text/plain; charset=utf-8"))
        #expect(lines.contains("Content-Transfer-Encoding: base64"))
    }

    @Test func `brings its body through whole`() throws {
        let body = String(repeating: "Rà soát các cơ sở, lập danh sách.\n", count: 20)
        let parts = text(body: body).components(separatedBy: "\r\n\r\n")
        let lines = parts[1].components(separatedBy: "\r\n")
        for line in lines { #expect(line.utf8.count <= 76) }
        let data = try #require(Data(base64Encoded: lines.joined()))
        #expect(String(decoding: data, as: UTF8.self) == body)
    }

    @Test func `cuts a long subject into words of 75 characters`() throws {
        let subject = String(repeating: "Quá hạn đường ngõ ", count: 8)
        let text = text(subject: subject)
        let start = try #require(text.range(of: "Subject: "))
        let end = try #require(text.range(of: "\r\nMessage-ID"))
        let words = text[start.upperBound..<end.lowerBound].components(separatedBy: "\r\n ")
        #expect(words.count > 1)
        var decoded = ""
        for word in words {
            #expect(word.utf8.count <= 75)
            let inner = word.dropFirst("=?utf-8?B?".count).dropLast(2)
            decoded += String(
                decoding: try #require(Data(base64Encoded: String(inner))), as: UTF8.self)
        }
        #expect(decoded == subject)
    }

    @Test func `lets nobody add a line to the head`() {
        let text = text(subject: "a\r\nBcc: x@y.vn", to: "a@b.vn\r\nBcc: x@y.vn")
        #expect(!text.contains("\r\nBcc:"))
    }
}
