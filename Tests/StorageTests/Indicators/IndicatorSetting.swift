import Domain
import Storage
import TestSupport
import Testing

/// A ward with a plan in force, whose second task has a target of a share.
struct IndicatorSetting {
    let draft: Draft
    var office: Officer { draft.office }

    init(_ engine: TestEngine) async throws {
        draft = try await Draft(engine)
        try await draft.confirm()
    }

    /// Five facilities: one has stopped, one is exempt, one is connected, one has only registered.
    @discardableResult
    func fill() async throws -> [String] {
        let dates: [(String, [String: String])] = [
            ("Chợ Một", ["registered_on": "2026-10-01", "connected_on": "2026-11-01"]),
            ("Chợ Hai", ["registered_on": "2026-11-02"]), ("Chợ Ba", [:]),
            ("Chợ Bốn", ["exempt_on": "2026-09-01"]), ("Chợ Năm", [:]),
        ]
        var ids: [String] = []
        for (place, entry) in dates.enumerated() {
            let id = try await keepFacility(
                entry.0, place: place, state: place == 4 ? "stopped" : "working")
            ids.append(id)
            if entry.1.isEmpty { continue }
            let device = ["facility": id].merging(entry.1) { $1 }
            _ = try await keep(Transmitters.description, device)
        }
        return ids
    }

    func keepFacility(
        _ name: String, place: Int, state: String = "working"
    ) async throws -> String {
        try await keep(
            Facilities.description,
            [
                "name": name, "kind": "market", "address": "\(place + 1) phố Thử", "state": state,
            ])
    }

    func keep(_ register: RegisterDescription, _ texts: [String: String]) async throws -> String {
        try await InspectionSetting.keep(
            register, texts, in: draft.database, by: draft.ward.officer(.police))
    }

    func figure(_ key: String) async throws -> IndicatorFigure {
        let (indicator, ward) = (try #require(Indicators.named(key)), TestWard.code)
        return try await draft.database.read { try $0.figure(of: indicator, ward: ward) }
    }

    func names(_ key: String, counted: Bool, as role: Role = .office) async throws -> [String] {
        let (indicator, officer) = (try #require(Indicators.named(key)), draft.ward.officer(role))
        return try await draft.database.read { tx in
            try tx.records(of: indicator, counted: counted, for: officer).records.compactMap {
                $0[Facilities.name]
            }
        }
    }

    func target() async throws -> TargetStanding {
        let (plan, office) = (draft.plan, office)
        let found = try await draft.database.read { tx in
            try tx.targets(of: try tx.plan(plan, for: office), for: office)
        }
        return try #require(found.first { $0.taskCode == "I.1.2" })
    }

    func measure(by key: String?, as role: Role = .office) async throws {
        let (id, plan) = (try await target().target.id, draft.plan)
        let officer = draft.ward.officer(role)
        try await draft.database.write {
            try $0.measureTarget(id, of: plan, by: key, by: officer)
        }
    }

    /// Makes the target one of each week, or month, that asks for so many.
    func ask(per: String, min: Double, unit: String) async throws {
        let id = try await target().target.id
        _ = try await draft.database.write { tx in
            try tx.run(
                """
                UPDATE targets SET per = \(per), min = \(min), unit = \(unit), due = NULL
                WHERE ward = \(TestWard.code) AND id = \(id)
                """)
        }
    }
}
