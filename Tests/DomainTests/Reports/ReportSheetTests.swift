import Domain
import Testing

@Suite struct `The sheet of a report` {
    private let ward = ReportingWard(
        name: "Thử", kind: "phường", province: "thành phố Sông Lam", isParty: false)

    private func duty(_ from: String...) -> ReportDuty {
        ReportDuty(
            from: from, to: "Thành ủy", via: nil, due: "--12-10", isBeforeDue: false,
            recurrence: .yearly, isOfWard: true)
    }

    @Test(arguments: [
        "Đảng ủy phường", "Ban Thường vụ Đảng ủy", "Chi bộ Công an phường", "Văn phòng Đảng ủy",
        "Đảng bộ phường", "Ban Chấp hành Chi bộ", "cấp ủy cơ sở",
    ])
    func `knows the bodies of the Party`(name: String) {
        #expect(ReportingWard.isPartyBody(name))
    }

    @Test(arguments: ["UBND phường", "Công an phường", "Tổ dân phố số 1", "Ủy ban MTTQ", ""])
    func `knows the others`(name: String) {
        #expect(!ReportingWard.isPartyBody(name))
    }

    @Test func `is the Party's when its committee reports, or issued the plan`() {
        #expect(ward.reporting(on: duty("Đảng ủy phường"), planIssuer: "UBND phường").isParty)
        #expect(ward.reporting(on: duty("Phường"), planIssuer: "Đảng ủy phường").isParty)
        #expect(!ward.reporting(on: duty("UBND phường"), planIssuer: "Đảng ủy phường").isParty)
        #expect(!ward.reporting(on: duty("UBND phường"), planIssuer: nil).isParty)
        #expect(!ward.reporting(on: duty("Chi bộ 1", "Công an"), planIssuer: nil).isParty)
    }

    @Test func `of the Party has its head, symbol and signature`() {
        let body = ward.reporting(on: duty("Đảng ủy phường"), planIssuer: nil)
        let sheet = ReportSheet.ofWard(
            body, duty: duty("Đảng ủy phường"), head: ReportHead(), today: Day(number: 20_000))
        #expect(sheet.layout == .party)
        #expect(sheet.parentBody == ["Thành ủy Sông Lam"])
        #expect(sheet.issuer == ["Đảng ủy phường Thử"])
        #expect(sheet.symbol == "BC/ĐU")
        #expect(sheet.signatureLines == ["T/M BAN THƯỜNG VỤ", "BÍ THƯ"])
    }

    @Test func `of a chi bộ is the Party's, of an office the State's`() {
        func sheet(_ unit: String) -> AdministrativeDocument {
            ReportSheet.ofUnit(
                unit, of: ward, duty: duty(unit), signer: nil, post: nil, issued: nil,
                today: Day(number: 20_000))
        }
        #expect(sheet("Chi bộ Công an phường").layout == .party)
        #expect(sheet("Chi bộ Công an phường").parentBody == ["Đảng ủy phường Thử"])
        #expect(sheet("Công an phường").layout == .state)
        #expect(sheet("Công an phường").parentBody == ["Ủy ban nhân dân", "phường Thử"])
    }
}
