/// What a new password must be: long, not among the commonest, not the person's own name.
///
/// No rule asks for kinds of characters: they make passwords worse.
/// - Source: NIST SP 800-63B, section 5.1.1.2.
package enum PasswordRules {
    /// NIST asks for at least 8; ten cost little more to type and much more to guess.
    package static let lengthMin = 10
    /// Room for whole sentences; bounds the work of one sign-in.
    package static let lengthMax = 200
    /// Names shorter than this stand in too many good passwords.
    private static let nameLengthMin = 4

    /// - Throws: `.invalid` that says what is wrong with it.
    package static func check(
        _ password: String, login: String, name: String
    ) throws(Problem) {
        guard password.count >= lengthMin else {
            throw refused(
                "Mật khẩu phải có ít nhất \(lengthMin) ký tự. Hãy dùng vài từ không liên quan đến nhau."
            )
        }
        guard password.count <= lengthMax else {
            throw refused("Mật khẩu dài nhất \(lengthMax) ký tự.")
        }
        let plain = letters(of: password)
        guard !CommonPasswords.all.contains(plain), !isMonotonous(password) else {
            throw refused("Mật khẩu này quá dễ đoán. Hãy dùng vài từ không liên quan đến nhau.")
        }
        let names = [letters(of: login), letters(of: name)]
        for name in names where name.count >= nameLengthMin && plain.contains(name) {
            throw refused("Mật khẩu không được chứa tên hay tên đăng nhập của chính người dùng.")
        }
    }

    private static func refused(_ message: String) -> Problem {
        Problem(.invalid, message, refusals: ["password": message])
    }

    /// Without case, marks, spaces and the digits and signs that people add at both ends, and with
    /// the usual digits for letters read as letters: `M@tKhau2026!` → `matkhau`.
    private static func letters(of text: String) -> String {
        let plain = folded(text).unicodeScalars.map(Character.init).filter { $0 != " " }
        let isLetter = { (letter: Character) in letter.isASCII && letter.isLetter }
        guard let first = plain.firstIndex(where: isLetter),
            let last = plain.lastIndex(where: isLetter)
        else { return String(plain) }
        return String(plain[first...last].compactMap { spellings[$0] ?? (isLetter($0) ? $0 : nil) })
    }

    private static let spellings: [Character: Character] = [
        "@": "a", "4": "a", "3": "e", "1": "i", "0": "o", "$": "s", "5": "s", "7": "t",
    ]

    /// `aaaaaaaaaa`, `1234567890`, `9876543210`, `abcabcabcabc`.
    private static func isMonotonous(_ password: String) -> Bool {
        let scalars = password.unicodeScalars.map { Int($0.value) }
        if Set(scalars).count <= 3 { return true }
        let steps = zip(scalars, scalars.dropFirst()).map { $1 - $0 }
        let likeOne = steps.filter { $0 == 1 }.count
        let likeBack = steps.filter { $0 == -1 }.count
        // At most two breaks in a run, as in 1234567890.
        return max(likeOne, likeBack) >= steps.count - 2
    }
}
