package import Domain
import Foundation

/// Hands messages to another program by HTTP, through `curl`: a webhook, or a gateway of SMS.
package struct HTTPCourier: Sendable {
    /// What is posted.
    package struct Post: Sendable {
        let body: String
        let headers: [(name: String, value: String)]

        package init(
            _ body: String, type: String, headers: [(name: String, value: String)] = []
        ) {
            self.body = body
            self.headers = [("Content-Type", type)] + headers
        }
    }

    let url: String
    /// The first line of this file is sent as a bearer's token: it stands in no command line.
    let tokenFile: String?
    let seconds: Int

    /// What a message takes at most, unless something else is said.
    package static let secondsMax = 20
    private static let connectSecondsMax = 5

    /// - Throws: `.invalid` for an address that is none.
    package init(
        url: String, tokenFile: String?, seconds: Int = HTTPCourier.secondsMax
    ) throws(Problem) {
        guard url.hasPrefix("http://") || url.hasPrefix("https://") else {
            throw Problem(
                .invalid,
                "Địa chỉ nhận tin phải bắt đầu bằng https:// (hoặc http:// trong mạng nội bộ).")
        }
        self.url = url
        self.tokenFile = tokenFile
        self.seconds = seconds
    }

    /// Posts all at once and waits for their answers of 2xx.
    ///
    /// - Returns: why the other program did not take each, in their order; nil: it did.
    package func post(_ posts: [Post]) async throws -> [Problem?] {
        let token = try bearer()
        let transfers = posts.map { post in
            CurlTransfers.Transfer(settings: settings(of: post, token), body: post.body)
        }
        let reasons = try await CurlTransfers(
            handing: ("data-binary", "@"), secondsMax: seconds,
            connectSecondsMax: Self.connectSecondsMax
        ).run(transfers)
        return reasons.map { reason in
            reason.map { Problem(.unavailable, "Nơi nhận tin chưa nhận: \($0)") }
        }
    }

    /// Posts one and waits for its answer of 2xx.
    ///
    /// - Throws: `.unavailable` with the other program's reason.
    package func post(_ post: Post) async throws {
        if let problem = try await self.post([post]).first ?? nil { throw problem }
    }

    /// A field of a form, as `application/x-www-form-urlencoded` writes it.
    package static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F:
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }

    private func bearer() throws -> String? {
        guard let tokenFile else { return nil }
        let text = try String(contentsOfFile: tokenFile, encoding: .utf8)
        return text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    }

    private func settings(of post: Post, _ token: String?) -> [String] {
        let headers = post.headers + (token.map { [("Authorization", "Bearer \($0)")] } ?? [])
        return ["fail", "url = \(CurlTransfers.quoted(url))", "proto = \"=http,https\""]
            + headers.map { "header = \(CurlTransfers.quoted("\($0.name): \($0.value)"))" }
    }
}
