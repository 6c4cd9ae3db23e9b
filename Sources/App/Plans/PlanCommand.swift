import ArgumentParser

/// `canhlua plan`: what concerns plans and needs no database.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Đọc và kiểm tra kế hoạch.",
        subcommands: [
            PlanRead.self, PlanText.self, PlanCheckCommand.self, PlanExplainCommand.self,
        ])
}
