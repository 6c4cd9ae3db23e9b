import Domain
import Foundation

/// Pictures of pages: the words that tesseract recognises in them.
enum ScanReader {
    /// Scanned pages of one document; each takes 1 to 3 seconds of a core.
    static let pagesMax = 60
    /// Seconds for one page.
    private static let secondsMax = 60
    /// Dots per inch at which pages of a PDF are drawn: as their pictures have it, within these.
    /// Fewer lose the marks of the letters, more only take time.
    private static let resolutions = 200...300
    /// Width of A4 in inches, by which the resolution of a picture is guessed.
    private static let pageInches = 8.27
    /// Letters of a page of words; a photograph gives a few by chance.
    private static let lettersMin = 20

    static func read(
        image bytes: [UInt8], format: FileKind.ImageFormat, name: String
    ) async throws -> SourceText {
        try await PrivateFolder.use { folder in
            let path = "\(folder)/plan.\(format.rawValue)"
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let width = ImageSize.width(of: bytes)
            let dots = width.map { Int(Double($0) / pageInches) } ?? resolutions.upperBound
            let pages = try await recognise(path, resolution: min(max(dots, 70), 600))
            guard let pages else {
                throw Problem(
                    .invalid,
                    """
                    Ảnh «\(name)» bị hỏng hoặc tải lên chưa hết; hãy chụp hay quét lại rồi tải lại.
                    """)
            }
            guard pages.count <= pagesMax else { throw tooManyPages(name, count: pages.count) }
            guard pages.contains(where: { $0.letterCount >= lettersMin }) else {
                throw noWords(name)
            }
            return PageLayout.source(.scan, pages)
        }
    }

    /// A page of a PDF that is a picture.
    struct Page: Sendable {
        let number: Int
        /// The longer side in inches.
        let inches: Double
        /// Dots per inch of its finest picture.
        let dots: Int
    }

    /// Pages of a PDF in any order, as many at once as the machine has cores.
    static func pages(
        _ wanted: [Page], ofPDF path: String, in folder: String
    ) async throws -> [PageWords] {
        try await withThrowingTaskGroup(of: PageWords.self) { group in
            var waiting = wanted[...]
            for page in waiting.prefix(ProcessInfo.processInfo.activeProcessorCount) {
                waiting = waiting.dropFirst()
                group.addTask { try await words(of: page, ofPDF: path, in: folder) }
            }
            var found: [PageWords] = []
            while let words = try await group.next() {
                found.append(words)
                if let page = waiting.popFirst() {
                    group.addTask { try await Self.words(of: page, ofPDF: path, in: folder) }
                }
            }
            return found
        }
    }

    private static func words(
        of page: Page, ofPDF path: String, in folder: String
    ) async throws -> PageWords {
        let image = "\(folder)/page-\(page.number)"
        let dots = min(max(page.dots, resolutions.lowerBound), resolutions.upperBound)
        let pixels = min(Double(pixelsMax), page.inches * Double(dots))
        // Packing the picture as PNG would take longer than drawing it.
        let drawn = try await ExternalTool.pdftoppm.run(
            [
                "-gray", "-singlefile", "-f", "\(page.number)", "-l", "\(page.number)", "-scale-to",
                "\(Int(pixels))", path, image,
            ], seconds: secondsMax)
        let empty = PageWords(number: page.number, width: 1, height: 1, lines: [])
        guard drawn.isSuccess else { return empty }
        defer { try? FileManager.default.removeItem(atPath: image + ".pgm") }
        let resolution = max(70, Int(pixels / page.inches))
        var words = try await recognise(image + ".pgm", resolution: resolution)?.first ?? empty
        words.number = page.number
        return words.letterCount >= lettersMin ? words : empty
    }

    /// Pixels of the longer side of a page: A4 at 300 dpi, and no page more.
    private static let pixelsMax = 3508

    private static func recognise(_ path: String, resolution: Int) async throws -> [PageWords]? {
        let output = try await ExternalTool.tesseract.run(
            [path, "stdout", "-l", "vie", "--psm", "1", "--dpi", "\(resolution)", "tsv"],
            seconds: secondsMax)
        if output.isSuccess { return PageWords.read(output.bytes, isScan: true) }
        if output.complaint.contains("Failed loading language") {
            throw Problem(
                .unavailable,
                """
                Máy chủ chưa cài tiếng Việt cho tesseract; quản trị viên hãy cài gói \
                tesseract-ocr-vie (apt install tesseract-ocr-vie), hoặc hãy tải bản .docx.
                """)
        }
        return nil
    }

    static func noWords(_ name: String) -> Problem {
        Problem(
            .invalid,
            """
            Không tìm thấy chữ nào trong «\(name)»; hãy kiểm tra xem đã chọn đúng tệp chưa, hoặc \
            quét lại văn bản rõ hơn (300 dpi).
            """)
    }

    static func tooManyPages(_ name: String, count: Int) -> Problem {
        Problem(
            .tooLarge,
            """
            «\(name)» có \(count) trang ảnh quét, giới hạn là \(pagesMax) trang; hãy tách riêng \
            phần kế hoạch, hoặc tải bản .docx.
            """)
    }
}

/// Width of a picture in pixels, from its header.
enum ImageSize {
    static func width(of bytes: [UInt8]) -> Int? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), bytes.count >= 20 {
            return bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
        }
        return bytes.starts(with: [0xFF, 0xD8]) ? jpegWidth(bytes) : nil
    }

    /// The frame header (SOF) of a JPEG, ITU-T T.81 B.2.2.
    private static func jpegWidth(_ bytes: [UInt8]) -> Int? {
        var at = 2
        while at + 9 < bytes.count, bytes[at] == 0xFF {
            let marker = bytes[at + 1]
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                return Int(bytes[at + 7]) << 8 | Int(bytes[at + 8])
            }
            at += 2 + (Int(bytes[at + 2]) << 8 | Int(bytes[at + 3]))
        }
        return nil
    }
}
