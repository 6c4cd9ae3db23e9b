import Documents
import Domain
import Foundation
import TestSupport
import Testing

/// Every refusal is a whole sentence that says what is wrong and, behind a semicolon, what to do.
@Suite struct `Refusing bad files` {
    @discardableResult
    private func refusal(_ bytes: [UInt8], _ words: String...) async -> Problem? {
        let problem = await #expect(throws: Problem.self) {
            try await PlanFile.read(bytes, name: "kế hoạch")
        }
        for word in words { #expect(problem?.message.contains(word) == true, "\(problem as Any)") }
        #expect(problem?.message.hasSuffix(".") == true)
        #expect(problem?.message.contains("; ") == true)
        return problem
    }

    @Test func `refuses an empty file, and one of white space`() async {
        await refusal([], "rỗng")
        await refusal(Array("\n \n\t\n".utf8), "Không tìm thấy chữ")
    }

    @Test func `takes a text of just the limit and refuses one byte more`() async throws {
        let line = Array("Kế hoạch của phường về phòng cháy. \n".utf8)
        let rest = Array(repeating: UInt8(ascii: "a"), count: PlanFile.sizeMax - line.count)
        #expect(try await PlanFile.read(line + rest, name: "a").lines.count == 2)
        #expect(await refusal(line + rest + [65], "25 MB")?.kind == .tooLarge)
    }

    @Test func `measures a file on disk before it loads it`() async throws {
        let path = TestFolder.url.path + "/canhlua-\(UUID().uuidString)"
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        defer { try? FileManager.default.removeItem(atPath: path) }
        // 200 MB that take no place on the disk.
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.truncate(atOffset: 200 * 1024 * 1024)
        try file.close()
        let problem = await #expect(throws: Problem.self) { try await PlanFile.read(path: path) }
        #expect(problem?.kind == .tooLarge)
        #expect(problem?.message.contains("200 MB") == true)
    }

    @Test func `says that a file on disk is not there`() async {
        let problem = await #expect(throws: Problem.self) {
            try await PlanFile.read(path: "/nowhere/ke-hoach.docx")
        }
        #expect(problem?.kind == .notFound)
    }

    /// A compound file with one name in its directory.
    private func compound(_ name: String) -> [UInt8] {
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
            + name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    @Test func `tells a locked file from an old one and from a sheet`() async {
        await refusal(compound("EncryptedPackage"), "mật khẩu")
        await refusal(compound("WordDocument"), ".doc", ".docx")
        await refusal(compound("Workbook"), "Excel")
    }

    @Test func `names other kinds of files`() async {
        await refusal(Array("{\\rtf1\\ansi}".utf8), "RTF")
        await refusal(Array("Rar!".utf8) + [0x1A, 7], "nén")
        await refusal(Array("GIF89a".utf8), "PNG")
        var zip = SampleZip()
        zip.add("readme.txt", "hello")
        await refusal(zip.bytes, "không phải văn bản Word")
        for (part, word) in [("xl/workbook.xml", "Excel"), ("ppt/presentation.xml", "trình chiếu")]
        {
            var office = SampleZip()
            office.add(
                "_rels/.rels",
                SampleDocx.relations.replacing("word/document.xml", with: part))
            await refusal(office.bytes, word)
        }
    }

    @Test func `refuses a Word file that was cut anywhere`() async {
        let whole = SampleDocx(paragraphs: ["KẾ HOẠCH", "I. MỤC ĐÍCH"]).bytes
        for length in stride(from: 4, to: whole.count - 1, by: 97) {
            await refusal(Array(whole.prefix(length)))
        }
    }

    @Test func `refuses a Word file whose text is broken`() async {
        var zip = SampleZip()
        zip.add("_rels/.rels", SampleDocx.relations)
        zip.add("word/document.xml", "<w:document><w:body><w:p>")
        await refusal(zip.bytes, "hỏng")
    }

    @Test func `refuses an entry that grows beyond the limits`() async {
        // 13 bits for each block of 258 bytes: 160 times smaller; 170,000 blocks are 42 MB.
        var size = SampleZip()
        size.add("_rels/.rels", SampleDocx.relations)
        size.addBomb("word/document.xml", blocks: 170_000)
        #expect(await refusal(size.bytes, "giải nén")?.kind == .tooLarge)
    }

    @Test func `refuses more entries than the limit`() async {
        var zip = SampleDocx(paragraphs: ["KẾ HOẠCH"]).zip
        for number in 0...5_000 { zip.add("media/\(number)", "") }
        #expect(await refusal(zip.bytes, "giải nén")?.kind == .tooLarge)
    }

    @Test func `refuses entities, which grow or reach outside`() async {
        for declaration in [
            "<!DOCTYPE d [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
            "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        ] {
            var zip = SampleZip()
            zip.add("_rels/.rels", SampleDocx.relations)
            let document = SampleDocx(paragraphs: ["&b;&x;"]).document
            zip.add(
                "word/document.xml",
                document.replacing("?><w:", with: "?>\(declaration)<w:"))
            await refusal(zip.bytes, "XML")
        }
    }

    @Test func `takes as many paragraphs as the limit says and refuses 100,000`() async throws {
        let most = SampleDocx(paragraphs: Array(repeating: "việc", count: PlanFile.linesMax))
        #expect(try await PlanFile.read(most.bytes, name: "a").lines.count == PlanFile.linesMax)
        let over = SampleDocx(paragraphs: Array(repeating: "việc", count: 100_000))
        #expect(await refusal(over.bytes, "20000")?.kind == .tooLarge)
        let text = String(repeating: "việc\n", count: PlanFile.linesMax + 1)
        #expect(await refusal(Array(text.utf8), "20000")?.kind == .tooLarge)
    }

    @Test func `refuses a picture that is cut off`() async {
        guard Installed.tesseract else { return }
        await refusal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "Ảnh")
        await refusal([0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "Ảnh")
    }
}
