import Foundation
import Testing

/// Rules of the house that a machine can keep.
@Suite struct `The sources` {
    private static let all = Repository.swift(under: "Sources") + Repository.swift(under: "Tests")

    @Test func `are found`() {
        #expect(Self.all.count > 100)
    }

    @Test func `hold nothing unfinished and no way to fall over on purpose`() throws {
        // Written apart, so that this file keeps its own rule.
        let words = ["pri" + "nt(", "tr" + "y!", "FIX" + "ME", "TO" + "DO", "fatal" + "Error("]
        for file in Self.all {
            let text = try file.text
            for word in words {
                let isThere = text.ranges(of: word).contains { range in
                    guard range.lowerBound > text.startIndex else { return true }
                    let before = text[text.index(before: range.lowerBound)]
                    return !before.isLetter && before != "." && before != "_"
                }
                #expect(!isThere, "\(file.path): \(word)")
            }
        }
    }

    /// Targets and what their files may import; the arrow of the architecture.
    private static let imports: [String: Set<String>] = [
        "Domain": ["FoundationEssentials", "Synchronization", "Glibc"],
        "Documents": ["CLibZip", "Domain", "Foundation", "FoundationXML", "Glibc", "Subprocess"],
        "Storage": [
            "CLibPQ", "Crypto", "Dispatch", "Domain", "Foundation", "GRDB",
            "GRDBSQLite", "Glibc", "Synchronization",
        ],
        "Gateway": [
            "CLinux", "Domain", "Foundation", "Glibc", "HTTPTypes", "Hummingbird",
            "HummingbirdCore", "Logging", "NIOCore", "NIOPosix", "ServiceLifecycle", "Storage",
            "Synchronization", "Wire",
        ],
        "Web": [
            "Crypto", "CryptoExtras", "Dispatch", "Documents", "Domain", "Foundation", "HTTPTypes",
            "Hummingbird", "HummingbirdCore", "Logging", "NIOCore", "Storage", "Synchronization",
        ],
        "App": [
            "ArgumentParser", "Documents", "Domain", "Foundation", "Gateway", "Hummingbird",
            "Logging", "NIOCore", "ServiceLifecycle", "Storage", "Subprocess", "Synchronization",
            "UnixSignals", "Web", "Wire",
        ],
        "Wire": ["Crypto", "CryptoExtras", "FoundationEssentials"],
    ]

    @Test(arguments: imports.keys.sorted())
    func `import what their target may`(target: String) throws {
        let allowed = Self.imports[target] ?? []
        for file in Repository.swift(under: "Sources/\(target)") {
            for line in try file.text.matches(
                of: /(?m)^(?:package |private )?import (?:struct |func |class |enum )?(\w+)/)
            {
                #expect(allowed.contains(String(line.1)), "\(file.path): \(line.1)")
            }
        }
    }

    @Test func `speak to the database in Storage alone`() throws {
        let statement = /"\s*(?:SELECT \w|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE)/
        for target in ["Domain", "Documents", "Gateway", "Web", "Wire", "App"] {
            for file in Repository.swift(under: "Sources/\(target)") {
                #expect(try file.text.firstMatch(of: statement) == nil, "\(file.path)")
            }
        }
    }

    @Test func `keep Vietnamese out of statements`() throws {
        for file in Repository.swift(under: "Sources/Storage") {
            for literal in try file.text.matches(of: /"""\n(?s:.*?)"""/) {
                let isStatement =
                    literal.output.firstMatch(
                        of: /\b(?:SELECT|INSERT|UPDATE|DELETE|WHERE)\b/) != nil
                #expect(!isStatement || !isVietnamese(literal.output), "\(file.path)")
            }
        }
        for file in Repository.files where file.path.hasSuffix(".sql") {
            let text = try file.text
            for literal in text.matches(of: /'[^'\n]*'/) {
                let line = literal.output
                #expect(!isVietnamese(line) || isInComment(line, text), "\(file.path): \(line)")
            }
        }
    }

    private func isVietnamese(_ text: Substring) -> Bool {
        text.unicodeScalars.contains { $0.value > 0xBF && $0.value < 0x1F00 }
    }

    private func isInComment(_ literal: Substring, _ text: String) -> Bool {
        text.split(separator: "\n").filter { $0.contains(literal) }
            .allSatisfy { $0.contains("--") }
    }

    /// Tables of words, and readers that are one grammar each.
    private static let longFiles: Set<String> = [
        "Tests/StorageTests/Plans/TaskCorrectionTests.swift"
    ]
    private static let linesMax = 400

    @Test func `are short enough to be read`() throws {
        for file in Self.all where !Self.longFiles.contains(file.path) {
            let lines = try file.text.count { $0 == "\n" }
            #expect(lines <= Self.linesMax, "\(file.path)")
        }
    }

    @Test func `of one target have names of their own`() {
        for target in [
            "Domain", "Documents", "Gateway", "Storage", "Web", "Wire", "App",
        ] {
            let names = Repository.swift(under: "Sources/\(target)").map {
                $0.path.split(separator: "/").last ?? ""
            }
            #expect(Set(names).count == names.count, "\(target)")
        }
    }
}
