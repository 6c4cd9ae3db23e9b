import Foundation
import Subprocess

/// A QR code as the path of a drawing, one unit for each module.
///
/// Made by Debian's `qrencode`; where it is not installed there is no drawing, and the text beside
/// it must do.
package struct QRDrawing: Sendable, Equatable {
    /// Modules on each side, without the quiet zone.
    package let side: Int
    /// For the `d` of an SVG path: a square for each run of dark modules.
    package let path: String

    /// - Source: ISO/IEC 18004: a code of version 40 has 177 modules on each side.
    private static let outputBytesMax = 178 * 178 * 2

    /// The text goes through a pipe, never through the list of processes.
    package static func of(_ text: String) async -> QRDrawing? {
        // Absence is the answer: not installed, or a text too long for any code.
        let result = try? await run(
            .name("qrencode"), arguments: ["-t", "ASCII", "-m", "0", "-l", "M", "-o", "-"],
            input: .string(text), output: .string(limit: outputBytesMax), error: .discarded)
        guard let result, result.terminationStatus.isSuccess else { return nil }
        return QRDrawing(art: result.standardOutput)
    }

    /// - Parameter art: two `#` for a dark module, two spaces for a light one.
    package init?(art: String) {
        let rows = art.split(separator: "\n").map { line in
            let bytes = Array(line.utf8)
            return stride(from: 0, to: bytes.count, by: 2).map { bytes[$0] == UInt8(ascii: "#") }
        }
        guard let side = rows.first?.count, side > 0, rows.allSatisfy({ $0.count == side }),
            rows.count == side
        else { return nil }
        self.side = side
        var path = ""
        for (y, row) in rows.enumerated() {
            var x = 0
            while x < side {
                let start = x
                while x < side && row[x] { x += 1 }
                if x > start { path += "M\(start) \(y)h\(x - start)v1H\(start)z" }
                x += 1
            }
        }
        self.path = path
    }
}
