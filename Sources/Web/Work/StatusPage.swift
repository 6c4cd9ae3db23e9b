import Domain
import Hummingbird

/// The rule of status in words, for everybody.
enum StatusPage {
    /// `GET /status`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let rows: [[HTML]] = WorkStatus.allCases.map { status in
            [Tag.state(status.title, WorkWords.tone(status)), words(status)]
        }
        let table = DataTable.cards(
            "Quy tắc tình trạng", [DataTable.Column("Tình trạng"), DataTable.Column("Khi nào")],
            rows)
        return visit.page(
            "Quy tắc tình trạng", at: nil,
            """
            <h1>Thế nào là quá hạn, có nguy cơ?</h1>
            <p class="lede">Một quy tắc cho mọi đơn vị, tính lại mỗi lần mở trang. \
            Dòng trên được xét trước dòng dưới theo thứ tự: được miễn, hoàn thành, chờ xác nhận, \
            quá hạn, có nguy cơ, rồi đến đúng tiến độ hoặc chưa bắt đầu.</p>
            \(Panel.section("Quy tắc", isPadded: false, table))
            \(Panel.section("Cách đếm", counting))
            """)
    }

    private static func words(_ status: WorkStatus) -> HTML {
        switch status {
        case .notStarted: "Chưa có báo cáo tiến độ nào, chưa quá hạn và chưa có nguy cơ."
        case .onTime: "Đã có báo cáo tiến độ, chưa quá hạn và không có nguy cơ."
        case .atRisk:
            """
            Chưa quá hạn, và một trong ba điều sau: còn không quá \(WorkRule.nearDays) ngày mà tỷ lệ \
            đã làm thấp hơn tỷ lệ thời gian đã qua; còn không quá \(WorkRule.watchedDays) ngày mà \
            hơn \(WorkRule.quietDaysMax) ngày không có báo cáo nào; việc không có hạn mà hơn \
            \(WorkRule.undatedQuietDaysMax) ngày (một quý) không có báo cáo nào.
            """
        case .late:
            """
            Hết ngày hạn mà chưa báo cáo hoàn thành. «Trước ngày 05/12» nghĩa là hạn cuối 04/12; \
            «đến ngày», «trong tháng» tính cả ngày cuối. Kỳ bị lỡ của việc định kỳ vẫn nằm đó cho \
            đến khi làm xong hoặc được miễn có lý do.
            """
        case .waiting: "Đơn vị đã báo cáo hoàn thành, cơ quan giao việc chưa xác nhận."
        case .done: "Đã được xác nhận; ngày báo cáo hoàn thành không muộn hơn hạn."
        case .doneLate: "Đã được xác nhận; ngày báo cáo hoàn thành muộn hơn hạn."
        case .excused: "Được miễn, có lý do ghi lại."
        }
    }

    private static let counting: HTML = """
        <p>Nhiều gạch đầu dòng cùng là một việc thì đếm một lần, theo tình trạng xấu nhất. Việc giao \
        chung cho nhiều đơn vị thì mỗi đơn vị một việc, tình trạng riêng.</p>
        <p>Ngày tính theo giờ Việt Nam.</p>
        """
}
