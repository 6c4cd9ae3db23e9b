import Crypto
import CryptoExtras
import FoundationEssentials

/// AES-CBC with a zero vector, to write clear texts that our encoder never writes.
enum TestCipher {
    static func encrypt(_ clear: [UInt8], key: [UInt8]) -> String {
        guard let start = try? AES._CBC.IV(ivBytes: [UInt8](repeating: 0, count: 16)),
            let cipher = try? AES._CBC.encrypt(
                clear, using: SymmetricKey(data: key), iv: start, noPadding: true)
        else { return "" }
        return cipher.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}
