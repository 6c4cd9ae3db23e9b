import Crypto
import Foundation

/// How the receiver of a webhook knows that a body is ours and whole.
///
/// - Source: HMAC-SHA-256, RFC 2104 and FIPS 180-4; written as `sha256=` and hexadecimal digits.
package enum WebhookSignature {
    package static func of(_ body: String, secret: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data(body.utf8), using: SymmetricKey(data: Data(secret.utf8)))
        return "sha256=\(hexadecimal(code))"
    }

    /// Compared in the same time wherever it differs.
    package static func isRight(_ signature: String, of body: [UInt8], secret: String) -> Bool {
        let right = Array(of(String(decoding: body, as: UTF8.self), secret: secret).utf8)
        let given = Array(signature.utf8)
        guard given.count == right.count else { return false }
        return zip(given, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
