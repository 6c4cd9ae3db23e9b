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
}
