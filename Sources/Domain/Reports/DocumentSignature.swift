/// Who signs, and in whose name (quyền hạn, chức vụ, họ tên).
package struct DocumentSignature: Sendable, Equatable, Codable {
    /// In what right a person signs.
    package enum Authority: String, Sendable, CaseIterable, Codable {
        /// Thay mặt (TM.).
        case onBehalf
        /// Ký thay (KT.).
        case deputy
        /// Thừa lệnh (TL.).
        case byOrder
        /// Thừa uỷ quyền (TUQ.).
        case byAuthority
        /// Quyền (Q.).
        case acting
    }

    package struct Line: Sendable, Equatable, Codable {
        package let authority: Authority?
        package let text: String

        package init(_ text: String) {
            authority = nil
            self.text = text
        }

        package init(_ authority: Authority, _ text: String) {
            self.authority = authority
            self.text = text
        }
    }

    /// From the top: `(.onBehalf, "Ủy ban nhân dân")`, `(.deputy, "Chủ tịch")`, `"Phó Chủ tịch"`.
    package var lines: [Line]
    /// Without academic titles; nil leaves it to be filled in.
    package var name: String?

    package init(lines: [Line], name: String?) {
        self.lines = lines
        self.name = name
    }
}
