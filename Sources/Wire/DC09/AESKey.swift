import Crypto
import CryptoExtras
import FoundationEssentials

/// The key that a device and we share.
///
/// - Source: SIA DC-09, 5.6: AES of 128, 192 or 256 bits, CBC, a zero initialization vector.
package struct AESKey: Sendable {
    private let key: SymmetricKey

    package static let sizes: Set<Int> = [16, 24, 32]
    static let blockBytes = 16

    package init?(bytes: [UInt8]) {
        guard AESKey.sizes.contains(bytes.count) else { return nil }
        key = SymmetricKey(data: bytes)
    }

    package var bits: Int { key.bitCount }

    /// The clear text of whole blocks.
    func decrypt(_ cipher: [UInt8]) -> [UInt8]? {
        guard let start = AESKey.start,
            let clear = try? AES._CBC.decrypt(cipher, using: key, iv: start, noPadding: true)
        else { return nil }
        return Array(clear)
    }

    /// The cipher of whole blocks.
    func encrypt(_ clear: [UInt8]) -> [UInt8]? {
        guard let start = AESKey.start,
            let cipher = try? AES._CBC.encrypt(clear, using: key, iv: start, noPadding: true)
        else { return nil }
        return Array(cipher)
    }

    private static let start = try? AES._CBC.IV(ivBytes: [UInt8](repeating: 0, count: blockBytes))
}
