import Documents
package import Domain
import Foundation
package import Storage

/// Rules that change (thresholds, cycles, fines, kits) as they were known when this release was
/// made: records to begin with, each with its source, none verified.
package enum ShippedRules {
    /// Registers that a file beside the program fills.
    package static func isShipped(_ register: RegisterDescription) -> Bool {
        file(of: register) != nil
    }

    /// Keeps the records of the file in a register that has none yet.
    ///
    /// - Returns: how many were kept.
    /// - Throws: `.conflict` when the register is not empty.
    @discardableResult
    package static func load(
        _ register: RegisterDescription, into tx: Transaction, by officer: Officer
    ) throws -> Int {
        guard let url = file(of: register) else {
            throw Problem(.notFound, "Sổ này không có quy định kèm theo phần mềm.")
        }
        guard try tx.recordCounts(of: register, for: officer).all == 0 else {
            throw Problem(.conflict, "Sổ đã có quy định. Hãy sửa các mục trong sổ.")
        }
        let sheet = try SheetFile.read([UInt8](Data(contentsOf: url)), name: url.lastPathComponent)
        guard let heads = sheet.rows.first?.cells else { return 0 }
        for row in sheet.rows.dropFirst() {
            let texts = Dictionary(
                zip(heads, row.cells), uniquingKeysWith: { first, _ in first })
            try tx.addRecord(try register.read(texts), to: register, by: officer)
        }
        return sheet.rows.count - 1
    }

    private static func file(of register: RegisterDescription) -> URL? {
        Bundle.module.url(
            forResource: register.name, withExtension: "csv", subdirectory: "RuleFiles")
    }
}
