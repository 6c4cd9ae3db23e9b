import ArgumentParser
import Domain
import Storage

/// `canhlua register`: what those who extend the registers need.
struct RegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract:
            "Sổ: liệt kê, nhập tệp lớn, chấm dữ liệu, soạn thay đổi bảng, nạp danh mục đơn vị hành chính.",
        subcommands: [
            RegisterList.self, RegisterManualCommand.self, RegisterDraft.self, RegisterUnits.self,
            RegisterImport.self, RegisterScore.self,
        ])
}

/// `canhlua register list`
struct RegisterList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Liệt kê các sổ và số cột của từng sổ.")

    func run() throws {
        for register in Registers.all {
            Console.say("\(register.name)  \(register.title), \(register.fields.count) cột")
        }
    }
}

/// `canhlua register manual`: the text of `docs/registers.md`.
struct RegisterManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: "In bảng các sổ: theo văn bản nào, ai ghi (docs/registers.md).")

    func run() throws { Console.say(RegisterManual.document) }
}

/// `canhlua register draft NAME`: the migration that brings a table to its declaration.
struct RegisterDraft: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Soạn tệp SQL đưa bảng của sổ về đúng khai báo; không sửa gì.",
        discussion: "Ghi kết quả vào tệp kế tiếp của Sources/Storage/Scripts.")

    @Argument(help: "Tên sổ, như water_sources.") var name: String
    @OptionGroup var store: StoreOptions

    func run() async throws {
        try await Console.explaining {
            guard let register = Registers.named(name) else {
                let names = Registers.all.map(\.name).joined(separator: ", ")
                throw Problem(.notFound, "Không có sổ «\(name)». Có: \(names).")
            }
            let database = try await store.open(mustExist: true)
            let draft = try await database.read { try $0.draftedMigration(of: register) }
            await database.close()
            Console.say(draft ?? "-- Bảng \(register.name) đã đúng khai báo.")
        }
    }
}
