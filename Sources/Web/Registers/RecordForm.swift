import Domain
import HTTPTypes
import Hummingbird
import Storage

/// The form of a record, made from the fields of its register.
enum RecordForm {
    /// What was typed, by field key.
    static func texts(_ form: Form, _ register: RegisterDescription) -> [String: String] {
        let pairs = register.fields.map { ($0.key, form[$0.key]) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    static func page(
        _ visit: Visit, _ register: RegisterDescription, texts: [String: String],
        id: String? = nil, version: Int = 0, problem: Problem? = nil, twins: [LikelyRecord] = []
    ) async throws -> Response {
        let officer = try visit.officer()
        let groups = try await visit.site.database.read { tx in
            try tx.residentialGroups(of: officer.ward)
        }
        let base = "/registers/\(register.name)"
        let path = id.map { "\(base)/\($0)" } ?? base
        let title = id == nil ? "Thêm \(register.singular)" : "Sửa \(register.singular)"
        let refusals = problem?.refusals ?? [:]
        let controls: [HTML] = register.fields.map {
            control($0, texts[$0.key] ?? "", groups, refusals[$0.key])
        }
        let status: HTTPResponse.Status =
            problem != nil ? .unprocessableContent : twins.isEmpty ? .ok : .conflict
        return visit.page(
            title, at: .registers, status: status,
            """
            <p class="crumb"><a href="\(path)">← Quay lại</a></p>
            <h1>\(title)</h1>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            \(twinNote(twins, register))
            <form class="narrow" method="post" action="\(path)">\(Fields.token(visit.viewer))
            <input type="hidden" name="version" value="\(version)">
            \(controls)
            \(twins.isEmpty ? nil : Fields.check(anywayKey, "Vẫn lưu: đây là \(register.singular) khác"))
            <div class="row"><button class="button" type="submit">Lưu</button>
            <a class="button button--quiet" href="\(path)">Không lưu</a></div>
            </form>
            """)
    }

    /// Sent when a person has seen the twins of a new record, and it is another one.
    static let anywayKey = "anyway"

    private static func twinNote(
        _ twins: [LikelyRecord], _ register: RegisterDescription
    ) -> HTML? {
        guard !twins.isEmpty else { return nil }
        let links: [HTML] = twins.map { twin in
            let name = DuplicateWords.title(twin.record, register)
            let reason = register.reason(twin.judgement)
            return
                "<li><a href=\"/registers/\(register.name)/\(twin.record.id)\">\(name)</a>: \(reason).</li>"
        }
        return Note.block(
            "Có thể trùng.",
            "Sổ đã có mục giống mục này. Hãy xem; nếu đúng là một, hãy sửa mục đó thay vì thêm.<ul>\(links)</ul>"
        )
    }

    private static func control(
        _ field: any FieldDescription, _ value: String, _ groups: [Storage.Unit], _ refusal: String?
    ) -> HTML {
        let label = field.heading
        let name = field.key
        switch field.control {
        case .line:
            return Fields.text(
                name, label, value: value, hint: field.hint, refusal: refusal,
                isRequired: field.isRequired)
        case .lines:
            return Fields.area(name, label, value: value, hint: field.hint, refusal: refusal)
        case .integer, .real:
            return Fields.text(
                name, label, value: value, hint: field.hint,
                refusal: refusal, isRequired: field.isRequired)
        case .day:
            return Fields.text(
                name, label, value: value, type: "date", hint: field.hint, refusal: refusal,
                isRequired: field.isRequired)
        case .flag:
            return Fields.choice(
                name, label, [("", "Chưa rõ"), ("1", "Có"), ("0", "Không")], value: value,
                hint: field.hint, refusal: refusal)
        case .choice(let choices):
            return Fields.choice(
                name, label, [("", "Chọn")] + choices.map { ($0.value, $0.title) }, value: value,
                hint: field.hint, refusal: refusal)
        case .unit:
            return Fields.choice(
                name, label, [("", "Chưa rõ")] + groups.map { ($0.id, $0.name) }, value: value,
                hint: field.hint, refusal: refusal)
        }
    }
}
