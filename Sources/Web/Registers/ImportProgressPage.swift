import Domain
import HTTPTypes
import Hummingbird
import Storage

/// How far a long sheet is; the page asks again by itself, without any script.
struct ImportProgressPage: Sendable {
    let register: RegisterDescription
    let fileName: String
    let gauge: ImportJobs.Gauge

    /// Seconds after which the browser asks again.
    private static let refreshSeconds = 2

    var html: HTML {
        let standing = gauge.standing
        let words = "\(standing.rows.vietnamese) trên \(standing.total.vietnamese) dòng"
        let advice =
            gauge.isApplying
            ? "Tất cả vào sổ cùng một lúc, hoặc không gì cả. Người khác vẫn xem được sổ; ai ghi thì phải chờ tới khi nhập xong. Bạn có thể rời trang này."
            : "Chưa có gì vào sổ, không ai phải chờ. Bạn có thể rời trang này rồi quay lại."
        return """
            <p class="crumb"><a href="/registers/\(register.name)/imports">← Nhập từ bảng tính</a></p>
            <h1>\(fileName)</h1>
            <p class="lede">\(gauge.isApplying ? "Đang nhập vào sổ." : "Đang đọc thử.") \(left(standing.secondsLeft))</p>
            \(Panel.section(
                "Tiến độ", note: "\(standing.percent)%",
                """
                <div class="panel__body">\(Meter.bar(percent: standing.percent, label: words))
                <p role="status">\(words)</p><p class="small muted">\(advice)</p></div>
                """))
            """
    }

    private func left(_ seconds: Int?) -> String {
        switch seconds {
        case nil: "Đang mở tệp."
        case .some(let seconds) where seconds >= 60: "Còn khoảng \((seconds + 59) / 60) phút."
        case .some(let seconds): "Còn khoảng \(seconds) giây."
        }
    }

    func response(_ visit: Visit) -> Response {
        var response = visit.page("Đang nhập", at: .registers, html)
        if let refresh = HTTPField.Name("Refresh") {
            response.headers[refresh] = "\(Self.refreshSeconds)"
        }
        return response
    }
}
