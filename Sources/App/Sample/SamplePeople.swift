import Domain
import Storage

/// The people of the sample ward as those who act.
struct SamplePeople: Sendable {
    private let byLogin: [String: Officer]
    private let byUnit: [String: Officer]

    init(_ tx: Transaction, groups: Int) throws {
        var byLogin: [String: Officer] = [:]
        var byUnit: [String: Officer] = [:]
        for person in SampleWard.people(groups: groups) {
            guard let account = try tx.accountIfAny(login: person.login) else { continue }
            let officer = account.officer(from: "sample")
            byLogin[person.login] = officer
            if let unit = officer.unit, byUnit[unit] == nil { byUnit[unit] = officer }
        }
        self.byLogin = byLogin
        self.byUnit = byUnit
    }

    func officer(_ login: String) throws -> Officer {
        guard let officer = byLogin[login] else {
            throw Problem(.notFound, "Phường mẫu không có tài khoản \(login).")
        }
        return officer
    }

    /// Who speaks for a unit.
    func head(of unit: String) -> Officer? { byUnit[unit] }
}
