/// An issued report as it goes to another installation.
package struct ReportBundle: Sendable, Equatable, Codable {
    /// The body that issued it.
    package struct Sender: Sendable, Equatable, Codable {
        package let code: String
        package let name: String
        package let kind: String
        package let province: String

        package init(code: String, name: String, kind: String, province: String) {
            self.code = code
            self.name = name
            self.kind = kind
            self.province = province
        }

        /// `phường An Mẫu, thành phố Hải Mẫu`.
        package var words: String { "\(kind) \(name), \(province)" }
    }

    package let sender: Sender
    package let report: String
    /// The first of its line of corrections; itself when it corrects none.
    package let thread: String
    /// 1 for a report that corrects none.
    package let revision: Int
    package let kind: String
    package let title: String
    /// Days as `2026-11-21`.
    private let begins: String
    private let ends: String
    private let issuedOn: String?
    package let document: AdministrativeDocument
    package let figures: [ReportFigure]

    package init(
        sender: Sender, report: String, thread: String, revision: Int, kind: String,
        title: String, from: Day, to: Day, issued: Day?, document: AdministrativeDocument,
        figures: [ReportFigure]
    ) {
        self.sender = sender
        self.report = report
        self.thread = thread
        self.revision = revision
        self.kind = kind
        self.title = title
        begins = from.iso
        ends = to.iso
        issuedOn = issued?.iso
        self.document = document
        self.figures = figures
    }

    /// nil: somebody else's program wrote no day.
    package var from: Day? { Day(iso: begins) }
    package var to: Day? { Day(iso: ends) }
    package var issued: Day? { issuedOn.flatMap { Day(iso: $0) } }
}

/// A bundle with the signature over its very words.
package struct SignedReportBundle: Sendable, Equatable, Codable {
    package static let formatName = "canhlua-report"
    package static let versionNow = 1
    /// Bytes; the report of a large ward has two million.
    package static let bytesMax = 20_000_000

    package let format: String
    package let version: Int
    /// Ed25519, Base64.
    package let key: String
    /// JSON of the bundle, as text, so that what was signed stays the same byte for byte.
    package let payload: String
    /// Base64.
    package let signature: String

    package init(key: String, payload: String, signature: String) {
        format = Self.formatName
        version = Self.versionNow
        self.key = key
        self.payload = payload
        self.signature = signature
    }

    /// Refuses what this program cannot read, before anything of it is believed.
    package func checkFormat() throws(Problem) {
        guard format == Self.formatName else { throw Self.unreadable }
        guard version <= Self.versionNow else {
            throw Problem(
                .invalid,
                "Gói báo cáo theo phiên bản \(version), mới hơn chương trình này. Hãy cập nhật Canh Lửa rồi nhập lại."
            )
        }
        guard version == Self.versionNow else {
            throw Problem(
                .invalid,
                "Gói báo cáo theo phiên bản \(version) đã cũ, không nhận nữa. Hãy xin phường gửi lập lại gói bằng bản Canh Lửa hiện nay."
            )
        }
    }

    package static let unreadable = Problem(
        .invalid,
        "Tệp không phải gói báo cáo của Canh Lửa, hoặc đã hỏng. Hãy xin lại tệp .json từ phường gửi."
    )
}
