import Domain
import Testing

/// A record of a register as people would type it, for its checks and derivations.
struct RegisterTrial {
    static let today = Day(number: 20_785)  // 28/11/2026

    let register: RegisterDescription
    var rules: [Record] = []

    init(_ register: RegisterDescription, rules: [Record] = []) {
        self.register = register
        self.rules = rules
    }

    /// The cells of what is given alone; what a record cannot be kept without may be missing.
    func cells(_ texts: [String: String]) throws -> [String: Cell] {
        var cells: [String: Cell] = [:]
        for (key, text) in texts {
            let field = try #require(register.field(key), "\(register.name) has no field \(key)")
            cells[key] = try field.read(text).get()
        }
        for derivation in register.derivations {
            let value = derivation.derive(cells, rules, Self.today)
            cells[derivation.key] = value?.cell ?? .empty
        }
        return cells
    }

    /// Codes of the checks that find the record wrong.
    func wrong(_ texts: [String: String]) throws -> [String] {
        let cells = try cells(texts)
        return register.checks.filter { $0.isWrong.holds(for: cells) }.map(\.code)
    }

    /// What follows for a field, and why.
    func derived(_ key: String, _ texts: [String: String]) throws -> Derivation.Value? {
        var cells = try cells(texts)
        cells[key] = .empty
        let derivation = try #require(register.derivations.first { $0.key == key })
        return derivation.derive(cells, rules, Self.today)
    }

    /// Keys of the fields that a record with these values lacks.
    func lacking(_ texts: [String: String]) throws -> [String] {
        RecordQuality(of: try cells(texts), in: register, .init(today: Self.today))
            .gaps.filter { $0.kind == .complete }.map(\.field)
    }

    /// A record of a register of rules.
    static func rule(_ register: RegisterDescription, _ texts: [String: String]) throws -> Record {
        Record(id: "", version: 1, cells: try RegisterTrial(register).cells(texts))
    }
}

/// Texts under which the checks with these codes, and no others, find a record wrong.
struct CheckCase: Sendable, CustomTestStringConvertible {
    let codes: [String]
    let texts: [String: String]

    init(_ codes: [String], _ texts: [String: String]) {
        self.codes = codes
        self.texts = texts
    }

    var testDescription: String { "\(codes) \(texts.sorted { $0.key < $1.key })" }
}
