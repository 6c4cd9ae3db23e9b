import Domain
import Hummingbird
import Storage

/// Checks who somebody is, at the same cost and in the same words whether the name exists or not.
enum SignIn {
    enum Outcome: Sendable {
        case welcome(Account)
        /// Wrong password, unknown name, or too many tries, which ask to wait.
        case refused(String, waitSeconds: Int64?)
    }

    static let wrong = "Tên đăng nhập hoặc mật khẩu chưa đúng."

    static func check(
        login: String, password: String, from address: String, _ site: Site
    ) async throws -> Outcome {
        let now = site.now
        if let wait = site.limits.failures.waitSecondsWithoutTaking(for: address, at: now) {
            return waiting(wait)
        }
        let account = try await site.database.read { try $0.accountIfAny(login: login) }
        guard let account else {
            if let wait = site.limits.strangers.waitSeconds(for: login, at: now) {
                return waiting(wait)
            }
            _ = try await Password.matches(password, Password.nobodys(cost: site.passwordCost))
            _ = site.limits.failures.waitSeconds(for: address, at: now)
            let wait = site.limits.strangers.recordFailure(of: login, at: now)
            return wait.map(waiting) ?? .refused(wrong, waitSeconds: nil)
        }
        if let wait = wait(of: account, at: now) { return waiting(wait) }
        guard try await Password.matches(password, account.password) else {
            return try await failed(account, from: address, site)
        }
        guard account.lockedAt == nil else {
            return .refused(
                "Tài khoản đang bị khóa. Hãy liên hệ quản trị hệ thống của phường.",
                waitSeconds: nil)
        }
        return .welcome(account)
    }

    /// Counts a wrong password or code of an account.
    static func failed(
        _ account: Account, from address: String, _ site: Site, saying sentence: String = wrong
    ) async throws -> Outcome {
        _ = site.limits.failures.waitSeconds(for: address, at: site.now)
        let wait = try await site.database.write { tx in
            try tx.recordFailure(of: account, from: "web \(address)")
        }
        return wait.map(waiting) ?? .refused(sentence, waitSeconds: nil)
    }

    /// Whether a signed-in person is still the one who signed in; wrong passwords count as at the
    /// door.
    ///
    /// - Throws: `.invalid` or `.tooMany` with what to show at the field.
    static func confirm(_ password: String, field: String, _ visit: Visit) async throws -> Account {
        let officer = try visit.officer()
        let account = try await visit.site.database.read { tx in
            try tx.account(officer.id, ward: officer.ward)
        }
        let outcome: Outcome
        if let wait = wait(of: account, at: visit.site.now) {
            outcome = waiting(wait)
        } else if try await Password.matches(password, account.password) {
            return account
        } else {
            outcome = try await failed(
                account, from: visit.context.address, visit.site, saying: "Mật khẩu chưa đúng.")
        }
        guard case .refused(let sentence, let wait) = outcome else { return account }
        throw Problem(
            wait == nil ? .invalid : .tooMany, sentence, refusals: [field: sentence],
            waitSeconds: wait)
    }

    /// Lets a person in: a new session with a new token.
    static func begin(_ account: Account, next: String, _ visit: Visit) async throws -> Response {
        let token = SessionCookie.makeToken()
        let formToken = SessionCookie.makeToken()
        let address = visit.context.address
        let agent = String((visit.request.headers[.userAgent] ?? "").prefix(200))
        let earlier = visit.viewer
        try await visit.site.database.write { tx in
            if let earlier { try tx.endSession(earlier.session, by: earlier.officer) }
            try tx.addSession(
                token: token, formToken: formToken, for: account, address: address, agent: agent)
        }
        var response = Response.seeOther(safe(next))
        response.setCookie(SessionCookie.cookie(token, visit.site))
        return response
    }

    static func wait(of account: Account, at now: Instant) -> Int64? {
        guard let until = account.blockedUntil, until > now else { return nil }
        return (until.milliseconds - now.milliseconds + 999) / 1000
    }

    static func waiting(_ seconds: Int64) -> Outcome {
        .refused(
            "Đăng nhập sai quá nhiều lần. Hãy thử lại sau \(SignInRules.words(ofSeconds: seconds)).",
            waitSeconds: seconds)
    }

    /// Only addresses of this site: nobody is led elsewhere by a link to our sign-in.
    static func safe(_ next: String) -> String {
        let isOurs =
            next.hasPrefix("/") && !next.hasPrefix("//") && !next.contains("\\")
            && next.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
        return isOurs ? next : "/work"
    }
}
