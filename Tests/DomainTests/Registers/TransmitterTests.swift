import Domain
import Testing

@Suite struct `The line of a transmitter` {
    private let trial = RegisterTrial(Transmitters.description)

    @Test(arguments: [
        ("2026-12-13", Transmitters.Subscription.paid), ("2026-12-12", .ending),
        ("2026-11-28", .ending), ("2026-11-27", .over),
    ])
    func `is to be paid for within fourteen days, and then is not paid`(
        until: String, wanted: Transmitters.Subscription
    ) throws {
        let found = try trial.derived("subscription", ["paid_until": until])
        #expect(found?.cell == wanted.cell)
        #expect(found?.reason.contains("\(until.suffix(2))/") == true)
    }

    @Test func `says nothing of a device without a SIM`() throws {
        #expect(try trial.derived("subscription", [:]) == nil)
        #expect(try trial.derived("subscription", ["paid_until": ""]) == nil)
    }

    @Test(arguments: [
        CheckCase(["subscription_over"], ["paid_until": "2026-11-27"]),
        CheckCase([], ["paid_until": "2026-11-28"]),
        CheckCase([], ["paid_until": "2026-11-27", "exempt_on": "2026-01-01"]),
    ])
    func `that is not paid for is wrong in the register`(example: CheckCase) throws {
        #expect(try trial.wrong(example.texts) == example.codes)
    }

    @Test func `is asked for where it is used`() throws {
        #expect(try !trial.lacking([:]).contains("carrier"))
        let connected = ["connected_on": "2026-11-01"]
        #expect(try trial.lacking(connected).contains("carrier"))
        #expect(try !trial.lacking(connected).contains("paid_until"))
        #expect(try trial.lacking(["sim": "0900030001"]).contains("paid_until"))
    }

    @Test(arguments: [
        ("Nhà mạng viễn thông", "carrier"), ("SIM", "sim"), ("ICCID", "sim"),
        ("Số thuê bao", "sim"), ("Hạn cước", "paid_until"), ("Ngày hết hạn SIM", "paid_until"),
        ("Đường truyền dự phòng", "second_path"),
    ])
    func `is found in sheets by what offices call it`(head: String, key: String) {
        let owners = Transmitters.description.fields.filter {
            ([$0.label] + $0.also).map(folded).contains(folded(head))
        }
        #expect(owners.map(\.key) == [key])
    }
}
