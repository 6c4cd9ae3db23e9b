/// Stands for AES: the clear text is the cipher, so that what is found in the grammar of clear texts
/// is not hidden behind a key, and the fuzz target needs no package but our own.
package struct AESKey: Sendable {
    package static let sizes: Set<Int> = [16, 24, 32]
    static let blockBytes = 16

    package let bits: Int

    package init?(bytes: [UInt8]) {
        guard AESKey.sizes.contains(bytes.count) else { return nil }
        bits = bytes.count * 8
    }

    func decrypt(_ cipher: [UInt8]) -> [UInt8]? { cipher }
    func encrypt(_ clear: [UInt8]) -> [UInt8]? { clear }
}
