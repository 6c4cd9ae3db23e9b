import Domain

extension Transaction {
    /// Makes a ward (phường, xã, đặc khu), the holder of everything else.
    ///
    /// - Parameters:
    ///   - code: five digits of the national list of administrative units.
    ///   - kind: as it stands before the name, `phường`; `tỉnh` or `thành phố` of one that stands
    ///     above others.
    ///   - above: code of the place to which it reports.
    package func addWard(
        code: String, name: String, kind: String, province: String, layout: String = "state",
        above: String? = nil
    ) throws {
        try run(
            """
            INSERT INTO wards (code, name, kind, province, layout)
            VALUES (\(code), \(name), \(kind), \(province), \(layout))
            """)
        try record(
            "ward.add", "wards/\(code)",
            [JournalChange("name", to: name), JournalChange("province", to: province)],
            ward: code, account: nil, origin: "cli")
        if let above { try placeWard(code, under: above) }
    }

    /// Codes of all wards of the installation.
    package func wardCodes() throws -> [String] {
        try rows("SELECT code FROM wards ORDER BY code").map { $0["code"] }
    }
}
