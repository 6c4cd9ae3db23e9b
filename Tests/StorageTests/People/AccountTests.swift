import Domain
import Storage
import Testing
import TestSupport

@Suite struct `An account` {
    @Test(arguments: TestEngine.available)
    func `is changed by who saw its present version`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let administrator = ward.officer(.administrator)
        let id = ward.officer(.division).id
        let edit = AccountEdit(
            name: "Đỗ Mới", role: .police, unit: ward.police, post: "Phó", email: nil, phone: nil)
        try await database.write { try $0.changeAccount(id, edit, version: 1, by: administrator) }
        let problem = await #expect(throws: Problem.self) {
            try await database.write {
                try $0.changeAccount(id, edit, version: 1, by: administrator)
            }
        }
        #expect(problem?.kind == .conflict)
        let found = try await database.read {
            try $0.accounts(AccountFilter(words: "do moi"), limit: 5, by: administrator)
        }
        #expect(found.map(\.role) == [.police])
        #expect(found.map(\.unitName) == ["Công an phường"])
    }

    @Test(arguments: TestEngine.available)
    func `has a telephone number that the journal does not keep`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let administrator = ward.officer(.administrator)
        let id = try await database.write { tx in
            try tx.addAccount(
                NewAccount(
                    login: "moi", name: "C", role: .police, unit: ward.police,
                    phone: Telephone(text: "+84 912 000 678"), passwordHash: "x"),
                ward: TestWard.code, by: administrator)
        }
        func phone() async throws -> String? {
            try await database.read { try $0.account(id, ward: TestWard.code).phone?.digits }
        }
        #expect(try await phone() == "0912000678")
        for (version, number) in [(1, "0912 000 679"), (2, "0913000679"), (3, "")] {
            let edit = AccountEdit(
                name: "C", role: .police, unit: ward.police, post: nil, email: nil,
                phone: Telephone(text: number))
            try await database.write {
                try $0.changeAccount(id, edit, version: version, by: administrator)
            }
        }
        #expect(try await phone() == nil)
        let changes = try await database.read {
            try $0.journal(of: "accounts/\(id)", ward: TestWard.code, limit: 9).map(\.changes)
        }
        #expect(changes.count == 4)
        #expect(changes.prefix(3).allSatisfy { $0.contains("phone") && $0.contains("…679") })
        #expect(!changes.contains { $0.contains("0912") || $0.contains("0913") })
    }

    @Test(arguments: TestEngine.available)
    func `belongs to a unit unless its role sees the whole ward`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let administrator = ward.officer(.administrator)
        for role in [Role.division, .groupHead, .facilityHead] {
            let added = await #expect(throws: Problem.self) {
                try await database.write { tx in
                    try tx.addAccount(
                        NewAccount(
                            login: "moi", name: "C", role: role, unit: nil, passwordHash: "x"),
                        ward: TestWard.code, by: administrator)
                }
            }
            #expect(added?.refusals["unit"] != nil, "\(role)")
            let edit = AccountEdit(
                name: "C", role: role, unit: nil, post: nil, email: nil, phone: nil)
            let changed = await #expect(throws: Problem.self) {
                try await database.write {
                    try $0.changeAccount(
                        ward.officer(role).id, edit, version: 1, by: administrator)
                }
            }
            #expect(changed?.refusals["unit"] != nil, "\(role)")
        }
    }

    @Test(arguments: TestEngine.available)
    func `never leaves a ward without an administrator`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let administrator = ward.officer(.administrator)
        let edit = AccountEdit(
            name: "A", role: .office, unit: nil, post: nil, email: nil, phone: nil)
        await #expect(throws: Problem.self) {
            try await database.write {
                try $0.changeAccount(administrator.id, edit, version: 1, by: administrator)
            }
        }
        await #expect(throws: Problem.self) {
            try await database.write {
                try $0.lockAccount(
                    administrator.id, ward: TestWard.code, by: nil, origin: "cli")
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `of another ward is nobody`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let administrator = ward.officer(.administrator)
        let stranger = try await database.write { tx in
            try tx.addWard(code: "00002", name: "Hai", kind: "xã", province: "tỉnh Thử")
            return try tx.addAccount(
                NewAccount(
                    login: "stranger", name: "B", role: .police, unit: nil, passwordHash: "x"),
                ward: "00002", by: nil)
        }
        let problem = await #expect(throws: Problem.self) {
            try await database.write {
                try $0.lockAccount(
                    stranger, ward: administrator.ward, by: administrator, origin: "test")
            }
        }
        #expect(problem?.kind == .notFound)
        let listed = try await database.read {
            try $0.accounts(AccountFilter(), limit: 100, by: administrator)
        }
        #expect(!listed.contains { $0.id == stranger })
    }

    @Test(arguments: TestEngine.available)
    func `is refused a unit of another ward and a login of other letters`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let add = { (login: String, unit: String?) in
            try await database.write { tx in
                try tx.addAccount(
                    NewAccount(
                        login: login, name: "C", role: .police, unit: unit, passwordHash: "x"),
                    ward: TestWard.code, by: ward.officer(.administrator))
            }
        }
        await #expect(throws: Problem.self) { _ = try await add("nguyễn", nil) }
        await #expect(throws: Problem.self) { _ = try await add("ab", nil) }
        await #expect(throws: Problem.self) { _ = try await add("abc", "nowhere") }
        _ = try await add("abc", ward.office)
    }

    @Test(arguments: TestEngine.available)
    func `waits after wrong passwords, longer each time, and is locked at last`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        _ = try await TestWard.make(in: database)
        let fail = {
            try await database.write { tx in
                try tx.recordFailure(of: try tx.account(login: "police"), from: "test")
            }
        }
        for _ in 1..<SignInRules.failuresFree { #expect(try await fail() == nil) }
        #expect(try await fail() == 30)
        #expect(try await fail() == 60)
        for _ in SignInRules.failuresFree + 2..<SignInRules.failuresMax { _ = try await fail() }
        #expect(try await database.read { try $0.account(login: "police").lockedAt } == nil)
        #expect(try await fail() == SignInRules.waitSecondsMax)
        #expect(try await database.read { try $0.account(login: "police").lockedAt } != nil)
    }

    @Test(arguments: TestEngine.available)
    func `accepts each time step and each recovery code once`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let officer = ward.officer(.police)
        try await database.write { tx in
            try tx.proposeOneTimeSecret("ABC", by: officer)
            try tx.confirmOneTimeSecret(
                step: 10, recoveryCodes: ["aaaaa-bbbbb", "ccccc-ddddd"], by: officer)
        }
        let account = try await database.read { try $0.account(login: "police") }
        let steps = try await database.write { tx in
            try [10, 11, 11, 9].map { try tx.useOneTimeStep($0, of: account) }
        }
        #expect(steps == [false, true, false, false])
        let codes = try await database.write { tx in
            try ["AAAAA BBBBB", "aaaaabbbbb", "ccccc-ddddd", "eeeee-fffff"].map {
                try tx.useRecoveryCode($0, of: account, from: "test")
            }
        }
        #expect(codes == [true, false, true, false])
    }
}
