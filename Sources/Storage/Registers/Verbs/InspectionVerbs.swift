package import Domain

extension Transaction {
    /// A body signs its section of an inspection; it stays as signed until that body opens it again.
    ///
    /// - Throws: `.forbidden` for another body's section, `.conflict` before the visit or when signed.
    package func signInspection(
        _ id: String, _ section: Inspections.Section, _ result: Inspections.Result, words: String,
        version: Int, by officer: Officer
    ) throws {
        let visit = try inspection(id, section, version: version, by: officer)
        guard visit[Inspections.visited] != nil else {
            throw Problem(.conflict, "Chưa ghi ngày kiểm tra. Hãy ghi ngày kiểm tra rồi ký.")
        }
        guard visit[section.signed] == nil else {
            throw Problem(.conflict, "Phần này đã được ký. Muốn sửa, hãy mở lại phần này.")
        }
        if result == .unmet {
            let found: Int? = try value(
                """
                SELECT COUNT(*) AS value FROM findings
                WHERE ward = \(officer.ward) AND inspection = \(id) AND part = \(section.rawValue)
                    AND ended_at IS NULL
                """)
            guard found ?? 0 > 0 else {
                throw Problem(
                    .invalid, "Kết quả là còn tồn tại mà chưa ghi tồn tại nào.",
                    refusals: ["result": "Hãy ghi ít nhất một tồn tại của phần này rồi ký."])
            }
        }
        guard words.count <= Remark.lengthMax else {
            throw Problem(
                .invalid, "Có 1 mục chưa đúng.",
                refusals: ["words": "Nhận xét dài nhất \(Remark.lengthMax) ký tự."])
        }
        var cells = visit.cells
        cells[section.result.key] = result.cell
        cells[section.words.key] = words.isEmpty ? .empty : .text(words)
        cells[section.signer.key] = .text(officer.name)
        cells[section.signed.key] = today.cell
        try keep(
            cells, over: visit, of: Inspections.description, verb: "inspection.sign",
            ward: officer.ward, by: officer)
    }

    /// - Throws: `.invalid` without a reason.
    package func reopenInspection(
        _ id: String, _ section: Inspections.Section, reason: String, version: Int,
        by officer: Officer
    ) throws {
        let visit = try inspection(id, section, version: version, by: officer)
        guard visit[section.signed] != nil else {
            throw Problem(.conflict, "Phần này chưa được ký.")
        }
        guard !reason.isEmpty, reason.count <= String.fieldLengthMax else {
            throw Problem(
                .invalid, "Có 1 mục chưa đúng.",
                refusals: [
                    "reason": "Hãy ghi lý do mở lại, dài nhất \(String.fieldLengthMax) ký tự."
                ])
        }
        var cells = visit.cells
        cells[section.signer.key] = .empty
        cells[section.signed.key] = .empty
        try keep(
            cells, over: visit, of: Inspections.description, verb: "inspection.reopen",
            with: [JournalChange("reason", to: reason)], ward: officer.ward, by: officer)
    }

    /// Whether an officer answers for a section.
    package func maySign(
        _ visit: Record, _ section: Inspections.Section, _ officer: Officer
    ) -> Bool {
        visit[section.unit].map { $0.id == officer.unit } ?? false
    }

    private func inspection(
        _ id: String, _ section: Inspections.Section, version: Int, by officer: Officer
    ) throws -> Record {
        let visit = try record(id, of: Inspections.description, for: officer, seenBy: nil)
        guard visit.version == version else { throw Problem.changedMeanwhile }
        guard maySign(visit, section, officer) else {
            throw Problem(
                .forbidden, "Chỉ người của đơn vị phụ trách phần này mới ký hoặc mở lại được.")
        }
        return visit
    }
}
