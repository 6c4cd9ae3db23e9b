import ArgumentParser
import Documents
import Domain
import Foundation

/// `canhlua plan read FILE`: shows what was understood.
struct PlanRead: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Đọc một kế hoạch và in những gì đã hiểu.",
        discussion: """
            Đọc được văn bản (.txt), Word (.docx), PDF và ảnh chụp (PNG, JPEG, TIFF).
            Mã kết thúc: 0 đã đọc; 65 tệp không đọc được; 66 không có tệp; 69 thiếu công cụ.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case outline, json }

    @Argument(help: "Tệp kế hoạch.") var file: String
    @Option(help: "Dạng in ra: outline (dễ đọc) hoặc json.") var format = Format.outline

    func run() async throws {
        do {
            let source = try await PlanFile.read(path: file)
            let name = URL(fileURLWithPath: file).lastPathComponent
            let reading = PlanReader.read(source, file: name)
            let likeness = PlanLikeness(of: reading, in: source)
            if !likeness.isPlan { Console.complain(likeness.sentence) }
            switch format {
            case .outline: Console.say(PlanOutline.text(reading))
            case .json: Console.say(try PlanJSON.text(reading))
            }
        } catch let problem as Problem {
            Console.complain(problem.message)
            throw ExitCode(problem.exitStatus)
        }
    }
}

/// The JSON form of a reading, in the words of the annotation rules.
enum PlanJSON {
    static func text(_ reading: PlanReading) throws -> String {
        var reading = reading
        for index in reading.references.indices {
            reading.references[index].kind = annotated(reading.references[index].kind)
        }
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(reading), as: UTF8.self)
    }

    /// The rules know fewer kinds of document: what else goes out by post is a letter there.
    private static func annotated(_ kind: DocumentReference.Kind) -> DocumentReference.Kind {
        switch kind {
        case .guidance, .telegram, .report, .proposal: .letter
        case .directive, .resolution, .plan, .programme, .decision, .decree, .law, .conclusion,
            .letter, .regulation, .notice, .circular:
            kind
        }
    }
}
