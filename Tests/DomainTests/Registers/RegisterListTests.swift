import Domain
import Foundation
import Testing

/// What holds of every register, whoever declares it.
@Suite struct `Every register` {
    @Test(arguments: Registers.all.map(\.name))
    func `declares what forms, lists, sheets and rights need`(name: String) throws {
        let register = try #require(Registers.named(name))
        #expect(!register.title.isEmpty && !register.singular.isEmpty && !register.source.isEmpty)
        #expect(!register.columns.isEmpty && !register.identity.isEmpty)
        for key in register.identity {
            let field = try #require(register.field(key), "no field \(key)")
            // What tells records apart is seen by all who see them, or they could not.
            #expect(field.seenBy == nil, "\(key)")
        }
        for key in register.columns { #expect(register.field(key)?.seenBy == nil, "\(key)") }
        if let key = register.access.groupField {
            #expect(register.field(key)?.control == .unit(isGroup: true))
        }
        #expect(register.access.writers.isSubset(of: register.access.readers))
        for field in register.fields where field.isRequired {
            #expect(register.access.writers.allSatisfy(field.isSeen), "\(field.key)")
        }
        let sections = register.sections.compactMap(\.title)
        #expect(Set(sections).count == sections.count)
    }

    @Test(arguments: Registers.all.map(\.name))
    func `has checks and derivations of its own fields`(name: String) throws {
        let register = try #require(Registers.named(name))
        let codes = register.checks.map(\.code)
        #expect(Set(codes).count == codes.count)
        for check in register.checks {
            #expect(check.sentence.hasSuffix("."), "\(check.code)")
            #expect(check.isWrong.keys.isSubset(of: Set(register.fields.map(\.key))))
            #expect(!check.isWrong.holds(for: [:]), "\(check.code): an empty record is not wrong")
        }
        for field in register.fields {
            let asked = field.wanted?.keys ?? []
            #expect(asked.isSubset(of: Set(register.fields.map(\.key))), "\(field.key)")
        }
        for derivation in register.derivations {
            #expect(register.field(derivation.key)?.isRequired == false, "\(derivation.key)")
        }
        #expect(Set(register.derivations.map(\.key)).count == register.derivations.count)
    }

    @Test(arguments: Registers.all.map(\.name))
    func `names its columns so that a head means one of them`(name: String) throws {
        let register = try #require(Registers.named(name))
        var owners: [String: String] = [:]
        for field in register.fields {
            for head in Set(([field.label] + field.also).map(folded)) {
                let other = owners.updateValue(field.key, forKey: head)
                #expect(other == nil, "«\(head)» means \(other ?? "") and \(field.key)")
            }
            #expect(!field.also.contains(field.label), "\(field.key): also says its label again")
        }
    }

    @Test(arguments: Registers.all.map(\.name))
    func `names records of registers that there are, so that they are found again`(
        name: String
    ) throws {
        let register = try #require(Registers.named(name))
        for field in register.fields {
            guard case .record(let target) = field.control else { continue }
            let other = try #require(Registers.named(target), "\(field.key) names no register")
            let id = "01978a3c-0000-7000-8000-0123456789ab"
            let words = other.name(of: Record(id: id, version: 1, cells: other.searchable))
            #expect(!words.isEmpty)
            let end = other.identifierEnd(of: words)
            #expect(end == (other.isNamedByWords ? nil : "0123456789ab"), "\(target)")
        }
    }

    @Test func `stands in the manual as it is in the program`() throws {
        let file = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().appendingPathComponent("../../../docs/registers.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(
            text == RegisterManual.document + "\n",
            "run: canhlua register manual > docs/registers.md")
    }
}

extension RegisterDescription {
    /// A word in every field of one line.
    fileprivate var searchable: [String: Cell] {
        Dictionary(
            uniqueKeysWithValues: fields.filter { $0.control == .line }.map {
                ($0.key, Cell.text("Mẫu"))
            })
    }
}

extension Condition {
    /// Fields that it asks.
    fileprivate var keys: Set<String> {
        switch self {
        case .equals(let key, _), .isEmpty(let key), .atLeast(let key, _), .below(let key, _):
            [key]
        case .exceeds(let key, let other): [key, other]
        case .all(let parts), .any(let parts):
            parts.reduce(into: []) { $0.formUnion($1.keys) }
        case .not(let part): part.keys
        }
    }
}
