import Domain
import Foundation

/// A PDF: the words of its text layer, and of its scanned pages what can be recognised.
enum PDFReader {
    /// Pages of a document; the longest plan that we know has 60.
    static let pagesMax = 300
    /// Seconds that poppler may take for the whole document.
    private static let secondsMax = 60
    /// A page with fewer letters may be a picture with a stamp of words on it.
    private static let lettersOfTextPage = 200

    static func read(_ bytes: [UInt8], name: String) async throws -> SourceText {
        try await PrivateFolder.use { folder in
            let path = folder + "/plan.pdf"
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let sizes = try await pageSizes(path, name: name)
            let pageCount = sizes.count
            let output = try await ExternalTool.pdftotext.run(
                ["-q", "-tsv", path, "-"], seconds: secondsMax)
            guard output.isSuccess else { throw damaged(name, output.complaint) }
            var pages = PageWords.read(output.bytes, isScan: false)
            let scanned = try await scannedPages(path, pages, sizes: sizes)
            guard !scanned.isEmpty else {
                try await findTables(path, in: folder, &pages)
                return PageLayout.source(.pdf, pages)
            }
            guard scanned.count <= ScanReader.pagesMax else {
                throw ScanReader.tooManyPages(name, count: scanned.count)
            }
            for recognised in try await ScanReader.pages(scanned, ofPDF: path, in: folder) {
                let written = pages.first { $0.number == recognised.number }
                guard recognised.letterCount > written?.letterCount ?? 0 else { continue }
                pages.removeAll { $0.number == recognised.number }
                pages.append(recognised)
            }
            pages.sort { $0.number < $1.number }
            guard pages.contains(where: { $0.letterCount > 0 }) else {
                throw ScanReader.noWords(name)
            }
            let origin: SourceText.Origin = scanned.count * 2 > pageCount ? .scan : .pdf
            try await findTables(path, in: folder, &pages)
            return PageLayout.source(origin, pages)
        }
    }

    /// The longer side of every page, in inches.
    private static func pageSizes(_ path: String, name: String) async throws -> [Double] {
        let output = try await ExternalTool.pdfinfo.run(
            ["-f", "1", "-l", "\(pagesMax)", path], seconds: secondsMax)
        guard output.isSuccess else {
            if output.complaint.contains("Incorrect password") {
                throw Problem(
                    .invalid,
                    """
                    Tệp «\(name)» được đặt mật khẩu nên không đọc được; hãy bỏ mật khẩu rồi tải lại.
                    """)
            }
            throw damaged(name, output.complaint)
        }
        let text = String(decoding: output.bytes, as: UTF8.self)
        let count = text.split(separator: "\n").first { $0.hasPrefix("Pages:") }
            .flatMap { Int($0.dropFirst("Pages:".count).trimmed) }
        guard let count, count > 0 else { throw damaged(name, text) }
        guard count <= pagesMax else {
            throw Problem(
                .tooLarge,
                """
                Tệp «\(name)» có \(count) trang, giới hạn là \(pagesMax) trang; hãy tách riêng phần \
                kế hoạch rồi tải lại.
                """)
        }
        // "Page    1 size:  595.276 x 841.89 pts (A4)"
        let sizes = text.split(separator: "\n").compactMap { line -> Double? in
            let words = line.split(separator: " ")
            guard words.count > 5, words[0] == "Page", words[2] == "size:",
                let width = Double(words[3]), let height = Double(words[5])
            else { return nil }
            return max(width, height) / 72
        }
        return sizes.count == count ? sizes : Array(repeating: a4Inches, count: count)
    }

    private static let a4Inches = 11.69

    /// Pages whose words have to be recognised: hardly any letters, or letters of fonts that only
    /// look like Vietnamese, and a picture of the size of a page.
    private static func scannedPages(
        _ path: String, _ pages: [PageWords], sizes: [Double]
    ) async throws -> [ScanReader.Page] {
        let readable = pages.filter { page in
            page.letterCount >= lettersOfTextPage
                && LegacyVietnamese.isVietnamese(page.lines.map(\.text).joined(separator: " "))
        }
        let doubtful = Set(1...sizes.count).subtracting(readable.map(\.number))
        guard !doubtful.isEmpty else { return [] }
        let output = try await ExternalTool.pdfimages.run(["-list", path], seconds: secondsMax)
        var pictured: [Int: Int] = [:]
        for row in String(decoding: output.bytes, as: UTF8.self).split(separator: "\n") {
            let cells = row.split(separator: " ")
            guard cells.count > 4, let page = Int(cells[0]), let width = Int(cells[3]),
                let height = Int(cells[4]), width >= pictureMin, height >= pictureMin
            else { continue }
            let dots = cells.count > 13 ? max(Int(cells[12]) ?? 0, Int(cells[13]) ?? 0) : 0
            pictured[page] = max(pictured[page] ?? 0, dots)
        }
        return doubtful.sorted().compactMap { number in
            pictured[number].map {
                ScanReader.Page(number: number, inches: max(1, sizes[number - 1]), dots: $0)
            }
        }
    }

    /// Dots per inch of the pictures in which the lines of tables are looked for.
    private static let rulesResolution = 96

    /// Finds the tables by the lines drawn around their cells, which the list of words leaves out.
    private static func findTables(
        _ path: String, in folder: String, _ pages: inout [PageWords]
    ) async throws {
        for index in pages.indices where pages[index].looksTabular && !pages[index].isScan {
            let number = "\(pages[index].number)"
            let drawn = try await ExternalTool.pdftoppm.run(
                [
                    "-r", "\(rulesResolution)", "-gray", "-aaVector", "no", "-singlefile", "-f",
                    number, "-l", number, path, folder + "/rules",
                ], seconds: secondsMax)
            guard drawn.isSuccess,
                let bytes = try? Data(contentsOf: URL(fileURLWithPath: folder + "/rules.pgm")),
                let picture = GreyPicture(pgm: Array(bytes))
            else { continue }
            let rules = PageRules(picture, pointsPerPixel: 72 / Double(rulesResolution))
            let found = PageTable.find(rules, in: pages[index])
            pages[index] = found.rest
            pages[index].tables = found.tables
        }
    }

    /// Pixels at each side of a picture that may be a page: A5 at 100 dpi.
    private static let pictureMin = 580

    private static func damaged(_ name: String, _ complaint: String) -> Problem {
        Problem(
            .invalid,
            """
            Tệp PDF «\(name)» bị hỏng hoặc tải lên chưa hết; hãy mở lại, in ra PDF mới rồi tải lại.
            """)
    }
}
