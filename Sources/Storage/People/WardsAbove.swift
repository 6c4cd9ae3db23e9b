package import Domain

/// A place below another, as the place above sees it.
package struct WardBelow: Sendable, Equatable {
    package let code: String
    package let name: String
    /// As it stands before the name: `phường`, `tỉnh`.
    package let kind: String
    /// The place directly below the asking one to which it belongs; itself, if that is it.
    package let branch: String
    /// Whether other places stand below it; then its figures are theirs.
    package let isAbove: Bool

    package var title: String { "\(kind) \(name)" }
}

/// Places that stand above others (cấp tỉnh, cấp thành phố, trung ương).
///
/// A province is a place like a ward, with accounts, plans and a journal of its own; what makes it the
/// level above is that wards name it. Whoever reads everything of a place reads the figures of all
/// below it, and no records: those stay with the ward.
extension Transaction {
    /// Says to which place a ward reports; nil: to none of this installation.
    ///
    /// - Throws: `.notFound` for a place that is not there; `.invalid` for places in a ring.
    package func placeWard(_ code: String, under above: String?, origin: String = "cli") throws {
        let codes = Set(try wardCodes())
        guard codes.contains(code), above.map(codes.contains) ?? true else {
            throw Problem(
                .notFound,
                "Không có địa phương \(codes.contains(code) ? above ?? "" : code). Hãy lập bằng canhlua ward add trước."
            )
        }
        var higher = above
        while let place = higher {
            guard place != code else {
                throw Problem(
                    .invalid,
                    "Địa phương không thể ở dưới chính nó hoặc dưới nơi báo cáo cho nó. Hãy chọn cấp trên khác."
                )
            }
            higher = try self.place(above: place)
        }
        let old = try place(above: code)
        guard old != above else { return }
        try run("UPDATE wards SET above = \(above) WHERE code = \(code)")
        try record(
            "ward.place", "wards/\(code)", [JournalChange("above", from: old, to: above)],
            ward: code, account: nil, origin: origin)
    }

    private func place(above code: String) throws -> String? {
        try value("SELECT above AS value FROM wards WHERE code = \(code)")
    }

    /// Codes of the places that stand above others.
    package func placesAbove() throws -> Set<String> {
        Set(
            try rows("SELECT DISTINCT above FROM wards WHERE above IS NOT NULL").map {
                $0["above"]
            })
    }

    /// The places below one, however deep, as a table `below (code, branch)`.
    static func below(_ ward: String) -> SQL {
        """
        below (code, branch) AS (
            SELECT w.code, w.code FROM wards w WHERE w.above = \(ward)
            UNION
            SELECT w.code, b.branch FROM wards w JOIN below b ON w.above = b.code)
        """
    }

    /// Whether the officer's place stands above others, and the officer reads everything of it.
    package func isAbove(_ officer: Officer) throws -> Bool {
        guard officer.may(.readAll) else { return false }
        let count: Int? = try value(
            """
            SELECT COUNT(*) AS value FROM (
                SELECT code FROM wards WHERE above = \(officer.ward) LIMIT 1) one
            """)
        return (count ?? 0) > 0
    }

    /// Every place below the officer's.
    ///
    /// - Throws: `.forbidden` for who does not read everything.
    package func wardsBelow(for officer: Officer) throws -> [WardBelow] {
        try officer.require(.readAll)
        return try rows(
            """
            WITH RECURSIVE \(Self.below(officer.ward))
            SELECT w.code, w.name, w.kind, b.branch,
                CASE WHEN EXISTS (SELECT 1 FROM wards x WHERE x.above = w.code)
                    THEN 1 ELSE 0 END AS is_above
            FROM below b JOIN wards w ON w.code = b.code
            ORDER BY w.name, w.code
            """
        ).map {
            WardBelow(
                code: $0["code"], name: $0["name"], kind: $0["kind"], branch: $0["branch"],
                isAbove: $0["is_above"])
        }
    }

    /// - Throws: `.notFound` for a place that is not below the officer's.
    package func wardBelow(_ code: String, for officer: Officer) throws -> WardBelow {
        guard let found = try wardsBelow(for: officer).first(where: { $0.code == code }) else {
            throw Problem(.notFound, "Không có địa phương này, hoặc bạn không được xem.")
        }
        return found
    }
}
