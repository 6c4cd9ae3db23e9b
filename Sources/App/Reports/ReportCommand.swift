import ArgumentParser
import Domain
import Foundation
import Storage

/// `canhlua report`: issued reports to and from other installations.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Báo cáo: danh sách, gói ký số, nhập gói của nơi khác.",
        subcommands: [ReportList.self, ReportBundleCommand.self, ReportImport.self])
}

/// Who acts, by the login.
private struct ReportActor: ParsableArguments {
    @Option(name: .customLong("as"), help: "Tên đăng nhập của người làm.") var login: String

    func officer(in database: Database) async throws -> Officer {
        try await database.read { [login] in try $0.account(login: login).officer(from: "cli") }
    }
}

struct ReportList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Các báo cáo của phường và dấu vân tay khóa ký.")

    @OptionGroup var store: StoreOptions
    @OptionGroup private var actor: ReportActor

    func run() async throws {
        try await Console.explaining {
            let database = try await store.open(mustExist: true)
            let officer = try await actor.officer(in: database)
            let (reports, key) = try await database.read { tx in
                (try tx.reports(for: officer), try tx.reportFingerprint(ward: officer.ward))
            }
            await database.close()
            for report in reports {
                let name = report.stage == .issued ? report.citation : report.title
                Console.say("\(report.id)  \(report.stage.title)  \(name)")
            }
            Console.say(key.map { "Dấu vân tay khóa ký: \($0)" } ?? "Chưa lập khóa ký.")
        }
    }
}

struct ReportBundleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle", abstract: "Lập gói ký số của một báo cáo đã phát hành.")

    @OptionGroup var store: StoreOptions
    @OptionGroup private var actor: ReportActor
    @Argument(help: "Mã báo cáo; xem canhlua report list.") var report: String
    @Option(help: "Tệp ghi ra; bỏ trống: in ra màn hình.") var output: String?

    func run() async throws {
        try await Console.explaining {
            let database = try await store.open(mustExist: true)
            let officer = try await actor.officer(in: database)
            let bytes = try await database.write { [report] in
                try $0.bundle(of: report, by: officer)
            }
            await database.close()
            guard let output else { return Console.say(String(decoding: bytes, as: UTF8.self)) }
            guard FileManager.default.createFile(atPath: output, contents: Data(bytes)) else {
                throw Problem(.unavailable, "Không ghi được tệp \(output). Hãy kiểm tra thư mục.")
            }
            Console.say("Đã ghi \(output).")
        }
    }
}

struct ReportImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Nhập gói ký số của nơi khác; nhập lại không đổi gì.")

    @OptionGroup var store: StoreOptions
    @OptionGroup private var actor: ReportActor
    @Argument(help: "Tệp gói báo cáo (.json).") var file: String
    @Option(help: "Dấu vân tay khóa của nơi gửi, đã đối chiếu; chỉ lần đầu của mỗi nơi.")
    var accept: String?

    func run() async throws {
        try await Console.explaining {
            guard let content = FileManager.default.contents(atPath: file) else {
                throw Problem(.notFound, "Không đọc được tệp \(file).")
            }
            let database = try await store.open(mustExist: true)
            let officer = try await actor.officer(in: database)
            let taken = try await database.write { [accept] in
                try $0.takeReport(Array(content), accepting: accept, by: officer)
            }
            await database.close()
            Console.say(
                taken.wasKnown
                    ? "Báo cáo này đã nhập trước đây, nội dung y nguyên; không đổi gì."
                    : "Đã nhập báo cáo \(taken.id).")
        }
    }
}
