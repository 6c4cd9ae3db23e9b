/// The registers as a document, read from their declarations.
package enum RegisterManual {
    /// All registers by area as one Markdown document; `docs/registers.md` is this text.
    package static var document: String {
        let areas = RegisterArea.allCases.filter { area in
            Registers.all.contains { $0.area == area }
        }
        return """
            # Các sổ

            Có \(Registers.all.count) sổ. Tài liệu này lấy từ khai báo của từng sổ trong \
            `Sources/Domain/Registers`; thêm sổ thế nào: `docs/adding-a-register.md`. Tổ trưởng \
            tổ dân phố chỉ xem và ghi phần của tổ mình ở sổ có dấu ◦. Cột *riêng tư* đếm các mục \
            mà không phải ai xem được sổ cũng thấy.

            \(areas.map(section).joined(separator: "\n"))
            """
    }

    private static func section(_ area: RegisterArea) -> String {
        let rows = Registers.all.filter { $0.area == area }.map(row)
        return """
            ## \(area.title)

            | Sổ | Tên bảng | Theo | Ai ghi | Ai xem thêm | Mục | Riêng tư |
            | --- | --- | --- | --- | --- | ---: | ---: |
            \(rows.joined(separator: "\n"))

            """
    }

    private static func row(_ register: RegisterDescription) -> String {
        let access = register.access
        let mark = access.groupField == nil ? "" : " ◦"
        let hidden = register.fields.count { $0.seenBy != nil }
        let cells = [
            "\(register.title)\(mark)", "`\(register.name)`", register.source,
            named(access.writers), named(access.readers.subtracting(access.writers)),
            "\(register.fields.count)", hidden == 0 ? "" : "\(hidden)",
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    private static func named(_ roles: Set<Role>) -> String {
        Role.allCases.filter { roles.contains($0) && $0 != .administrator }.map(\.title)
            .joined(separator: ", ")
    }
}
