import Domain
import HTTPTypes
import Hummingbird
import Storage

/// The form of an account, new or kept.
struct AccountForm: Sendable {
    var id: String?
    var version = 0
    var login = ""
    var name = ""
    var role: Role?
    var unit: String?
    var post: String?
    var email: String?
    /// As it was typed.
    var phone: String?

    init() {}

    init(_ account: Account) {
        id = account.id
        version = account.version
        login = account.login
        name = account.name
        role = account.role
        unit = account.unit
        post = account.post
        email = account.email
        phone = account.phone?.shown
    }

    init(_ form: Form, of account: Account? = nil) {
        id = account?.id
        version = Int(form["version"]) ?? 0
        login = account?.login ?? form["login"]
        name = form["name"]
        role = Role(rawValue: form["role"])
        unit = form.filled("unit")
        post = form.filled("post")
        email = form.filled("email")
        phone = form.filled("phone")
    }

    /// - Throws: `.invalid` when none was chosen.
    func requiredRole() throws(Problem) -> Role {
        guard let role else {
            throw Problem(
                .invalid, "Hãy chọn vai trò.", refusals: ["role": "Hãy chọn vai trò."])
        }
        return role
    }

    static func page(
        _ visit: Visit, _ form: AccountForm, refusals: [String: String],
        status: HTTPResponse.Status
    ) async throws -> Response {
        let officer = try visit.officer()
        let units = try await visit.site.database.read { tx in try tx.units(of: officer.ward) }
        let title = form.id == nil ? "Thêm tài khoản" : "Sửa tài khoản \(form.login)"
        let back = form.id.map { "/accounts/\($0)" } ?? "/accounts"
        let action = form.id.map { "/accounts/\($0)" } ?? "/accounts"
        let lede =
            form.id == nil
            ? "Chương trình tạo mật khẩu dùng một lần và hiện ở trang sau."
            : "Vai trò và đơn vị mới có hiệu lực ngay; việc đã làm vẫn ghi tên cũ trong nhật ký."
        return visit.page(
            title, at: .people, status: status,
            """
            <p class="crumb"><a href="\(back)">← Quay lại</a></p>
            <h1>\(title)</h1>
            <p class="lede">\(lede)</p>
            \(refusals.isEmpty ? nil : Fields.summary("Có \(refusals.count) mục chưa đúng.", refusals))
            <form class="narrow" method="post" action="\(action)">\(Fields.token(visit.viewer))
            <input type="hidden" name="version" value="\(form.version)">
            \(form.identity(refusals))
            \(form.place(units, refusals))
            <div class="row"><button class="button" type="submit">\(form.id == nil ? "Lập tài khoản" : "Lưu")</button>
            <a class="button button--quiet" href="\(back)">Không lưu</a></div>
            </form>
            """)
    }

    private func identity(_ refusals: [String: String]) -> HTML {
        let loginField: HTML? =
            id == nil
            ? Fields.text(
                "login", "Tên đăng nhập", value: login,
                hint: "Chữ cái không dấu, chữ số, dấu chấm; không đổi được về sau.",
                refusal: refusals["login"], isRequired: true, autocomplete: "off")
            : nil
        return """
            \(Fields.text("name", "Họ và tên", value: name, refusal: refusals["name"],
                isRequired: true, autocomplete: "off"))
            \(loginField)
            """
    }

    private func place(_ units: [Storage.Unit], _ refusals: [String: String]) -> HTML {
        let roles = [("", "Chọn vai trò")] + Role.allCases.map { ($0.rawValue, $0.title) }
        let choices =
            [("", "Không thuộc đơn vị nào")]
            + units.filter { !$0.isGroup }.map { ($0.id, $0.name) }
        return """
            \(Fields.choice("role", "Vai trò", roles, value: role?.rawValue ?? "",
                hint: "Vai trò quyết định người này được làm gì.", refusal: refusals["role"]))
            \(Fields.choice("unit", "Đơn vị", choices, value: unit ?? "",
                hint: "Người này thấy và báo cáo việc của đơn vị này và các đơn vị dưới nó.",
                refusal: refusals["unit"]))
            \(Fields.text("post", "Chức vụ", value: post ?? "", autocomplete: "off"))
            \(Fields.text("email", "Thư điện tử", value: email ?? "", type: "email",
                hint: "Để nhận bản tin nhắc việc buổi sáng; có thể để trống.",
                refusal: refusals["email"], autocomplete: "off"))
            \(Fields.text("phone", "Số điện thoại", value: phone ?? "", type: "tel",
                hint: "Để nhận tin nhắn khi có báo cháy chưa ai nhận; có thể để trống.",
                refusal: refusals["phone"], autocomplete: "off"))
            """
    }
}
