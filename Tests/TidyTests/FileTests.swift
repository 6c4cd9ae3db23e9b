import Foundation
import Testing

@Suite struct `The repository` {
    private static let bytesMax = 1_000_000

    @Test func `holds no large file`() {
        for file in Repository.files { #expect(file.bytes <= Self.bytesMax, "\(file.path)") }
    }

    @Test func `has every file that its documents name`() throws {
        let documents =
            ["README.md", "README.vi.md", "ARCHITECTURE.md", "CONTRIBUTING.md"]
            .filter(Repository.exists)
            + Repository.files.map(\.path).filter { $0.hasPrefix("docs/") && $0.hasSuffix(".md") }
        #expect(!documents.isEmpty)
        for document in documents {
            let text = try String(
                contentsOf: Repository.root.appending(path: document), encoding: .utf8)
            let named = text.matches(
                of: /`((?:Sources|Tests|docs|scripts|Benchmarks|\.ci)\/[\w.\/+-]+)`/)
            for name in named.map({ String($0.1) }) {
                #expect(Repository.exists(name), "\(document): \(name)")
            }
        }
    }

    @Test func `lists every style sheet, each once`() throws {
        let source = try String(
            contentsOf: Repository.root.appending(path: "Sources/Web/House/Assets.swift"),
            encoding: .utf8)
        let list = try #require(source.firstMatch(of: /static let stylesheets = \[([^\]]*)\]/))
        let listed = list.1.matches(of: /"([^"]+)"/).map { String($0.1) }
        let kept = Repository.files.map(\.path).filter { $0.hasSuffix(".css") }
            .compactMap { $0.split(separator: "/").last?.dropLast(".css".count) }.map(String.init)
        #expect(listed.sorted() == kept.sorted())
    }

    @Test func `lists every migration, in order`() throws {
        let source = try String(
            contentsOf: Repository.root.appending(
                path: "Sources/Storage/Migrations/Migrations.swift"), encoding: .utf8)
        let list = try #require(source.firstMatch(of: /static let names = \[([^\]]*)\]/))
        let listed = list.1.matches(of: /"([^"]+)"/).map { String($0.1) }
        let kept = Repository.files.map(\.path).filter { $0.hasSuffix(".sql") }
            .compactMap { $0.split(separator: "/").last?.split(separator: ".").first }
            .map(String.init)
        #expect(listed == listed.sorted())
        #expect(Set(listed) == Set(kept))
    }
}
