/// What must be settled before a plan's tasks become assignments.
package enum PlanConfirmation {
    /// - Throws: `.invalid`, with one refusal for each task that has nobody to do it.
    package static func check(_ tasks: [PlanTask], groups: Set<String>) throws(Problem) {
        guard !tasks.isEmpty else {
            throw Problem(
                .invalid, "Kế hoạch chưa có nhiệm vụ nào. Hãy thêm nhiệm vụ trước khi xác nhận.")
        }
        var refusals: [String: String] = [:]
        for task in tasks {
            guard let hindrance = task.hindrance(groups: groups) else { continue }
            refusals[task.id] = "\(task.code). \(task.title): \(hindrance.words)."
        }
        guard refusals.isEmpty else {
            throw Problem(
                .invalid,
                """
                Còn \(refusals.count) nhiệm vụ chưa rõ ai làm. Hãy chọn đơn vị chủ trì, hoặc đánh \
                dấu «Giao sau», rồi xác nhận lại.
                """, refusals: refusals)
        }
    }
}

extension Plan {
    /// - Throws: `.conflict` when the plan was confirmed already.
    package func requireDraft() throws(Problem) {
        guard status == .draft else {
            throw Problem(
                .conflict, "\(name) đã được xác nhận. Hãy tải lại trang để xem bản hiện hành.")
        }
    }
}

extension Problem {
    /// Somebody else wrote since this person looked.
    package static let changedMeanwhile = Problem(
        .conflict,
        "Người khác vừa sửa mục này. Hãy tải lại trang, xem nội dung mới rồi sửa lại nếu còn cần.")

    package var isChangedMeanwhile: Bool { message == Problem.changedMeanwhile.message }
}
