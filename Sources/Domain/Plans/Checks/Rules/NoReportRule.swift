/// A plan that asks for no report at all.
enum NoReportRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-23", "Kế hoạch không quy định báo cáo", .warning,
        meaning: "Không câu nào trong kế hoạch nói ai báo cáo kết quả cho ai.",
        reason: "Kế hoạch được giao đi mà không có đường về; cuối năm không có gì để tổng hợp.",
        source: "Phần \"Tổ chức thực hiện\" của kế hoạch: theo dõi, tổng hợp và báo cáo kết quả.",
        wrong: "III. TỔ CHỨC THỰC HIỆN: Các đơn vị căn cứ Kế hoạch này triển khai thực hiện.",
        right: """
            III. TỔ CHỨC THỰC HIỆN: … báo cáo kết quả về UBND xã (qua Công an xã) trước ngày 20/11 \
            hằng năm.
            """,
        remedy: "Đặt kỳ báo cáo cho kế hoạch này trong hệ thống: ai, gửi ai, ngày nào.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        guard plan.reading.reports.isEmpty, !plan.tasks.isEmpty else { return [] }
        let last = plan.reading.sections.last { $0.kind == .heading }
        return [
            plan.report(
                kind, line: last?.line ?? 1, section: last?.path, quoting: last?.title ?? "",
                "Kế hoạch có \(plan.tasks.count) nhiệm vụ nhưng không quy định chế độ báo cáo.")
        ]
    }
}
