import ArgumentParser
import Documents
import Domain
import Foundation

/// `canhlua plan`: what concerns plans and needs no database.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Đọc và kiểm tra kế hoạch.",
        subcommands: [PlanRead.self])
}

/// `canhlua plan read FILE`: shows what was understood.
struct PlanRead: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Đọc một kế hoạch và in những gì đã hiểu.")

    @Argument(help: "Tệp kế hoạch.") var file: String
    @Option(help: "outline hoặc json.") var format = "outline"

    func run() async throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        let source = SourceText(text: String(decoding: bytes, as: UTF8.self))
        let name = URL(fileURLWithPath: file).lastPathComponent
        let reading = PlanReader.read(source, file: name)
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .withoutEscapingSlashes]
        FileHandle.standardOutput.write(try encoder.encode(reading))
    }
}
