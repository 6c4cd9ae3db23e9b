import Foundation
import TestSupport
import Testing

@Suite struct `Programs that subscribe to warnings` {
    private func setting() throws -> (store: String, secret: String) {
        let folder = TestFolder.url
            .appending(path: "canhlua-warning-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let (store, secret) = (folder + "/a.sqlite", folder + "/secret")
        #expect(try Program.run("sample", "--small", "--database", store).status == 0)
        try Data("bí mật để ký tin\n".utf8).write(to: URL(filePath: secret))
        return (store, secret)
    }

    @Test func `are added, listed and ended`() throws {
        let (store, secret) = try setting()
        let url = "https://tinh.test/cap"
        func run(_ arguments: String...) throws -> (text: String, complaint: String, status: Int32)
        {
            try Program.run(["warning"] + arguments + ["--database", store])
        }
        #expect(try run("subscribers").text == "Chưa có nơi nhận nào.\n")
        let added = try run("subscribe", url, "--webhook-secret-file", secret)
        #expect(added.text == "Cảnh báo mới sẽ được gửi đến \(url).\n")
        let listed = try run("subscribers").text
        #expect(listed.hasPrefix("\(url)\ttừ "))
        #expect(listed.contains("đang chờ 0\tkhông gửi được 0"))
        #expect(!listed.contains("bí mật"))
        let again = try run("subscribe", url, "--webhook-secret-file", secret)
        #expect(again.status != 0)
        #expect(again.complaint.hasPrefix("Địa chỉ này đã nhận cảnh báo"))
        #expect(try run("unsubscribe", url).text == "Đã thôi gửi cảnh báo đến \(url).\n")
        #expect(try run("unsubscribe", url).status != 0)
        #expect(try run("subscribers").text == "Chưa có nơi nhận nào.\n")
    }

    @Test func `need a secret, an address and a ward`() throws {
        let (store, secret) = try setting()
        let short = secret + "-short"
        try Data("ngắn\n".utf8).write(to: URL(filePath: short))
        for (url, file, ward, words) in [
            ("https://a.test", secret + "-none", nil, "Không đọc được bí mật"),
            ("https://a.test", short, nil, "16"),
            ("ftp://a.test", secret, nil, "http"),
            ("https://a.test", secret, "00000", "--ward: 99001"),
        ] as [(String, String, String?, String)] {
            let said = try Program.run(
                ["warning", "subscribe", url, "--webhook-secret-file", file, "--database", store]
                    + (ward.map { ["--ward", $0] } ?? []))
            #expect(said.status != 0)
            #expect(said.complaint.contains(words), "\(said.complaint)")
        }
        let listed = try Program.run("warning", "subscribers", "--database", store)
        #expect(listed.text == "Chưa có nơi nhận nào.\n")
    }
}
