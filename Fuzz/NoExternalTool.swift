import Domain

/// Stands for the programs of other packages, which the fuzzed readers never call: without them the
/// fuzz targets need no package but our own.
package struct ExternalTool: Sendable {
    struct Output {
        var isSuccess = false
        var bytes: [UInt8] = []
        var complaint = ""
    }

    static let pdfinfo = ExternalTool()
    static let pdftotext = ExternalTool()
    static let pdfimages = ExternalTool()
    static let pdftoppm = ExternalTool()
    static let tesseract = ExternalTool()

    func run(_ arguments: [String], seconds: Int) async throws -> Output { Output() }
}
