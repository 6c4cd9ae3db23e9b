import ArgumentParser
import Documents
import Domain
import Foundation

/// `canhlua plan check FILE…`: says what is wrong in plans, as a compiler does.
struct PlanCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Kiểm tra kế hoạch; nhiều tệp được so sánh với nhau.",
        discussion: """
            Mã kết thúc: 0 không có lỗi (có thể có cảnh báo, gợi ý); 1 có lỗi; 65 tệp không đọc \
            được; 66 không có tệp. Ý nghĩa từng mã thông báo: canhlua plan explain KH-07.
            """)

    @Argument(help: "Các tệp kế hoạch.") var files: [String]
    @Option(help: "text hoặc json.") var format = Format.text
    @Option(help: "Chỉ báo từ mức này: hint, warning, error.") var from = Severity.hint
    @Option(help: "Tệp JSON của thư viện văn bản, thay cho thư viện có sẵn.") var library: String?
    @Option(help: "Ngày xét hiệu lực văn bản, YYYY-MM-DD; mặc định là hôm nay.") var today: String?

    enum Format: String, ExpressibleByArgument { case text, json }

    enum Severity: String, ExpressibleByArgument {
        case hint, warning, error

        var value: PlanDiagnostic.Severity {
            switch self {
            case .hint: return .hint
            case .warning: return .warning
            case .error: return .error
            }
        }
    }

    func run() async throws {
        do {
            let found = try await check()
            let shown = found.filter { $0.severity >= from.value }
            switch format {
            case .text: Console.say(DiagnosticText.listing(shown, plans: files.count))
            case .json: Console.say(try json(shown))
            }
            if found.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
        } catch let problem as Problem {
            Console.complain(problem.message)
            throw ExitCode(problem.exitStatus)
        }
    }

    private func check() async throws -> [PlanDiagnostic] {
        var readings: [PlanReading] = []
        var sources: [String: SourceText] = [:]
        for file in files {
            let source = try await PlanFile.read(path: file)
            sources[file] = source
            let reading = PlanReader.read(source, file: file)
            let likeness = PlanLikeness(of: reading, in: source)
            if !likeness.isPlan { Console.complain("\(file): \(likeness.sentence)") }
            readings.append(reading)
        }
        let documents = try library.map(readLibrary) ?? .known
        let found = PlanCheck.run(readings, library: documents, today: try day())
        return found.map { finding in
            sources[finding.file].map { finding.placed(on: $0) } ?? finding
        }
    }

    private func readLibrary(_ file: String) throws -> DocumentLibrary {
        do {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            return try JSONDecoder().decode(DocumentLibrary.self, from: bytes)
        } catch {
            throw Problem(
                .invalid,
                """
                Không đọc được thư viện «\(file)»; tệp JSON cần có dạng {"complete": true, \
                "documents": [{"number": "105/2025/NĐ-CP", "issued": "2025-05-15"}]}.
                """,
                cause: error)
        }
    }

    private func day() throws -> Day {
        guard let today else {
            let seconds = Date().timeIntervalSince1970
            return Instant(milliseconds: Int64(seconds * 1000)).day
        }
        guard let day = Day(iso: today) else {
            throw ValidationError("--today phải là YYYY-MM-DD, ví dụ 2026-06-01.")
        }
        return day
    }

    private func json(_ found: [PlanDiagnostic]) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .withoutEscapingSlashes, .sortedKeys]
        return String(decoding: try encoder.encode(found), as: UTF8.self)
    }
}
