import Crypto
package import Domain
import Foundation

/// Issued reports as signed bundles, for another installation.
extension Transaction {
    /// The bundle of an issued report; the same report gives the same words.
    ///
    /// - Throws: `.conflict` before it is issued; `.unavailable` without the key that seals secrets.
    package func bundle(of id: String, by officer: Officer) throws -> [UInt8] {
        try officer.require(.draftReports)
        let report = try report(id, for: officer)
        guard report.stage == .issued, let document = report.document, let content = report.content
        else {
            throw Problem(
                .conflict, "Chỉ lập được gói của báo cáo đã phát hành. Hãy phát hành trước.")
        }
        let ward = try reportingWard(officer.ward)
        let payload = try ReportJSON.write(
            ReportBundle(
                sender: .init(
                    code: officer.ward, name: ward.name, kind: ward.kind, province: ward.province),
                report: report.id, thread: try thread(of: report, for: officer),
                revision: report.revision, kind: report.kind.key, title: report.title,
                from: report.from, to: report.to ?? report.from, issued: report.head.issued,
                document: document, figures: content.figures))
        let key = try signingKey(by: officer)
        let signature = try key.signature(for: Data(payload.utf8))
        let signed = SignedReportBundle(
            key: key.publicKey.rawRepresentation.base64EncodedString(), payload: payload,
            signature: signature.base64EncodedString())
        return Array(try ReportJSON.write(signed).utf8)
    }

    private func thread(of report: StoredReport, for officer: Officer) throws -> String {
        var first = report
        while let before = first.corrects { first = try self.report(before, for: officer) }
        return first.id
    }

    /// The ward's key, made when it is first asked for.
    private func signingKey(by officer: Officer) throws -> Curve25519.Signing.PrivateKey {
        let ward = officer.ward
        let kept: SealedSecret? = try value(
            "SELECT secret AS value FROM report_keys WHERE ward = \(ward)")
        if let kept {
            let text = try vault.open(kept, .report, of: ward, ward: ward)
            guard let bytes = Data(base64Encoded: text) else {
                preconditionFailure("the ward's key was written by this program")
            }
            return try Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
        }
        let key = Curve25519.Signing.PrivateKey()
        let secret = try vault.seal(
            key.rawRepresentation.base64EncodedString(), .report, of: ward, ward: ward)
        let published = key.publicKey.rawRepresentation.base64EncodedString()
        try run(
            """
            INSERT INTO report_keys (ward, public_key, secret, made_at)
            VALUES (\(ward), \(published), \(secret), \(now))
            """)
        try record(
            "report.key.make", "wards/\(ward)",
            [JournalChange("fingerprint", to: Self.fingerprint(of: published))], by: officer)
        return key
    }

    /// What tells the ward's own key, so that a receiver can compare it; nil: none was made yet.
    package func reportFingerprint(ward: String) throws -> String? {
        let key: String? = try value(
            "SELECT public_key AS value FROM report_keys WHERE ward = \(ward)")
        return key.map(Self.fingerprint)
    }

    /// `3f2a 91c0 …`: the first 16 bytes of SHA-256 over a key.
    static func fingerprint(of key: String) -> String {
        let hash = hexadecimal(SHA256.hash(data: Data(base64Encoded: key) ?? Data()))
        let digits = Array(hash.prefix(fingerprintDigits))
        return stride(from: 0, to: digits.count, by: 4).map {
            String(digits[$0..<min($0 + 4, digits.count)])
        }.joined(separator: " ")
    }

    private static var fingerprintDigits: Int { 32 }
}
