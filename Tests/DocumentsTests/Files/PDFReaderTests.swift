import Documents
import Domain
import Foundation
import Testing

/// Programs of Debian packages that some tests need; CI has them all.
enum Installed {
    static func has(_ name: String) -> Bool {
        let environment = ProcessInfo.processInfo.environment
        let folders = environment["PATH"] ?? "/usr/bin"
        return environment["CI"] != nil
            || folders.split(separator: ":").contains {
                FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
            }
    }

    static let poppler = has("pdftotext")
    static let tesseract = has("tesseract")
}

@Suite(.enabled(if: Installed.poppler, "poppler-utils is not installed"))
struct `Reading PDF files` {
    private static let left = 85.0
    private static let indent = 121.0
    private static let right = 545.0

    /// Lines of paragraphs as a word processor breaks them, 20 points each.
    private func page(_ paragraphs: [String], from top: Double = 70) -> [SamplePDF.Line] {
        var lines: [SamplePDF.Line] = []
        for paragraph in paragraphs {
            var left = Self.indent
            var text = ""
            for word in paragraph.split(separator: " ") {
                if left + SamplePDF.width("\(text) \(word)") > Self.right {
                    lines.append(.init(text: text, left: left, top: top + Double(lines.count) * 20))
                    (left, text) = (Self.left, "")
                }
                text += (text.isEmpty ? "" : " ") + word
            }
            lines.append(.init(text: text, left: left, top: top + Double(lines.count) * 20))
        }
        return lines
    }

    private let paragraphs = [
        "I. MỤC ĐÍCH, YÊU CẦU",
        """
        1. Nâng cao nhận thức của cán bộ và Nhân dân trong phường về phòng cháy, chữa cháy, để mỗi \
        người dân biết cách thoát nạn khi có cháy xảy ra.
        """,
        """
        - Công an phường chủ trì, phối hợp với các đơn vị liên quan kiểm tra các cơ sở, xong trước \
        ngày 30/6/2026; báo cáo kết quả về Ủy ban nhân dân phường.
        """,
        "2. Các tổ dân phố thực hiện Kế hoạch này./.",
    ]

    private func read(_ pdf: SamplePDF) async throws -> SourceText {
        try await PlanFile.read(pdf.bytes, name: "kế hoạch.pdf")
    }

    @Test func `puts printed lines together to paragraphs`() async throws {
        let source = try await read(SamplePDF(pages: [page(paragraphs)]))
        #expect(source.origin == .pdf)
        #expect(source.lines.map(\.text) == paragraphs)
        #expect(source.lines.map(\.page) == [1, 1, 1, 1])
        #expect(source.lines.map(\.pageLine) == [1, 2, 5, 8])
    }

    @Test func `goes on over a page break and leaves page numbers out`() async throws {
        let lines = page(paragraphs)
        let second = lines[5...].enumerated().map { index, line in
            SamplePDF.Line(text: line.text, left: line.left, top: 70 + Double(index) * 20)
        }
        let number = SamplePDF.Line(text: "2", left: 312, top: 35)
        let source = try await read(SamplePDF(pages: [Array(lines[..<5]), [number] + second]))
        #expect(source.lines.map(\.text) == paragraphs)
        #expect(source.lines.map(\.page) == [1, 1, 1, 2])
    }

    @Test func `puts lines in order that the file has in another`() async throws {
        let lines = page(paragraphs)
        let shuffled = [lines[6]] + lines[0..<6] + lines[7...]
        let source = try await read(SamplePDF(pages: [Array(shuffled)]))
        #expect(source.lines.map(\.text) == paragraphs)
    }

    @Test func `joins a number that a line break cut behind its hyphen`() async throws {
        let text = String(repeating: "phòng cháy ", count: 4) + "theo Kế hoạch số 131/KH-"
        let source = try await read(
            SamplePDF(pages: [
                [
                    .init(text: text, left: Self.indent, top: 70),
                    .init(
                        text: "UBND ngày 05/3/2026 của Ủy ban nhân dân phường về việc các cơ sở",
                        left: Self.left, top: 90),
                ]
            ]))
        #expect(source.lines.first?.text.contains("131/KH-UBND ngày") == true)
    }

    @Test func `finds the cells of a table by the lines around them`() async throws {
        let texts = [
            ["TT", "Nội dung", "Chủ trì", "Thời gian"],
            ["1", "Phát tờ rơi", "Đoàn phường", "Tháng 3"],
            ["2", "Kiểm tra chợ", "Công an", "Tháng 4"],
        ]
        let lefts = [60.0, 100, 300, 430, 540]
        var lines = [SamplePDF.Line(text: "PHỤ LỤC", left: 270, top: 60)]
        var boxes: [[Double]] = []
        for (row, cells) in texts.enumerated() {
            let top = 100 + Double(row) * 40
            for (column, text) in cells.enumerated() {
                lines.append(.init(text: text, left: lefts[column] + 4, top: top + 10, size: 12))
                boxes.append([lefts[column], top, lefts[column + 1] - lefts[column], 40])
            }
        }
        var pdf = SamplePDF(pages: [lines])
        pdf.boxes = boxes
        let source = try await read(pdf)
        #expect(source.tables.first?.rows.map(\.cells) == texts)
        #expect(source.lines.map(\.text).last == "2 | Kiểm tra chợ | Công an | Tháng 4")
        let tasks = TableReader(source).read(year: 2026).tasks
        #expect(tasks.map(\.leadUnits) == [["Đoàn phường"], ["Công an"]])
    }

    @Test func `refuses a picture without words`() async throws {
        guard Installed.tesseract else { return }
        let problem = await #expect(throws: Problem.self) {
            try await read(SamplePDF(pictureOfSide: 600))
        }
        #expect(problem?.kind == .invalid)
        #expect(problem?.message.contains("Không tìm thấy chữ") == true)
    }

    @Test(.enabled(if: SharedPlans.isPresent, SharedPlans.missing))
    func `recognises scanned pages at once, and keeps their order`() async throws {
        guard Installed.tesseract else { return }
        let pages = 2
        let source = try await read(
            SamplePDF(
                scan: try SharedPlans.bytes("more/scan.jpg"), width: 1659, height: 2093,
                pages: pages))
        #expect(source.origin == .scan)
        #expect(source.lines.map { $0.page ?? 0 } == source.lines.map { $0.page ?? 0 }.sorted())
        let truth = Set(try SharedPlans.text("more/scan.truth.txt").split { !$0.isLetter })
        for page in 1...pages {
            let words = Set(
                source.lines.filter { $0.page == page }.flatMap { $0.text.split { !$0.isLetter } })
            #expect(truth.intersection(words).count * 10 >= truth.count * 9, "page \(page)")
        }
    }

    @Test func `refuses what is cut off or locked`() async throws {
        let whole = SamplePDF(pages: [page(paragraphs)]).bytes
        for part in [whole.prefix(60), whole.prefix(9)] {
            let problem = await #expect(throws: Problem.self) {
                try await PlanFile.read(Array(part), name: "a.pdf")
            }
            #expect(problem?.message.contains("hỏng") == true)
        }
    }

    @Test func `refuses more pages than the limit`() async throws {
        let problem = await #expect(throws: Problem.self) {
            try await read(SamplePDF(pages: Array(repeating: [], count: 301)))
        }
        #expect(problem?.kind == .tooLarge)
    }
}

@Suite struct `Running the programs of other packages` {
    @Test func `names the Debian package of one that is missing`() async throws {
        let tool = ExternalTool(name: "pdftotext-of-nobody", debianPackage: "poppler-utils")
        let problem = await #expect(throws: Problem.self) { try await tool.run([], seconds: 5) }
        #expect(problem?.kind == .unavailable)
        #expect(problem?.message.contains("apt install poppler-utils") == true)
    }

    @Test func `stops one that takes too long`() async throws {
        let problem = await #expect(throws: Problem.self) {
            try await ExternalTool(name: "tail", debianPackage: "coreutils")
                .run(["-f", "/dev/null"], seconds: 1, waiting: 1)
        }
        #expect(problem?.kind == .tooLarge)
    }

    @Test func `stops one that computes too long, however busy the machine is`() async throws {
        let problem = await #expect(throws: Problem.self) {
            try await ExternalTool(name: "sh", debianPackage: "dash")
                .run(["-c", "while :; do :; done"], seconds: 1)
        }
        #expect(problem?.kind == .tooLarge)
    }

    @Test func `stops one that prints too much`() async throws {
        let problem = await #expect(throws: Problem.self) {
            try await ExternalTool(name: "yes", debianPackage: "coreutils").run([], seconds: 20)
        }
        #expect(problem?.kind == .tooLarge)
    }

    @Test func `is killed when the reader is cancelled`() async throws {
        let reading = Task {
            try await ExternalTool(name: "tail", debianPackage: "coreutils")
                .run(["-f", "/dev/null"], seconds: 30)
        }
        reading.cancel()
        // Not `Problem`: that would be the end of its time, which it must not wait for.
        let outcome = await reading.result
        #expect(throws: (any Error).self) { try outcome.get() }
        if case .failure(let error) = outcome { #expect(!(error is Problem)) }
    }
}
