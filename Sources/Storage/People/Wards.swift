import Domain

extension Transaction {
    /// Makes a ward (phường, xã, đặc khu), the holder of everything else.
    ///
    /// - Parameters:
    ///   - code: five digits of the national list of administrative units.
    ///   - kind: as it stands before the name, `phường`.
    package func addWard(
        code: String, name: String, kind: String, province: String, layout: String = "state"
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
    }

    /// Codes of all wards of the installation.
    package func wardCodes() throws -> [String] {
        try rows("SELECT code FROM wards ORDER BY code").map { $0["code"] }
    }
}
