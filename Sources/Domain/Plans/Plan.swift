/// A plan (kế hoạch) as it is kept: its head, and how far it has come.
package struct Plan: Sendable, Equatable, Codable {
    package enum Status: String, Sendable, CaseIterable, Codable {
        /// Being corrected; nobody but those who run plans sees it.
        case draft
        /// Confirmed: its assignments are with the units.
        case running
        case ended

        package var title: String {
            switch self {
            case .draft: "Bản nháp"
            case .running: "Đang thực hiện"
            case .ended: "Đã kết thúc"
            }
        }
    }

    package let id: String
    /// Raw value of `DocumentReference.Kind`.
    package let kind: String
    /// `131/KH-UBND`; nil while blank.
    package let number: String?
    package let numberSuffix: String?
    package let title: String
    package let issuer: String?
    package let place: String?
    /// `YYYY-MM-DD`, or `YYYY-MM` while the day is blank.
    package let issued: String?
    package let status: Status
    /// The version in force, from 1.
    package let currentVersion: Int
    package let createdAt: Instant
    package let confirmedAt: Instant?
    /// For noticing that somebody else wrote in the meantime.
    package let version: Int

    package init(
        id: String, kind: String, number: String?, numberSuffix: String?, title: String,
        issuer: String?, place: String?, issued: String?, status: Status, currentVersion: Int,
        createdAt: Instant, confirmedAt: Instant?, version: Int
    ) {
        self.id = id
        self.kind = kind
        self.number = number
        self.numberSuffix = numberSuffix
        self.title = title
        self.issuer = issuer
        self.place = place
        self.issued = issued
        self.status = status
        self.currentVersion = currentVersion
        self.createdAt = createdAt
        self.confirmedAt = confirmedAt
        self.version = version
    }

    /// `Kế hoạch số 131/KH-UBND`, or with `…` where the number is blank.
    package var name: String {
        let kind = DocumentReference.Kind(rawValue: kind) ?? .plan
        return "\(kind.title) số \(number ?? "…\(numberSuffix ?? "")")"
    }

    /// `15/5/2026`, `tháng 5/2026`; nil when nothing is known.
    package var issuedWords: String? {
        guard let issued else { return nil }
        if let day = Day(iso: issued) { return "ngày \(day.vietnamese)" }
        let parts = issued.split(separator: "-")
        return parts.count == 2 ? "tháng \(parts[1])/\(parts[0])" : issued
    }

    /// `/KH-UBND`: the part behind the digits, of the number or of what a blank one still shows.
    package var symbol: String? {
        guard let number, let slash = number.firstIndex(of: "/") else { return numberSuffix }
        return String(number[slash...])
    }

    /// Number and day are there, so that others can cite it.
    package var isComplete: Bool { number != nil && issued.flatMap { Day(iso: $0) } != nil }
}
