import Domain
import Storage
import TestSupport
import Testing

/// Reports from their first word to their correction.
extension JournalDrive {
    func living(period: String) async throws {
        let (office, police) = (officer(.office), officer(.police))
        let chairman = officer(.chairman)
        let id = try await run("report.start") {
            try $0.startReport(NewReport("plan_year", period: period), by: office)
        }
        try await run("report.section.edit") {
            try $0.editSection("closing", of: id, text: "Trên đây.", version: 0, by: office)
        }
        try await run("report.section.restore") {
            try $0.restoreSection("closing", of: id, version: 1, by: office)
        }
        try await run("report.head") {
            var head = ReportHead()
            head.signer = "Người Ký"
            try $0.setReportHead(head, of: id, version: 1, by: office)
        }
        try await run("report.figure.enter") {
            try $0.enterFigure("fires", of: id, value: 3, note: "Sổ giấy", by: office)
        }
        try await run("report.figure.remove") {
            try $0.removeEntry("fires", of: id, by: office)
        }
        try await database.write { try ReportSetting.fill(id, $0, by: office) }
        try await run("report.hand_in") { try $0.handInReport(id, version: 2, by: office) }
        try await run("report.send_back") {
            try $0.sendBackReport(id, reason: "Thiếu số.", version: 3, by: police)
        }
        try await run("report.hand_in") { try $0.handInReport(id, version: 4, by: office) }
        try await run("report.review") { try $0.reviewReport(id, version: 5, by: police) }
        try await run("report.approve") { try $0.approveReport(id, version: 6, by: chairman) }
        try await run("report.issue") { tx in
            try tx.issueReport(
                id, number: "7", on: tx.today, scan: nil, version: 7, by: office,
                file: ReportSetting.file)
        }
        let bytes = try await run("report.key.make") { try $0.bundle(of: id, by: office) }
        let key = try await database.read { try $0.reportFingerprint(ward: TestWard.code) }
        let above = Officer(
            id: office.id, ward: "00098", login: office.login, name: office.name, role: .office,
            unit: nil, origin: "test")
        try await database.write {
            try $0.addWard(code: "00098", name: "Trên", kind: "phường", province: "tỉnh Thử")
        }
        try await run("report.sender.accept", "report.receive") {
            try $0.takeReport(bytes, accepting: key, by: above)
        }
        let given = try await database.write {
            try $0.startReport(
                NewReport("half_year", from: Day(number: $0.today.number - 9), to: $0.today),
                by: office)
        }
        try await run("report.end") { try $0.endReport(given, version: 1, by: office) }
        // A fire of the time that is entered after the report went out begins its correction.
        try await database.write { tx in
            try tx.addRecord(
                try TestIncidents.fire(on: tx.today, in: tx, by: office),
                to: Incidents.description, by: office)
        }
        try await database.write { tx in
            let begun = try #require(try tx.correction(of: id, for: office))
            try tx.endReport(begun.id, version: begun.version, by: office)
        }
        try await run("report.correct") { try $0.startCorrection(of: id, by: office) }
    }
}
