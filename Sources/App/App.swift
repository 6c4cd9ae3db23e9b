import ArgumentParser
import Domain
import Foundation

/// `canhlua`: everything that can be done from a terminal, one file for each command.
@main
struct App: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "canhlua",
        abstract: "Canh Lửa: kế hoạch PCCC của phường thành chương trình công tác.",
        subcommands: [
            Serve.self, SampleCommand.self, PlanCommand.self, UserCommand.self, WardCommand.self,
            RegisterCommand.self, IndicatorCommand.self, ReportCommand.self, AlarmCommand.self,
            WarningCommand.self, Verify.self, Backup.self,
        ])

    /// Runs a command; what is foreseen is told in its own sentence, with its exit status.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let problem as Problem {
            Console.complain(problem.message)
            for refusal in problem.refusals.values.sorted() { Console.complain("  \(refusal)") }
            Foundation.exit(problem.exitStatus)
        } catch {
            CommandWords.exit(with: error)
        }
    }
}
