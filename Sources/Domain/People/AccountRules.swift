/// What an account must have to be made or changed.
package enum AccountRules {
    package static let loginLengthMin = 3
    package static let loginLengthMax = 40
    package static let nameLengthMax = 120

    /// - Throws: `.invalid` with a refusal for each field.
    package static func check(
        login: String, name: String, role: Role, unit: String?, email: String?
    ) throws(Problem) {
        var refusals: [String: String] = [:]
        // Who does not read everything sees the own unit's work, and without one nothing.
        if unit == nil, !role.may(.readAll) {
            refusals["unit"] =
                "Vai trò «\(role.title)» phải thuộc một đơn vị, nếu không sẽ không có việc nào. Hãy chọn đơn vị."
        }
        let isPlain = login.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || ".-_".utf8.contains($0)
        }
        if !isPlain || !(loginLengthMin...loginLengthMax).contains(login.count) {
            refusals["login"] =
                "Tên đăng nhập gồm \(loginLengthMin) đến \(loginLengthMax) chữ cái không dấu, chữ số, dấu chấm hoặc gạch."
        }
        if name.isEmpty || name.count > nameLengthMax {
            refusals["name"] = "Hãy nhập họ và tên, dài nhất \(nameLengthMax) ký tự."
        }
        if let email, !isPlausible(email: email) {
            refusals["email"] = "Địa chỉ thư «\(email)» không đúng. Hãy nhập như ten@phuong.gov.vn."
        }
        guard refusals.isEmpty else {
            throw Problem(
                .invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
    }

    /// What a person typed as the telephone number of an account; nil: nothing.
    ///
    /// - Throws: `.invalid` for what is none.
    package static func telephone(_ text: String?) throws(Problem) -> Telephone? {
        guard let text, !text.isEmpty else { return nil }
        guard let phone = Telephone(text: text) else {
            throw Problem(
                .invalid, "Có 1 mục chưa đúng.",
                refusals: [
                    "phone": "«\(text)» không phải là \(Telephone.expected). Hãy nhập lại."
                ])
        }
        return phone
    }

    /// One @, something before it, a dot after it; the post office knows the rest.
    private static func isPlausible(email: String) -> Bool {
        let parts = email.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
            && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".") && email.utf8.count <= 254
            && email.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    /// What the list of accounts searches in, and is sorted by: the name comes first.
    package static func search(_ login: String, _ name: String, _ post: String?) -> String {
        folded([name, login, post ?? ""].joined(separator: " "))
    }
}
