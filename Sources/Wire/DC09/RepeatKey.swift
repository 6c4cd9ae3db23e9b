/// What two frames have in common when one is the repeat of the other.
///
/// A repeat keeps its sequence, but has a new timestamp, padding and CRC when it carries them; and
/// a sequence alone is no identity, as devices begin anew, or never count. Within its window an
/// equal key is the same event, and is acknowledged again but not stored again.
///
/// - Source: SIA DC-09, Annex C.2.3.7; PROTOCOLS.md 1.7.
package struct RepeatKey: Sendable, Hashable {
    /// The listener and the key by which it came, which the caller numbers, and the account.
    package let listener: Int
    package let keyNumber: Int
    package let account: String
    package let sequence: Int
    /// Of token, data and extended data, without padding and time.
    package let content: UInt64

    package init(_ message: DC09Message, listener: Int, keyNumber: Int = 0) {
        self.listener = listener
        self.keyNumber = keyNumber
        account = (message.identity ?? "").uppercased()
        sequence = message.frame.sequence
        content = message.contentHash
    }
}

extension DC09Message {
    /// FNV-1a of 64 bits, equal in every run and on every machine, so that it may be stored.
    package var contentHash: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ bytes: Span<UInt8>, _ range: Range<Int>) {
            for index in range {
                hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
            }
            // No byte of one part is taken for one of the next.
            hash = (hash ^ 0x100) &* 0x100_0000_01B3
        }
        add(frame.bytes.span, frame.tokenRange)
        add(text.span, dataRange)
        add(text.span, extendedRange)
        return hash
    }
}
