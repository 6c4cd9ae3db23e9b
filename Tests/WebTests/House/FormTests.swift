import Domain
import Testing
import Web

@Suite struct `Reading a form` {
    private func encoded(_ body: String) throws -> Form {
        try Form(contentType: "application/x-www-form-urlencoded", body: Array(body.utf8))
    }

    private func multipart(_ body: String, boundary: String = "xx") throws -> Form {
        try Form(
            contentType: "multipart/form-data; boundary=\(boundary)", body: Array(body.utf8))
    }

    private func part(_ head: String, _ content: String) -> String {
        "--xx\r\nContent-Disposition: form-data; \(head)\r\n\r\n\(content)\r\n"
    }

    @Test func `decodes what browsers encode`() throws {
        let form = try encoded("ten=%C4%90%E1%BB%97+V%C4%83n&a=1&a=2&trong=&chi-ten")
        #expect(form["ten"] == "Đỗ Văn")
        #expect(form.all("a") == ["1", "2"])
        #expect(form.filled("trong") == nil)
        #expect(form["chi-ten"] == "")
    }

    @Test func `reads the query of an address as it reads a body`() throws {
        let form = try Form(query: "q=an+to%C3%A0n&level=&c=2%2B2")
        #expect(form["q"] == "an toàn")
        #expect(form["level"] == "")
        #expect(form["c"] == "2+2")
        #expect(form["q2"] == "")
    }

    @Test func `ends the lines of a text as we do`() throws {
        #expect(try encoded("a=m%E1%BB%99t%0D%0A%0D%0Ahai%0D%0A")["a"] == "một\n\nhai")
        #expect(
            try multipart(part("name=\"a\"", "m\u{1ED9}t\r\nhai") + "--xx--\r\n")["a"] == "một\nhai"
        )
    }

    @Test func `takes broken escapes as they stand`() throws {
        #expect(try encoded("a=%")["a"] == "%")
        #expect(try encoded("a=%4")["a"] == "%4")
        #expect(try encoded("a=100%25+%zz")["a"] == "100% %zz")
        #expect(try encoded("a=%FF")["a"] == "\u{FFFD}")
    }

    @Test func `is bounded in fields`() throws {
        let most = Array(repeating: "a=1", count: Form.fieldsMax).joined(separator: "&")
        #expect(try encoded(most).all("a").count == Form.fieldsMax)
        #expect(throws: Problem.self) { try encoded(most + "&a=1") }
    }

    @Test func `takes files apart from fields`() throws {
        let form = try multipart(
            part("name=\"ghi\"", "chú thích") + part("name=\"rong\"", "")
                + part("name=\"tep\"; filename=\"kế hoạch.docx\"\r\nContent-Type: a/b", "PK\r\n--x")
                + part("name=\"tep\"; filename=\"\"", "") + "--xx--\r\n")
        #expect(form["ghi"] == "chú thích")
        #expect(form["rong"] == "")
        let files = form.files("tep")
        #expect(files.map(\.name) == ["kế hoạch.docx"])
        #expect(files.first?.mediaType == "a/b")
        #expect(files.first?.bytes == Array("PK\r\n--x".utf8))
    }

    @Test func `keeps only the last part of a file's name`() throws {
        for name in ["../../etc/x.txt", "C:\\\\a\\\\x.txt", "x\u{0}.txt"] {
            let form = try multipart(part("name=\"t\"; filename=\"\(name)\"", "1") + "--xx--")
            #expect(form.files("t").map(\.name) == ["x.txt"])
        }
    }

    @Test(arguments: [
        "", "--xx", "--xx\r\n", "--xx\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1",
        "--yy\r\n\r\n1\r\n--yy--", "--xx\r\n\r\n", "--xxa\r\n\r\n1\r\n--xx--",
    ])
    func `refuses one that is cut off`(body: String) {
        #expect(throws: Problem.self) { try multipart(body) }
    }

    @Test func `refuses heads and boundaries longer than any browser's`() throws {
        let long = String(repeating: "a", count: Multipart.headBytesMax)
        #expect(throws: Problem.self) {
            try multipart(part("name=\"\(long)\"", "1") + "--xx--")
        }
        let boundary = String(repeating: "b", count: Multipart.boundaryLengthMax + 1)
        #expect(throws: Problem.self) {
            try multipart("--\(boundary)--", boundary: boundary)
        }
        #expect(throws: Problem.self) {
            try Form(contentType: "text/plain", body: Array("a=b".utf8))
        }
    }

    @Test func `never falls over, whatever is sent`() {
        var random = SystemRandomNumberGenerator()
        let seed =
            part("name=\"a\"; filename=\"b\"", "nội dung") + part("name=\"c\"", "d") + "--xx--\r\n"
        for _ in 0..<3000 {
            var bytes = Array(seed.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let index = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(index..<min(index + 9, bytes.count))
                default: bytes.insert(contentsOf: bytes[index...].prefix(20), at: index)
                }
                if bytes.isEmpty { bytes = [0x2D] }
            }
            for type in ["multipart/form-data; boundary=xx", "application/x-www-form-urlencoded"] {
                // Either it is read, or it is refused in words; nothing else happens.
                do {
                    _ = try Form(contentType: type, body: bytes).names
                } catch { #expect(error.kind == .invalid) }
            }
        }
    }
}
