/// A key as a person types it: half of all devices that cannot be decrypted have hexadecimal digits
/// read as text, or text as digits, so which of them it is must be said.
///
/// - Source: PROTOCOLS.md 1.6 and 7 (theme 6).
extension AESKey {
    package enum Notation: String, Sendable, CaseIterable {
        case hex, text
    }

    package struct Mistake: Error, Sendable, Hashable {
        package let message: String
    }

    /// Blanks between digits are left out.
    package init(typed: String, as notation: Notation) throws(Mistake) {
        let key: AESKey?
        switch notation {
        case .hex:
            let digits = typed.utf8.filter { $0 != Sign.space && $0 != Sign.dash }
            key = HexDigits.bytes(digits.span, 0..<digits.count).flatMap(AESKey.init(bytes:))
        case .text:
            key = AESKey(bytes: Array(typed.utf8))
        }
        guard let key else {
            throw Mistake(
                message: notation == .hex
                    ? "Khoá hex phải có 32, 48 hoặc 64 chữ số 0–9, A–F; nhập lại đúng khoá trên thiết bị."
                    : "Khoá chữ phải có đúng 16, 24 hoặc 32 ký tự; nhập lại đúng khoá trên thiết bị."
            )
        }
        self = key
    }
}

extension AESKey: CustomStringConvertible, CustomReflectable {
    /// Never the key itself.
    package var description: String { "AES-\(bits)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
