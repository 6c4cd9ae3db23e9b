/// What evidence may be, by its first bytes: names and declared types are not believed.
package enum EvidenceKind: String, Sendable, CaseIterable {
    case jpeg, png, webp, heic, pdf, office, oldOffice, video

    /// Files of one report, and the size of each in bytes: photographs of a phone, scans.
    package static let filesMax = 20
    package static let bytesMax = 15_000_000

    /// nil: nothing that is taken as evidence.
    package init?(of bytes: [UInt8]) {
        let head = bytes.prefix(16)
        func stands(_ text: String, at offset: Int) -> Bool {
            head.dropFirst(offset).starts(with: Array(text.utf8))
        }
        if head.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if stands("RIFF", at: 0) && stands("WEBP", at: 8) {
            self = .webp
        } else if stands("%PDF-", at: 0) {
            self = .pdf
        } else if head.starts(with: [0x50, 0x4B, 3, 4]) {
            self = .office
        } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .oldOffice
        } else if stands("ftyp", at: 4) {
            // ISO 14496-12: the brand follows; HEIC photographs of iPhones, else a film.
            self = ["heic", "heix", "mif1", "hevc"].contains { stands($0, at: 8) } ? .heic : .video
        } else {
            return nil
        }
    }

    package func mediaType(name: String) -> String {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        switch self {
        case .jpeg: return "image/jpeg"
        case .png: return "image/png"
        case .webp: return "image/webp"
        case .heic: return "image/heic"
        case .pdf: return "application/pdf"
        case .video: return "video/mp4"
        case .oldOffice: return ending == "xls" ? "application/vnd.ms-excel" : "application/msword"
        case .office:
            switch ending {
            case "docx":
                return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            case "xlsx":
                return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            default: return "application/zip"
            }
        }
    }

    /// Media types that a browser shows by itself; everything else is only for keeping.
    package static let shown: Set<String> = ["image/jpeg", "image/png", "image/webp"]
}

/// A file that a person gives as evidence, looked at.
package struct Evidence: Sendable {
    package let name: String
    package let mediaType: String
    package let bytes: [UInt8]

    /// - Throws: `.invalid` for a file of another kind, `.tooLarge` for one that is too large.
    package init(name: String, bytes: [UInt8]) throws(Problem) {
        guard bytes.count <= EvidenceKind.bytesMax else {
            throw Problem(
                .tooLarge,
                "Tệp «\(name)» lớn hơn \(EvidenceKind.bytesMax / 1_000_000) MB. Hãy giảm cỡ ảnh hoặc chia tệp nhỏ hơn."
            )
        }
        guard let kind = EvidenceKind(of: bytes) else {
            throw Problem(
                .invalid,
                "Tệp «\(name)» không phải ảnh (JPG, PNG, HEIC), PDF, Word hay Excel. Hãy chọn tệp khác."
            )
        }
        self.name = name
        self.bytes = bytes
        mediaType = kind.mediaType(name: name)
    }
}
