import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Refused frames` {
    private typealias Setting = `Frames of alarms`.Setting

    private func refused(_ reason: String, ward: String? = nil) -> RefusedFrame {
        RefusedFrame(
            ward: ward, receivedAt: TestEngine.moment, source: "10.0.0.7", number: "F17A",
            reason: reason, message: "Sai.", raw: [0, 1, 255])
    }

    @Test(arguments: TestEngine.available)
    func `are kept whole up to a limit, and counted beyond it`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let (most, police) = (RefusedFrame.keptPerHourMax, setting.ward.officer(.police))
        let frames = [RefusedFrame](repeating: refused("crc"), count: most - 1)
        let three = [RefusedFrame](repeating: refused("crc"), count: 3)
        let other = refused("header", ward: TestWard.code)
        try await setting.database.write { try $0.keepRefusals(frames) }
        try await setting.database.write { try $0.keepRefusals(three, uncounted: ["crc": 5]) }
        try await setting.database.write { try $0.keepRefusals([other]) }
        let counts = try await setting.database.read { try $0.alarmRefusals(for: police) }
        #expect(counts.map(\.reason) == ["crc", "header"])
        #expect(counts.map(\.seen) == [most + 7, 1])
        #expect(counts.map(\.kept) == [most, 1])
        #expect(counts[0].message == "Sai.")
        let raw: [UInt8]? = try await setting.database.read {
            try $0.value("SELECT raw AS value FROM alarm_refusals LIMIT 1")
        }
        #expect(raw == [0, 1, 255])
    }

    @Test(arguments: TestEngine.available)
    func `of nobody are shown where there is one ward`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let frames = [refused("crc"), refused("header", ward: TestWard.code)]
        try await setting.database.write { try $0.keepRefusals(frames) }
        let reasons = { (role: Role) in
            let officer = setting.ward.officer(role)
            return try await setting.database.read { try $0.alarmRefusals(for: officer) }
                .map(\.reason).sorted()
        }
        #expect(try await reasons(.office) == ["crc", "header"])
        #expect(try await reasons(.supervisor) == [])
        try await setting.database.write {
            try $0.addWard(code: "00002", name: "Hai", kind: "xã", province: "tỉnh Thử")
        }
        #expect(try await reasons(.office) == ["header"])
    }
}
