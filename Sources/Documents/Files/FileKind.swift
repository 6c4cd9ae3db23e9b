/// What a file is, by its first bytes.
enum FileKind: Sendable, Equatable {
    /// File name extension that the tools expect.
    enum ImageFormat: String, Sendable, CaseIterable { case png, jpg, tif }

    case zip, pdf, text
    case image(ImageFormat)
    /// Known and not read; the second half of a sentence that begins with the file.
    case refused(String)

    init(of bytes: [UInt8]) {
        func begins(_ head: [UInt8]) -> Bool { bytes.starts(with: head) }
        if begins([0x50, 0x4B, 3, 4]) || begins([0x50, 0x4B, 5, 6]) || begins([0x50, 0x4B, 7, 8]) {
            self = .zip
        } else if begins([0x89, 0x50, 0x4E, 0x47]) {
            self = .image(.png)
        } else if begins([0xFF, 0xD8, 0xFF]) {
            self = .image(.jpg)
        } else if begins([0x49, 0x49, 0x2A, 0]) || begins([0x4D, 0x4D, 0, 0x2A]) {
            self = .image(.tif)
        } else if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .refused(Self.compoundFile(bytes))
        } else if bytes.prefix(Self.pdfHeadMax).firstRange(of: "%PDF-") != nil {
            self = .pdf
        } else if let reason = Self.refusal(bytes) {
            self = .refused(reason)
        } else {
            self = .text
        }
    }

    /// PDF 32000-1, annex H.3.4.1: readers accept the header within the first 1024 bytes.
    private static let pdfHeadMax = 1024

    /// Why a compound file (Office before 2007, or a locked file of a later one) is not read.
    private static func compoundFile(_ bytes: [UInt8]) -> String {
        // [MS-CFB] 2.6.1: names in the directory are UTF-16LE.
        func names(_ entry: String) -> Bool {
            bytes[...].firstRange(
                of: Array(entry.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
                != nil
        }
        if names("EncryptedPackage") {
            return "được đặt mật khẩu nên không đọc được; hãy bỏ mật khẩu trong Word rồi tải lại."
        }
        if names("Workbook") {
            return "là bảng tính Excel, không phải văn bản; hãy tải kế hoạch dạng .docx hoặc .pdf."
        }
        return "là tệp Word kiểu cũ (.doc); hãy mở bằng Word, lưu lại dạng .docx rồi tải lại."
    }

    private static func refusal(_ bytes: [UInt8]) -> String? {
        let image = "là ảnh dạng chưa đọc được; hãy lưu ảnh dạng PNG hoặc JPEG rồi tải lại."
        let archive = "là tệp nén; hãy giải nén rồi tải từng tệp kế hoạch."
        let heads: [(head: [UInt8], offset: Int, reason: String)] = [
            (Array("GIF8".utf8), 0, image), (Array("WEBP".utf8), 8, image),
            (Array("ftyp".utf8), 4, image), (Array("BM".utf8) + [], 0, image),
            (Array("Rar!".utf8), 0, archive), (Array("7z".utf8) + [0xBC, 0xAF], 0, archive),
            ([0x1F, 0x8B], 0, archive),
            (Array("{\\rtf".utf8), 0, "là văn bản RTF; hãy lưu lại dạng .docx rồi tải lại."),
        ]
        for entry in heads where bytes.dropFirst(entry.offset).starts(with: entry.head) {
            // A text may well begin with the letters of a bitmap; a bitmap has zero bytes at once.
            if entry.head == Array("BM".utf8), !bytes.prefix(32).contains(0) { continue }
            return entry.reason
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    /// Where some bytes stand first.
    func firstRange(of needle: [UInt8]) -> Range<Int>? {
        guard let first = needle.first, count >= needle.count else { return nil }
        var start = startIndex
        let last = endIndex - needle.count
        while start <= last, let found = self[start...last].firstIndex(of: first) {
            if self[found..<(found + needle.count)].elementsEqual(needle) {
                return found..<(found + needle.count)
            }
            start = found + 1
        }
        return nil
    }

    func firstRange(of needle: String) -> Range<Int>? { firstRange(of: Array(needle.utf8)) }
}
