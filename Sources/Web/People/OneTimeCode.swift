import Crypto
package import Domain
import Foundation

/// Codes of a telephone that change every half minute (TOTP).
///
/// - Source: RFC 6238 (TOTP) over RFC 4226 (HOTP), with SHA-1, six digits and 30 seconds: what
///   every application on telephones understands.
package enum OneTimeCode {
    package static let digits = 6
    package static let stepSeconds: Int64 = 30
    /// The telephone's clock may be one step early or late.
    /// - Source: RFC 6238, section 5.2.
    private static let driftSteps: Int64 = 1
    /// - Source: RFC 4226, section 4, R6: 160 bits.
    private static let secretBytes = 20

    /// A new secret, in Base32.
    static func makeSecret() -> String {
        var generator = SystemRandomNumberGenerator()
        return Base32.text(
            of: (0..<secretBytes).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    /// The step whose code this is, now or one step off; nil when it is none.
    package static func step(matching code: String, secret: String?, at now: Instant) -> Int64? {
        let plain = code.filter { !$0.isWhitespace }
        guard let secret, let key = Base32.bytes(of: secret), plain.utf8.count == digits else {
            return nil
        }
        let current = now.milliseconds / 1000 / stepSeconds
        return (current - driftSteps...current + driftSteps).first {
            self.code(key: key, step: $0) == plain
        }
    }

    /// The code that a telephone with this secret shows.
    package static func code(secret: String, at now: Instant) -> String? {
        Base32.bytes(of: secret).map {
            code(key: $0, step: now.milliseconds / 1000 / stepSeconds)
        }
    }

    /// What the QR code says.
    ///
    /// - Source: Google Authenticator, Key Uri Format.
    static func address(secret: String, login: String, ward: String) -> String {
        let issuer = Address.encoded("Canh Lửa \(ward)")
        return
            "otpauth://totp/\(issuer):\(Address.encoded(login))?secret=\(secret)&issuer=\(issuer)"
    }

    /// - Source: RFC 4226, section 5.3.
    private static func code(key: [UInt8], step: Int64) -> String {
        let message = withUnsafeBytes(of: step.bigEndian) { Data($0) }
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: key)))
        let offset = Int(mac[19] & 0x0F)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let text = String((number & 0x7FFF_FFFF) % 1_000_000)
        return String(repeating: "0", count: digits - text.count) + text
    }
}

/// - Source: RFC 4648, section 6, without padding.
package enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    package static func text(of bytes: [UInt8]) -> String {
        var bits = 0
        var count = 0
        var out: [UInt8] = []
        for byte in bytes {
            bits = (bits << 8 | Int(byte)) & 0xFFFF
            count += 8
            while count >= 5 {
                count -= 5
                out.append(alphabet[bits >> count & 31])
            }
        }
        if count > 0 { out.append(alphabet[bits << (5 - count) & 31]) }
        return String(decoding: out, as: UTF8.self)
    }

    /// nil when there is a character that does not belong.
    package static func bytes(of text: String) -> [UInt8]? {
        var bits = 0
        var count = 0
        var out: [UInt8] = []
        for letter in text.utf8 {
            guard let value = alphabet.firstIndex(of: letter) else { return nil }
            bits = (bits << 5 | value) & 0xFFFF
            count += 5
            if count >= 8 {
                count -= 8
                out.append(UInt8(bits >> count & 0xFF))
            }
        }
        return out
    }
}
