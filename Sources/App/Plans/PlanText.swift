import ArgumentParser
import Documents
import Domain
import Foundation

/// `canhlua plan text FILE`: the words that came out of a file, before anything is understood.
struct PlanText: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "text", abstract: "In văn bản lấy ra từ tệp, từng dòng có số dòng (và trang).")

    @Argument(help: "Tệp kế hoạch.") var file: String

    func run() async throws {
        do {
            let source = try await PlanFile.read(path: file)
            let lines = source.lines.map { line in
                let page = line.page.map { "tr.\($0) " } ?? ""
                return "\(page)\(line.number)\t\(line.text)"
            }
            Console.say(lines.joined(separator: "\n"))
        } catch let problem as Problem {
            Console.complain(problem.message)
            throw ExitCode(problem.exitStatus)
        }
    }
}
