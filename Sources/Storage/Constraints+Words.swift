enum Constraints {
    struct Known {
        let names: Set<String>
        let message: String
    }

    static let general =
        "Dữ liệu vừa gửi trùng hoặc không khớp với dữ liệu đã có. Hãy tải lại trang rồi thử lại."

    static let known: [Known] = [
        Known(
            names: [
                "assignment_units_one_lead", "assignment_units.ward, assignment_units.assignment",
            ],
            message:
                "Nhiệm vụ đã có một đơn vị chủ trì. Mỗi việc chỉ một đầu mối: hãy đổi đơn vị chủ trì thay vì thêm."
        ),
        Known(
            names: ["documents_number", "documents.ward, documents.number_key"],
            message:
                "Thư viện đã có văn bản mang số này, cùng năm và cùng cấp. Hãy mở văn bản đã có."),
        Known(
            names: [
                "unit_plans_once",
                "unit_plans.ward, unit_plans.document, unit_plans.unit, unit_plans.number",
            ],
            message: "Kế hoạch này của đơn vị đã được ghi."),
        Known(
            names: [
                "report_period_documents_once", "report_period_documents_words",
                "report_period_documents.ward, report_period_documents.period, report_period_documents.document",
                "report_period_documents.ward, report_period_documents.period, report_period_documents.words",
            ],
            message: "Báo cáo đã ghi lồng ghép với văn bản này."),
        Known(
            names: [
                "reviews_once",
                "reviews.ward, reviews.plan, reviews.unit, reviews.kind, reviews.day",
            ],
            message: "Cuộc sơ kết, tổng kết này đã được ghi."),
        Known(
            names: ["reports_once", "reports.ward, reports.period, reports.revision"],
            message: "Kỳ này đã có báo cáo đang soạn. Hãy tải lại trang rồi mở báo cáo đó."),
        Known(
            names: ["reports_corrected_once", "reports.ward, reports.corrects"],
            message: "Báo cáo này đã có dự thảo đính chính. Hãy mở dự thảo đó."),
        Known(
            names: ["accounts_login", "accounts.login"],
            message: "Tên đăng nhập đã có người dùng. Hãy chọn tên khác."),
        Known(
            names: [
                "alarm_accounts_number",
                "alarm_accounts.number, alarm_accounts.receiver, alarm_accounts.line",
            ],
            message:
                "Số tài khoản báo cháy này đã cấp cho một thiết bị, ở phường này hoặc nơi khác. Hãy đặt số khác trên thiết bị."
        ),
        Known(
            names: ["alarm_events_append_only"],
            message: "Tín hiệu đã nhận chỉ được ghi thêm, không được sửa hay xóa."),
        Known(
            names: ["journal_append_only"],
            message: "Nhật ký chỉ được ghi thêm, không được sửa hay xóa."),
        Known(
            names: ["unit_aliases_key", "unit_aliases.ward, unit_aliases.alias"],
            message: "Cách viết này đã thuộc về một đơn vị. Hãy bỏ ở đơn vị kia trước."),
    ]
}
