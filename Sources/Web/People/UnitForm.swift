import Domain
import HTTPTypes
import Hummingbird
import Storage

/// The form of a unit, new or kept.
struct UnitForm: Sendable {
    var id: String?
    var version = 0
    var name = ""
    var shortName: String?
    var kind: Storage.Unit.Kind?
    var parent: String?

    init() {}

    init(_ detail: UnitDetail) {
        id = detail.unit.id
        version = detail.version
        name = detail.unit.name
        shortName = detail.unit.shortName
        kind = detail.unit.kind
        parent = detail.parent
    }

    init(_ form: Form, id: String? = nil) {
        self.id = id
        version = Int(form["version"]) ?? 0
        name = form["name"]
        shortName = form.filled("shortName")
        kind = Storage.Unit.Kind(rawValue: form["kind"])
        parent = form.filled("parent")
    }

    /// - Throws: `.invalid` when none was chosen.
    func requiredKind() throws(Problem) -> Storage.Unit.Kind {
        guard let kind else {
            throw Problem(.invalid, "Hãy chọn loại.", refusals: ["kind": "Hãy chọn loại."])
        }
        return kind
    }

    static func page(
        _ visit: Visit, _ form: UnitForm, refusals: [String: String], status: HTTPResponse.Status
    ) async throws -> Response {
        let officer = try visit.officer()
        let units = try await visit.site.database.read { tx in try tx.units(of: officer.ward) }
        let title = form.id == nil ? "Thêm đơn vị" : "Sửa đơn vị"
        let path = form.id.map { "/units/\($0)" } ?? "/units"
        return visit.page(
            title, at: .people, status: status,
            """
            <p class="crumb"><a href="\(path)">← Quay lại</a></p>
            <h1>\(title)</h1>
            <p class="lede">Tên đặt như trong văn bản của phường; tên cũ vẫn được nhận ra trong các kế hoạch trước.</p>
            \(refusals.isEmpty ? nil : Fields.summary("Có \(refusals.count) mục chưa đúng.", refusals))
            <form class="narrow" method="post" action="\(path)">\(Fields.token(visit.viewer))
            <input type="hidden" name="version" value="\(form.version)">
            \(form.fields(units, refusals))
            <div class="row"><button class="button" type="submit">Lưu</button>
            <a class="button button--quiet" href="\(path)">Không lưu</a></div>
            </form>
            """)
    }

    private func fields(_ units: [Storage.Unit], _ refusals: [String: String]) -> HTML {
        let kinds =
            [("", "Chọn loại")] + Storage.Unit.Kind.allCases.map { ($0.rawValue, $0.title) }
        let parents =
            [("", "Không thuộc đơn vị nào")]
            + units.filter { $0.id != id && !$0.isGroup }.map { ($0.id, $0.name) }
        return """
            \(Fields.text("name", "Tên đầy đủ", value: name, refusal: refusals["name"],
                isRequired: true))
            \(Fields.text("shortName", "Tên gọn", value: shortName ?? "",
                hint: "Dùng trong bảng hẹp, như «Phòng KT-HT-ĐT».", refusal: refusals["shortName"]))
            \(Fields.choice("kind", "Loại", kinds, value: kind?.rawValue ?? "",
                hint: "«Nhóm đơn vị» là tên chung của nhiều đơn vị; việc giao cho nhóm là việc của từng thành viên.",
                refusal: refusals["kind"]))
            \(Fields.choice("parent", "Thuộc", parents, value: parent ?? "",
                hint: "Người của đơn vị trên thấy việc của đơn vị dưới.", refusal: refusals["parent"]))
            """
    }
}
