import Domain
import HTTPTypes
import Hummingbird
import Storage

/// The form of a record, made from the fields of its register.
enum RecordForm {
    /// What was typed, by field key.
    static func texts(_ form: Form, _ register: RegisterDescription) -> [String: String] {
        let pairs = register.entered.map { ($0.key, form[$0.key]) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    static func page(
        _ visit: Visit, _ register: RegisterDescription, texts: [String: String],
        id: String? = nil, version: Int = 0, problem: Problem? = nil, twins: [LikelyRecord] = []
    ) async throws -> Response {
        let officer = try visit.officer()
        let typed = Record(id: "", version: 0, cells: texts.mapValues { .text($0) })
        let (units, names) = try await visit.site.database.read { tx in
            (
                try tx.units(of: officer.ward),
                try tx.cellNames(of: [typed] + twins.map(\.record), in: register, for: officer)
            )
        }
        let base = "/registers/\(register.name)"
        let path = id.map { "\(base)/\($0)" } ?? base
        let title = id == nil ? "Thêm \(register.singular)" : "Sửa \(register.singular)"
        let refusals = problem?.refusals ?? [:]
        let entered = Set(register.entered.map(\.key))
        let controls: [HTML] = register.sections.compactMap { section in
            let fields = section.fields.filter {
                entered.contains($0.key) && $0.isSeen(by: officer.role)
            }
            guard !fields.isEmpty else { return nil }
            let controls: [HTML] = fields.map { field in
                let control = control(
                    field, texts[field.key] ?? "", units, names, refusals[field.key])
                return "\(control)\(MapControls.below(field, register))"
            }
            return section.title.map {
                "<fieldset class=\"group\"><legend>\($0)</legend>\(controls)</fieldset>"
            } ?? "\(controls)"
        }
        let status: HTTPResponse.Status =
            problem.map { ProblemPages.status(of: $0.kind) } ?? (twins.isEmpty ? .ok : .conflict)
        return visit.page(
            title, at: .registers, status: status,
            """
            <p class="crumb"><a href="\(path)">← Quay lại</a></p>
            <h1>\(title)</h1>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            \(twinNote(twins, register, names))
            \(register.isMapped ? MapControls.head(visit, ["place", "draw"]) : nil)
            <form class="record-form" method="post" action="\(path)">\(Fields.token(visit.viewer))
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
        _ twins: [LikelyRecord], _ register: RegisterDescription, _ names: CellNames
    ) -> HTML? {
        guard !twins.isEmpty else { return nil }
        let links: [HTML] = twins.map { twin in
            let name = DuplicateWords.title(twin.record, register, names)
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
        _ field: any FieldDescription, _ value: String, _ units: [Storage.Unit],
        _ names: CellNames, _ refusal: String?
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
        case .moment:
            return Fields.text(
                name, label, value: value, type: "datetime-local", hint: field.hint,
                refusal: refusal, isRequired: field.isRequired)
        case .flag:
            return Fields.choice(
                name, label, [("", "Chưa rõ"), ("1", "Có"), ("0", "Không")], value: value,
                hint: field.hint, refusal: refusal)
        case .choice(let choices):
            return Fields.choice(
                name, label, [("", "Chọn")] + choices.map { ($0.value, $0.title) }, value: value,
                hint: field.hint, refusal: refusal)
        case .unit(let isGroup):
            let options = units.filter { $0.kind != .set && (!isGroup || $0.kind == .group) }
            return Fields.choice(
                name, label, [("", "Chưa rõ")] + options.map { ($0.id, $0.name) }, value: value,
                hint: field.hint, refusal: refusal)
        case .shape:
            return Fields.area(
                name, label, value: value, rows: 2, hint: field.hint, refusal: refusal)
        case .record(let register):
            return Fields.named(
                name, label, value: names[value]?.full ?? value,
                source: "/registers/\(register)/choices",
                hint: field.hint ?? "Gõ vài chữ của tên rồi chọn.", refusal: refusal,
                isRequired: field.isRequired)
        }
    }
}
