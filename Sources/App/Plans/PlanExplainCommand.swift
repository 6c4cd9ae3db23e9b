import ArgumentParser
import Domain

/// `canhlua plan explain KH-07`: the page of a kind of finding.
struct PlanExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Giải thích một mã thông báo của plan check.")

    @Argument(help: "Mã, ví dụ KH-07; để trống thì in cả sổ tay (docs/checks.md).")
    var code: String?

    func run() throws {
        guard let code else { return Console.say(DiagnosticManual.document) }
        guard let kind = DiagnosticKinds.ofCode(code) else {
            let codes = DiagnosticKinds.all.map(\.code).joined(separator: ", ")
            throw ValidationError("Không có mã «\(code)». Các mã: \(codes).")
        }
        Console.say(DiagnosticManual.page(of: kind))
    }
}
