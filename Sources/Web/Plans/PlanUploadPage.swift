import Documents
import Domain
import HTTPTypes
import Storage

/// The form on which a plan, or an amended text of one, is handed in.
struct PlanUploadPage: Sendable {
    let viewer: Viewer?
    var text = ""
    var problem: Problem?
    var twin: PlanIsHere?
    /// The plan whose amended text is handed in.
    var amended: Plan?
    var script = ""

    var status: HTTPResponse.Status {
        if twin != nil { return .conflict }
        return problem.map { ProblemPages.status(of: $0.kind) } ?? .ok
    }

    var html: HTML {
        let action = amended.map { "/plans/\($0.id)/versions" } ?? "/plans"
        return """
            <script type="module" src="\(script)"></script>
            <div class="readable">
            \(head)
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            \(twin.map(twinNote))
            <form method="post" action="\(action)" enctype="multipart/form-data" \
            data-bytes-max="\(PlanFile.sizeMax)">
            \(Fields.token(viewer))
            \(fields)
            <button class="button" type="submit">Đọc kế hoạch</button>
            </form>
            </div>
            """
    }

    private var head: HTML {
        if let amended {
            return """
                <p class="small"><a href="/plans/\(amended.id)">← \(amended.name)</a></p>
                <h1>Nhập bản sửa đổi</h1>
                <p class="lede">Canh Lửa so bản mới với kế hoạch hiện hành và cho xem khác biệt. Chưa có \
                gì thay đổi cho đến khi bạn cho bản mới hiệu lực.</p>
                """
        }
        return """
            <h1>Nhập kế hoạch</h1>
            <p class="lede">Canh Lửa đọc văn bản, tách từng nhiệm vụ, đơn vị, thời hạn và chỉ tiêu để \
            bạn xem lại. Chưa có gì được giao cho đến khi bạn xác nhận.</p>
            """
    }

    private var fields: HTML {
        """
        \(FileUpload.field(
            "file", "Tệp kế hoạch", accept: ".txt,.docx,.pdf,.png,.jpg,.jpeg,.tif,.tiff",
            hint: "Word (.docx), PDF, văn bản (.txt), hoặc ảnh quét (đọc vài giây mỗi trang); lớn nhất \(PlanFile.sizeMax / 1_048_576) MB.",
            refusal: problem?.refusals["file"]))
        \(Fields.area(
            "text", "Hoặc dán nội dung", value: text, rows: 8,
            hint: "Dán cả văn bản, từ số hiệu đến nơi nhận."))
        """
    }

    private func twinNote(_ twin: PlanIsHere) -> HTML {
        let reason =
            twin.isSameFile
            ? "Tệp này đã được nhập trước đây"
            : "Kế hoạch cùng số, ngày và cơ quan ban hành, hoặc cùng nội dung, đã có"
        let advice: HTML? =
            amended == nil
            ? " Nếu đây là bản sửa đổi, hãy mở kế hoạch ấy rồi chọn «Nhập bản sửa đổi»; nếu là bản đã ký của một bản nháp, hãy bổ sung số, ngày ở đó."
            : nil
        return """
            <div class="error-summary" role="alert" tabindex="-1">
            <p><span aria-hidden="true">●</span> \(reason), nên không lưu thêm lần nữa.</p>
            <p><a href="/plans/\(twin.plan.id)">Xem \(twin.plan.name)</a>.\(advice)</p>
            </div>
            """
    }
}
