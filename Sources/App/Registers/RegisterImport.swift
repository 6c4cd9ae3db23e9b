import ArgumentParser
import Documents
import Domain
import Foundation
import Storage

/// `canhlua register import REGISTER FILE --as LOGIN`: a list that is too long for the page.
///
/// The rules are the page's: rows that look like a record or like another row stay outside, and what was
/// taken in can be undone on the page for thirty days.
struct RegisterImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Nhập tệp CSV lớn vào sổ; chỉ đọc thử nếu không có --apply.",
        discussion:
            """
            Đọc thử không giữ gì và không làm ai phải chờ. Khi nhập, tất cả vào sổ cùng một lúc hoặc không \
            gì cả; trong lúc đó người khác vẫn xem được, nhưng phải chờ mới ghi được: hãy nhập ngoài giờ \
            làm việc. Dòng trông giống mục đã có hoặc giống dòng khác thì để lại.
            """)

    @OptionGroup var store: StoreOptions
    @Argument(help: "Tên sổ, như facilities; xem canhlua register list.") var register: String
    @Argument(help: "Tệp CSV (UTF-8), dòng đầu là tên cột như tệp mẫu của sổ.") var file: String
    @Option(name: .customLong("as"), help: "Tên đăng nhập của người nhập.") var login: String
    @Flag(help: "Nhập thật.") var apply = false

    private static let shownMax = 20

    func run() async throws {
        try await Console.explaining {
            guard let register = Registers.named(register) else {
                throw Problem(
                    .notFound, "Không có sổ «\(register)». Hãy xem canhlua register list.")
            }
            let database = try await store.open(mustExist: true)
            let officer = try await database.read { [login] in
                try $0.account(login: login).officer(from: "cli")
            }
            try await database.renewLikeness(of: register, ward: officer.ward)
            let heads = try await database.read {
                try $0.sheetHeads(of: register, ward: officer.ward)
            }
            let first =
                try SheetStream(path: file).rows(SheetColumns.searchedRows)?.map(\.cells) ?? []
            let columns = SheetColumns.find(in: first, of: register, remembered: heads)
            let known = columns.keys.sorted { $0.key < $1.key }.map {
                "  \(columns.heads[$0.key]) → \(register.field($0.value)?.label ?? $0.value)"
            }
            Console.say("Cột nhận ra:\n\(known.joined(separator: "\n"))")
            let tally =
                apply
                ? try await take(in: database, register, columns, officer)
                : try await look(in: database, register, columns, officer)
            if apply { try await database.refreshStatistics() }
            await database.close()
            Console.say(
                """
                \(apply ? "Đã nhập" : "Đọc thử, chưa có gì vào sổ"): \(tally[.added].vietnamese) mục mới, \
                \(tally[.changed].vietnamese) mục sửa, \(tally[.same].vietnamese) mục giữ nguyên, \
                \(tally[.asked].vietnamese) dòng trông giống mục hoặc dòng khác, \
                \(tally[.rejected].vietnamese) dòng không nhập được.
                """)
        }
    }

    private func look(
        in database: Database, _ register: RegisterDescription, _ columns: SheetColumns,
        _ officer: Officer
    ) async throws -> ImportTally {
        let path = file
        return try await database.read { tx in
            let stream = try RowStream(path, below: columns.headRows)
            var shown = 0
            let progress = ImportProgress(of: stream.size)
            return try tx.tryImport(
                columns, of: register, for: officer,
                { rows, tally in
                    progress.tell(tally.total, read: stream.read)
                    for row in rows where shown < Self.shownMax {
                        guard let words = Self.words(of: row, register) else { continue }
                        Console.say("  dòng \(row.number), \(row.title): \(words)")
                        shown += 1
                    }
                }, stream.next)
        }
    }

    private func take(
        in database: Database, _ register: RegisterDescription, _ columns: SheetColumns,
        _ officer: Officer
    ) async throws -> ImportTally {
        let path = file
        return try await database.write { tx in
            let stream = try RowStream(path, below: columns.headRows)
            let progress = ImportProgress(of: stream.size)
            var all = ImportTally()
            let note = "Nhập bằng lệnh; tệp \(stream.size) byte không giữ trong cơ sở dữ liệu.\n"
            let id = try tx.addImport(
                Array(note.utf8), fileName: URL(fileURLWithPath: path).lastPathComponent,
                mediaType: "text/plain", to: register, by: officer)
            try tx.applyImport(
                id, columns, of: register, seen: nil, by: officer,
                { _, tally in
                    progress.tell(tally.total, read: stream.read)
                    all = tally
                }, stream.next)
            return all
        }
    }

    private static func words(of row: ImportedRow, _ register: RegisterDescription) -> String? {
        switch row.verdict {
        case .rejected: row.reasons.joined(separator: " ")
        case .asked:
            row.likely.map { "giống «\(register.label(of: $0.record.cells))» đã có." }
                ?? row.neighbour.map { "giống dòng \($0.number)." }
        case .added, .changed, .same: nil
        }
    }
}

/// The rows of a file below its heads, some at a time.
private struct RowStream {
    private let stream: SheetStream

    init(_ path: String, below heads: Int) throws {
        stream = try SheetStream(path: path)
        if heads > 0 { _ = try stream.rows(heads) }
    }

    var size: Int { stream.size }
    var read: Int { stream.read }

    func next() throws -> [Sheet.Row]? { try stream.rows(Transaction.importedAtOnce) }
}

/// How far an import is and how long it may take, on standard error, once in a while.
private final class ImportProgress {
    private let size: Int
    private let begin = ContinuousClock.now
    private var toldAt = ContinuousClock.now
    private static let pause = Duration.seconds(2)

    init(of size: Int) { self.size = size }

    func tell(_ rows: Int, read: Int) {
        let now = ContinuousClock.now
        guard now - toldAt >= Self.pause, read > 0, size > 0 else { return }
        toldAt = now
        let share = min(1, Double(read) / Double(size))
        let spent = Double((now - begin).components.seconds)
        let left = Int(spent / share * (1 - share))
        Console.complain(
            "\(Int(share * 100)) %, \(rows.vietnamese) dòng, còn khoảng \(left / 60) phút \(left % 60) giây"
        )
    }
}
