import Crypto
package import Domain
import Foundation

/// A report that came from another installation.
package struct ReceivedReport: Sendable {
    package let id: String
    package let sender: String
    package let senderName: String
    package let thread: String
    package let revision: Int
    package let title: String
    package let issued: Day?
    package let receivedAt: Instant
    /// Whether a later correction of it came.
    package let isReplaced: Bool

    static let columns: SQL = """
        r.id, r.sender, s.name AS sender_name, r.thread, r.revision, r.title, r.issued,
        r.received_at, CASE WHEN EXISTS (
            SELECT 1 FROM received_reports l WHERE l.ward = r.ward AND l.sender = r.sender
                AND l.thread = r.thread AND l.revision > r.revision) THEN 1 ELSE 0 END AS replaced
        """

    static let joins: SQL = """
        received_reports r JOIN report_senders s ON s.ward = r.ward AND s.sender = r.sender
        """

    init(_ row: Row) {
        id = row["id"]
        sender = row["sender"]
        senderName = row["sender_name"]
        thread = row["thread"]
        revision = row["revision"]
        title = row["title"]
        issued = row["issued"]
        receivedAt = row["received_at"]
        isReplaced = row["replaced"]
    }
}

/// What became of a bundle.
package struct TakenReport: Sendable, Equatable {
    package let id: String
    /// The very same was taken in before; nothing was changed.
    package let wasKnown: Bool
}

/// Taking reports in from other installations: each once, whole or not at all.
extension Transaction {
    /// Takes a signed bundle in.
    ///
    /// - Parameter fingerprint: of the sender's key, as a person compared it with the sender; needed
    ///   for the first report of each place.
    /// - Throws: `.invalid` for a broken or unreadable file; `.conflict` for an unknown sender or key,
    ///   a report of the ward itself, an older version, or another content under the same number.
    package func takeReport(
        _ bytes: [UInt8], accepting fingerprint: String? = nil, by officer: Officer
    ) throws -> TakenReport {
        try officer.require(.draftReports)
        let (signed, bundle) = try Self.verified(bytes)
        guard bundle.sender.code != officer.ward else {
            throw Problem(
                .conflict,
                "Đây là báo cáo của chính \(bundle.sender.words); không cần nhập vào nơi đã lập ra nó."
            )
        }
        try accept(bundle.sender, key: signed.key, fingerprint, by: officer)
        let hash = hexadecimal(SHA256.hash(data: Data(signed.payload.utf8)))
        let known = try rows(
            """
            SELECT id, revision, hash FROM received_reports
            WHERE ward = \(officer.ward) AND sender = \(bundle.sender.code)
                AND thread = \(bundle.thread) ORDER BY revision
            """)
        if let same = known.first(where: { ($0["revision"] as Int) == bundle.revision }) {
            guard (same["hash"] as String) == hash else {
                throw Problem(
                    .conflict,
                    "Báo cáo «\(bundle.title)» của \(bundle.sender.words) đã nhận với nội dung khác. Báo cáo đã phát hành không được đổi: hãy xin phường gửi bản đính chính."
                )
            }
            return TakenReport(id: same["id"], wasKnown: true)
        }
        if let last = known.last, (last["revision"] as Int) > bundle.revision {
            throw Problem(
                .conflict,
                "Đã nhận bản đính chính mới hơn của báo cáo này; bản trong tệp là bản cũ nên không nhập."
            )
        }
        return try keep(bundle, signed.payload, hash: hash, by: officer)
    }

    private func keep(
        _ bundle: ReportBundle, _ payload: String, hash: String, by officer: Officer
    ) throws -> TakenReport {
        let id = makeIdentifier()
        try run(
            """
            INSERT INTO received_reports
                (ward, id, sender, thread, revision, title, issued, hash, payload, received_at,
                 received_by)
            VALUES (\(officer.ward), \(id), \(bundle.sender.code), \(bundle.thread),
                \(bundle.revision), \(bundle.title), \(bundle.issued), \(hash), \(payload),
                \(now), \(officer.id))
            """)
        try record(
            "report.receive", "received_reports/\(id)",
            [
                JournalChange("sender", to: bundle.sender.words),
                JournalChange("title", to: bundle.title),
                JournalChange("issued", to: bundle.issued?.iso),
            ], by: officer)
        return TakenReport(id: id, wasKnown: false)
    }

    /// Reads a file and proves that its words are those that were signed.
    private static func verified(
        _ bytes: [UInt8]
    ) throws(Problem) -> (SignedReportBundle, ReportBundle) {
        guard bytes.count <= SignedReportBundle.bytesMax else {
            throw Problem(.tooLarge, "Gói báo cáo lớn quá 20 MB. Hãy kiểm tra lại tệp.")
        }
        guard
            let signed = try? JSONDecoder().decode(SignedReportBundle.self, from: Data(bytes))
        else { throw SignedReportBundle.unreadable }
        try signed.checkFormat()
        guard let raw = Data(base64Encoded: signed.key),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw),
            let signature = Data(base64Encoded: signed.signature),
            key.isValidSignature(signature, for: Data(signed.payload.utf8))
        else {
            throw Problem(
                .invalid,
                "Chữ ký của gói không đúng: tệp đã bị sửa sau khi ký, hoặc hỏng khi chuyển. Hãy xin lại tệp từ phường gửi."
            )
        }
        guard
            let bundle = try? JSONDecoder().decode(
                ReportBundle.self, from: Data(signed.payload.utf8))
        else { throw SignedReportBundle.unreadable }
        return (signed, bundle)
    }

    /// Whether the sender's key is the one that was compared; a first one is kept with it.
    private func accept(
        _ sender: ReportBundle.Sender, key: String, _ fingerprint: String?, by officer: Officer
    ) throws {
        let own = Self.fingerprint(of: key)
        let kept: String? = try value(
            """
            SELECT public_key AS value FROM report_senders
            WHERE ward = \(officer.ward) AND sender = \(sender.code)
            """)
        if let kept {
            guard kept == key else {
                throw Problem(
                    .conflict,
                    "Gói mang tên \(sender.words) nhưng ký bằng khóa khác khóa đã chấp nhận, nên không nhập. Hãy hỏi lại phường gửi: dấu vân tay trong tệp là \(own)."
                )
            }
            return
        }
        guard let fingerprint, !fingerprint.isEmpty else {
            throw Problem(
                .conflict,
                "Nơi này chưa nhận báo cáo nào của \(sender.words) (mã \(sender.code)). Hãy gọi phường gửi đối chiếu dấu vân tay khóa, rồi nhập lại kèm dấu vân tay: \(own).",
                refusals: ["fingerprint": "Dấu vân tay trong tệp: \(own)."])
        }
        guard fingerprint.filter({ !$0.isWhitespace }).lowercased() == own.filter({ $0 != " " })
        else {
            throw Problem(
                .conflict,
                "Dấu vân tay vừa ghi không khớp khóa trong tệp, nên không nhập. Tệp có thể không phải của \(sender.words).",
                refusals: ["fingerprint": "Không khớp với khóa trong tệp."])
        }
        try run(
            """
            INSERT INTO report_senders (ward, sender, name, public_key, accepted_at, accepted_by)
            VALUES (\(officer.ward), \(sender.code), \(sender.words), \(key), \(now),
                \(officer.id))
            """)
        try record(
            "report.sender.accept", "wards/\(officer.ward)",
            [JournalChange("sender", to: sender.words), JournalChange("fingerprint", to: own)],
            by: officer)
    }

    // MARK: What was taken in

    /// Reports of other places, the last received first.
    package func receivedReports(for officer: Officer) throws -> [ReceivedReport] {
        try officer.require(.readAll)
        return try rows(
            """
            SELECT \(ReceivedReport.columns) FROM \(ReceivedReport.joins)
            WHERE r.ward = \(officer.ward) ORDER BY r.received_at DESC, r.id DESC
            LIMIT \(Self.reportsMax)
            """
        ).map(ReceivedReport.init)
    }

    /// - Throws: `.notFound` for a report that is not there.
    package func receivedReport(
        _ id: String, for officer: Officer
    ) throws -> (report: ReceivedReport, bundle: ReportBundle) {
        try officer.require(.readAll)
        let found = try row(
            """
            SELECT \(ReceivedReport.columns), r.payload FROM \(ReceivedReport.joins)
            WHERE r.ward = \(officer.ward) AND r.id = \(id)
            """)
        guard let found, let bundle: ReportBundle = try ReportJSON.read(found["payload"]) else {
            throw Problem(.notFound, "Không có báo cáo này.")
        }
        return (ReceivedReport(found), bundle)
    }
}
