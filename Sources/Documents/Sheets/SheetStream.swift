package import Domain
import Foundation

/// Reads a CSV of any length, some rows at a time; what it holds does not grow with the file.
package final class SheetStream {
    /// Bytes of the whole file.
    package let size: Int
    /// Bytes that were read so far.
    package private(set) var read = 0

    private let file: FileHandle
    private var parser: CSVParser
    private var chunk: [UInt8]
    private var place = 0
    private var isDone = false

    private static let chunkBytes = 1 << 20

    /// - Throws: `.notFound` for a file that cannot be opened; `.invalid` for what is no CSV.
    package init(path: String) throws(Problem) {
        guard let file = FileHandle(forReadingAtPath: path),
            let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let size = attributes[.size] as? Int
        else { throw Problem(.notFound, "Không mở được tệp «\(path)».") }
        self.file = file
        self.size = size
        chunk = (try? file.read(upToCount: Self.chunkBytes)).map { [UInt8]($0) } ?? []
        guard !chunk.isEmpty else { throw Problem(.invalid, "Tệp «\(path)» trống.") }
        guard case .text = FileKind(of: chunk) else {
            throw Problem(
                .invalid,
                "Tệp «\(path)» không phải CSV. Hãy mở bằng Excel, lưu dạng CSV UTF-8 rồi nhập lại.")
        }
        read = chunk.count
        if chunk.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
        parser = CSVParser(separator: CSVReader.guess(chunk))
    }

    deinit { try? file.close() }

    /// - Returns: so many rows with anything in them, fewer at the end; nil after the last.
    package func rows(_ count: Int) throws -> [Sheet.Row]? {
        var rows: [Sheet.Row] = []
        while rows.count < count, !isDone {
            if place == chunk.count { try refill() }
            while place < chunk.count, rows.count < count {
                if let row = parser.take(chunk[place]) { rows.append(try legible(row)) }
                place += 1
            }
            if isDone, let row = try parser.finish() { rows.append(try legible(row)) }
        }
        return rows.isEmpty ? nil : rows
    }

    private func refill() throws {
        chunk = try file.read(upToCount: Self.chunkBytes).map { [UInt8]($0) } ?? []
        place = 0
        read += chunk.count
        isDone = chunk.isEmpty
    }

    private func legible(_ row: Sheet.Row) throws(Problem) -> Sheet.Row {
        guard !row.cells.contains(where: { $0.unicodeScalars.contains("\u{FFFD}") }) else {
            throw Problem(
                .invalid,
                "Dòng \(row.number) không phải UTF-8. Hãy lưu tệp dạng CSV UTF-8 rồi nhập lại.")
        }
        return row
    }
}
