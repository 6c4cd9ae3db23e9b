import Crypto
import CryptoExtras
import Dispatch
import Domain
import Foundation

/// Hashes passwords with scrypt, off the threads that serve pages.
///
/// Form: `scrypt$N$r$p$salt$key`, salt and key in Base64.
/// - Source: RFC 7914.
package enum Password {
    /// How dear a guess is made; kept with each hash, so that it can rise later.
    package struct Cost: Sendable {
        let rounds: Int
        let blockSize: Int
        let parallelism: Int

        /// - Source: OWASP Password Storage Cheat Sheet (2023): N = 2^16, r = 8, p = 2.
        package static let standard = Cost(rounds: 65_536, blockSize: 8, parallelism: 2)
        /// For accounts that guard nothing: tests, and the sample ward.
        package static let trifling = Cost(rounds: 1024, blockSize: 8, parallelism: 1)
    }

    private static let keyBytes = 32
    /// Two at a time: each takes 64 MB and a core.
    private static let queues = [
        DispatchQueue(label: "canhlua.password.0"), DispatchQueue(label: "canhlua.password.1"),
    ]

    package static func hash(_ password: String, cost: Cost = .standard) async throws -> String {
        var generator = SystemRandomNumberGenerator()
        let salt = Data((0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) })
        let key = try await derive(password, salt: salt, cost: cost)
        return [
            "scrypt", "\(cost.rounds)", "\(cost.blockSize)", "\(cost.parallelism)",
            salt.base64EncodedString(), key.base64EncodedString(),
        ].joined(separator: "$")
    }

    package static func matches(_ password: String, _ stored: String) async throws -> Bool {
        let parts = stored.split(separator: "$").map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]),
            let blockSize = Int(parts[2]), let parallelism = Int(parts[3]),
            let salt = Data(base64Encoded: parts[4]), let expected = Data(base64Encoded: parts[5])
        else { return false }
        let cost = Cost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        guard password.count <= PasswordRules.lengthMax else { return false }
        let key = try await derive(password, salt: salt, cost: cost)
        guard key.count == expected.count else { return false }
        return zip(key, expected).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// A hash that no password matches: checking against it takes as long as
    /// checking a real one.
    static func nobodys(cost: Cost) -> String {
        let empty = Data(count: 32).base64EncodedString()
        return "scrypt$\(cost.rounds)$\(cost.blockSize)$\(cost.parallelism)$\(empty)$\(empty)"
    }

    /// A password for one sign-in: three groups of four, without letters that look alike.
    package static func makeOneTime() -> String {
        var generator = SystemRandomNumberGenerator()
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        return (0..<3).map { _ in
            String((0..<4).map { _ in letters[Int.random(in: letters.indices, using: &generator)] })
        }.joined(separator: "-")
    }

    private static func derive(
        _ password: String, salt: Data, cost: Cost
    ) async throws -> Data {
        let normal = Data(password.precomposedStringWithCompatibilityMapping.utf8)
        let queue = queues[Int.random(in: queues.indices)]
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { @Sendable in
                continuation.resume(
                    with: Result {
                        try KDF.Scrypt.deriveKey(
                            from: normal, salt: salt, outputByteCount: keyBytes,
                            rounds: cost.rounds, blockSize: cost.blockSize,
                            parallelism: cost.parallelism,
                            maxMemory: 256 << 20
                        ).withUnsafeBytes { Data($0) }
                    })
            }
        }
    }
}
