import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Storage

/// The cookie that carries a session, and the proof that a form came from our page.
enum SessionCookie {
    private static let name = "canhlua"
    private static let stepName = "canhlua-step"

    static func viewer(
        of request: Request, _ context: WebContext, _ site: Site
    ) async throws -> Viewer? {
        guard let token = token(name, in: request, site) else { return nil }
        let address = context.address
        let session = try await site.database.read { tx in
            try tx.sessionIfAny(token: token, address: address)
        }
        guard let session else { return nil }
        let unseen = site.now.milliseconds - session.lastSeenAt.milliseconds
        if unseen >= SignInRules.seenSecondsStep * 1000 {
            try await site.database.write { tx in
                try tx.touchSession(token: token, address: address)
            }
        }
        return Viewer(
            officer: session.officer, session: session.id, formToken: session.formToken,
            wardName: session.wardName, unitName: session.unitName,
            mustChangePassword: session.mustChangePassword)
    }

    /// The token of the step between password and code.
    static func step(of request: Request, _ site: Site) -> String? {
        token(stepName, in: request, site)
    }

    /// Forms of the signed-in carry the session's token. A stranger's forms are the sign-in and
    /// the report of a fire, which the browser's own word (Origin, Sec-Fetch-Site) keeps to our page.
    ///
    /// - Throws: `.forbidden` for a request that another site made the browser send.
    /// - Source: OWASP Cross-Site Request Forgery Prevention Cheat Sheet.
    static func checkIntent(
        of request: Request, _ form: Form, _ viewer: Viewer?, _ site: Site
    ) throws(Problem) {
        let forbidden = Problem(
            .forbidden, "Biểu mẫu đã hết hạn. Hãy tải lại trang rồi gửi lại.")
        if let origin = request.headers[.origin],
            !isOurs(origin: origin, host: request.head.authority, site)
        {
            throw forbidden
        }
        if let name = HTTPField.Name("Sec-Fetch-Site"), let from = request.headers[name],
            from == "cross-site" || from == "same-site"
        {
            throw forbidden
        }
        if let viewer, !isSame(form["_token"], viewer.formToken) { throw forbidden }
    }

    /// The address that the site was given, or the host that the browser asked: a page of another
    /// site can choose neither. Behind a proxy that renames the host, only the first holds.
    static func isOurs(origin: String, host: String?, _ site: Site) -> Bool {
        if origin == site.address { return true }
        guard let host, !host.isEmpty else { return false }
        return origin == (site.isSecure ? "https://" : "http://") + host
            || (!site.isSecure && origin == "https://" + host)
    }

    static func cookie(_ token: String, _ site: Site) -> Cookie {
        make(name, token, site, maxAge: nil)
    }

    static func stepCookie(_ token: String, _ site: Site) -> Cookie {
        make(stepName, token, site, maxAge: Int(SignInRules.stepSecondsMax))
    }

    /// 256 random bits, as letters and digits.
    static func makeToken() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<4).map { _ in
            let part = String(UInt64.random(in: 0...UInt64.max, using: &generator), radix: 36)
            return String(repeating: "0", count: 13 - part.count) + part
        }.joined()
    }

    private static func make(
        _ name: String, _ token: String, _ site: Site, maxAge: Int?
    ) -> Cookie {
        Cookie(
            name: full(name, site), value: token, maxAge: token.isEmpty ? 0 : maxAge, path: "/",
            secure: site.isSecure, httpOnly: true, sameSite: .lax)
    }

    /// `__Host-`: the browser itself sees to it that no other host and no plain connection set it.
    ///
    /// - Source: RFC 6265bis, section 4.1.3.2.
    private static func full(_ name: String, _ site: Site) -> String {
        site.isSecure ? "__Host-\(name)" : name
    }

    private static func token(_ name: String, in request: Request, _ site: Site) -> String? {
        let value = request.cookies[full(name, site)]?.value ?? ""
        // Nothing that we give out is longer.
        return value.isEmpty || value.utf8.count > 64 ? nil : value
    }

    /// Takes as long whatever differs.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        return left.count == right.count
            && zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
