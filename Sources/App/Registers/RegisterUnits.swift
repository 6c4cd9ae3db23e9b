import ArgumentParser
import Domain
import Foundation
import Storage

/// `canhlua register units FILE`: old and new administrative units, for addresses written before
/// 1 July 2025.
///
/// The list is not part of the product: the operator says which one to trust, and from where.
struct RegisterUnits: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "units",
        abstract: "Nạp danh mục đơn vị hành chính cũ, mới để gợi ý địa chỉ.",
        discussion:
            """
            Tệp CSV (UTF-8) có các cột \(UnitChangeList.heads.joined(separator: ", ")); nạp lại thì thay \
            danh mục trước.
            """)

    @OptionGroup var store: StoreOptions
    @Argument(help: "Tệp CSV.") var file: String
    @Option(help: "Nguồn của danh mục, như tên nghị quyết hoặc nơi tải.") var source: String
    @Option(help: "Ngày đơn vị mới hoạt động, như 2025-07-01.") var effective = "2025-07-01"
    @Option(help: "Mã địa phương; không cần khi chỉ có một.") var ward: String?

    func run() async throws {
        try await Console.explaining {
            guard let day = Day(iso: effective) else {
                throw Problem(.invalid, "Ngày «\(effective)» không đúng. Hãy ghi như 2025-07-01.")
            }
            guard let bytes = FileManager.default.contents(atPath: file) else {
                throw Problem(.notFound, "Không mở được tệp «\(file)».")
            }
            let changes = try UnitChangeList.read(
                String(decoding: bytes, as: UTF8.self), effective: day, source: source)
            let database = try await store.open(mustExist: true)
            let asked = ward
            try await database.write { tx in
                let code = try WardChoice.code(asked, of: try tx.wardCodes())
                try tx.loadUnitChanges(changes, ward: code)
            }
            await database.close()
            Console.say(
                "Đã nạp \(changes.count.vietnamese) dòng, có hiệu lực từ \(day.vietnamese).")
        }
    }
}
