import ArgumentParser

/// `canhlua`: everything that can be done from a terminal, one file for each command.
@main
struct App: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "canhlua",
        abstract: "Canh Lửa: kế hoạch PCCC của phường thành chương trình công tác.",
        subcommands: [
            Serve.self, SampleCommand.self, PlanCommand.self, UserCommand.self, WardCommand.self,
            Verify.self,
            Backup.self,
        ])
}
