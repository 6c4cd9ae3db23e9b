import Domain
import Foundation

/// The official plans with hand-made annotations, in a folder beside the repository; they may not
/// be committed.
enum RealPlans {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("../../../../../shared/plans")
        .standardizedFileURL

    /// Present, or required because CI has to have them.
    static var isAvailable: Bool {
        FileManager.default.fileExists(atPath: folder.path)
            || ProcessInfo.processInfo.environment["CI"] != nil
    }

    /// The annotation of a plan as a reading, the words of its tasks taken from the text.
    static func annotated(_ name: String) throws -> PlanReading {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let json = try Data(contentsOf: folder.appendingPathComponent("gold/\(name).json"))
        var reading = try decoder.decode(PlanReading.self, from: json)
        let text = try String(
            contentsOf: folder.appendingPathComponent(reading.file), encoding: .utf8)
        let lines = SourceText(text: text).lines.map(\.text)
        for index in reading.tasks.indices {
            let task = reading.tasks[index]
            let words = lines[(task.lineStart - 1)..<task.lineEnd].joined(separator: " ")
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let body = words.firstRange(
                of: task.textStart.split(separator: " ").prefix(4)
                    .joined(separator: " "))
            reading.tasks[index].text = body.map { String(words[$0.lowerBound...]) } ?? words
        }
        return reading
    }
}
