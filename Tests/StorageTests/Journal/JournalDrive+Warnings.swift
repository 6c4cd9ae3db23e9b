import Domain
import Storage
import TestSupport
import Testing

extension JournalDrive {
    func warnings() async throws {
        let (office, police) = (officer(.office), officer(.police))
        let text = WarningText.test()
        let site = "https://canhlua.test"
        let spare = try await run("warning.draft") { try $0.draftWarning(text, by: office) }
        try await run("warning.change") {
            try $0.changeWarning(spare, to: text, version: 1, by: office)
        }
        try await run("warning.discard") { try $0.discardWarning(spare, by: office) }
        let id = try await database.write { try $0.draftWarning(text, by: office) }
        try await run("warning.issue") {
            try $0.issueWarning(id, version: 1, address: site, by: police)
        }
        try await run("warning.cancel") {
            try $0.cancelWarning(id, reason: "Đã dập tắt", address: site, by: police)
        }
        let (url, ward) = ("https://nhan.test", TestWard.code)
        try await run("warning.subscriber.add") {
            try $0.addWarningSubscriber(
                url: url, secret: "0123456789abcdef", ward: ward, origin: "cli")
        }
        try await run("warning.subscriber.end") {
            try $0.endWarningSubscriber(url: url, ward: ward, origin: "cli")
        }
    }
}
