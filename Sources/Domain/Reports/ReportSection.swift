/// A part of a report that is drafted, edited and compared as one.
package struct ReportSection: Sendable, Equatable, Codable {
    /// Tells the part again in the next draft; small letters, digits, `-` and `.`.
    package let key: String
    /// Of its heading, 1 or 2; 0: it has none.
    package let level: Int
    package let title: String
    package var blocks: [DocumentBlock]

    package init(_ key: String, level: Int = 0, title: String = "", _ blocks: [DocumentBlock]) {
        self.key = key
        self.level = level
        self.title = title
        self.blocks = blocks
    }

    /// With its heading, as it stands in the document.
    package var all: [DocumentBlock] {
        level == 0 ? blocks : [.heading(level: level, title)] + blocks
    }

    /// How the part is called where its heading does not stand by.
    package var name: String {
        if !title.isEmpty { return title }
        switch key {
        case "opening": return "Mở đầu"
        case "closing": return "Kết thúc"
        case "table": return "Bảng số liệu"
        default: return "Đoạn không có đề mục"
        }
    }

    /// Parts a text at its headings of the first two levels.
    ///
    /// - Parameter key: of what stands before and below the first heading; a second level adds its
    ///   words.
    package static func parted(_ key: String, _ blocks: [DocumentBlock]) -> [ReportSection] {
        var sections: [ReportSection] = []
        var known: Set<String> = []
        func begin(_ wanted: String, _ level: Int, _ title: String) {
            var own = wanted
            var count = 1
            while !known.insert(own).inserted {
                count += 1
                own = "\(wanted)-\(count)"
            }
            sections.append(ReportSection(own, level: level, title: title, []))
        }
        for block in blocks {
            switch block {
            case .heading(let level, let title) where level <= 2:
                begin(level == 1 ? key : "\(key).\(slug(title))", level, title)
            case .heading, .paragraph, .item, .table:
                if sections.isEmpty { begin(key, 0, "") }
                sections[sections.count - 1].blocks.append(block)
            }
        }
        return sections
    }

    private static let slugLengthMax = 60

    private static func slug(_ title: String) -> String {
        let words = folded(title).split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        return String(words.joined(separator: "-").prefix(slugLengthMax))
    }
}

/// A whole report before it gets head and foot.
package struct ReportText: Sendable, Equatable, Codable {
    /// Trích yếu.
    package var title: String
    package var sections: [ReportSection]
    package var appendices: [DocumentAppendix]

    package init(title: String, sections: [ReportSection], appendices: [DocumentAppendix] = []) {
        self.title = title
        self.sections = sections
        self.appendices = appendices
    }

    package var body: [DocumentBlock] { sections.flatMap(\.all) }

    /// The document of an issuing body, whose sheet is filled with this text.
    package func document(on sheet: AdministrativeDocument) -> AdministrativeDocument {
        var document = sheet
        document.title = title
        document.body = body
        document.appendices = appendices
        return document
    }
}
