import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Storage

/// The cookie that carries a session, and the proof that a form came from our page.
enum SessionCookie {
    private static let name = "canhlua"

    static func viewer(
        of request: Request, _ context: WebContext, _ site: Site
    ) async throws -> Viewer? {
        guard let token = request.cookies[name]?.value, !token.isEmpty else { return nil }
        let address = context.address
        let session = try await site.database.read { tx in
            try tx.sessionIfAny(token: token, address: address)
        }
        return session.map {
            Viewer(
                officer: $0.officer, session: $0.id, formToken: $0.formToken,
                wardName: $0.wardName, unitName: $0.unitName)
        }
    }

    /// - Throws: `.forbidden` for a request that another site made the browser send.
    static func checkIntent(
        of request: Request, _ form: Form, _ viewer: Viewer?
    ) throws(Problem) {
        let forbidden = Problem(
            .forbidden, "Biểu mẫu đã hết hạn. Hãy tải lại trang rồi gửi lại.")
        if let origin = request.headers[.origin], let host = request.head.authority,
            origin != "null", !origin.hasSuffix("//\(host)")
        {
            throw forbidden
        }
        if let viewer, form["_token"] != viewer.formToken { throw forbidden }
    }

    static func cookie(_ token: String, isSecure: Bool) -> Cookie {
        Cookie(
            name: name, value: token, maxAge: token.isEmpty ? 0 : nil, path: "/",
            secure: isSecure, httpOnly: true, sameSite: .lax)
    }

    /// 256 random bits, as letters and digits.
    static func makeToken() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<4).map { _ in
            let part = String(UInt64.random(in: 0...UInt64.max, using: &generator), radix: 36)
            return String(repeating: "0", count: 13 - part.count) + part
        }.joined()
    }
}
