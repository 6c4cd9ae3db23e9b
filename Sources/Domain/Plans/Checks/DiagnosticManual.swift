/// The pages that explain the kinds of findings, as text.
package enum DiagnosticManual {
    /// The page of one kind, for a terminal.
    package static func page(of kind: DiagnosticKind) -> String {
        """
        \(kind.code) \(kind.title) (\(kind.severity.label))

        \(kind.meaning)

        Vì sao: \(kind.reason)
        Nguồn: \(kind.source)

        Chưa đúng:
        \(indented(kind.wrong))

        Đúng:
        \(indented(kind.right))

        Cách xử lý: \(kind.remedy)

        """
    }

    /// All kinds as one Markdown document; `docs/checks.md` is this text.
    package static var document: String {
        let rows = DiagnosticKinds.all.map {
            "| [\($0.code)](#\($0.code.lowercased())) | \($0.severity.label) | \($0.title) |"
        }
        return """
            # Kiểm tra kế hoạch: các mã thông báo

            `canhlua plan check TỆP…` và trang nhập kế hoạch báo những điều dưới đây. Mã không bao \
            giờ đổi nghĩa. Lỗi làm lệnh kết thúc với mã 1; cảnh báo và gợi ý thì không.

            | Mã | Mức | Tên |
            | --- | --- | --- |
            \(rows.joined(separator: "\n"))

            \(DiagnosticKinds.all.map(section).joined(separator: "\n"))
            """
    }

    private static func section(_ kind: DiagnosticKind) -> String {
        """
        ## \(kind.code)

        **\(kind.title)** (\(kind.severity.label)). \(kind.meaning)

        - Vì sao: \(kind.reason)
        - Nguồn: \(kind.source)
        - Cách xử lý: \(kind.remedy)

        Chưa đúng:

        \(quoted(kind.wrong))

        Đúng:

        \(quoted(kind.right))

        """
    }

    private static func quoted(_ text: String) -> String {
        text.split(separator: "\n").map { "> \($0)" }.joined(separator: "\n>\n")
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    }
}
