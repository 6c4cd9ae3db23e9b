import Documents
import Domain
import Foundation

/// Measures how long it takes to read plans: `reading-benchmark ROUNDS FILE…`, JSON on standard
/// output. A round reads every file once; words are in memory before the clock starts.
@main
enum ReadingBenchmark {
    struct Result: Codable {
        let file: String
        let bytes: Int
        let tasks: Int
        /// Median over the rounds.
        let milliseconds: Double
        /// Median of checking what was read.
        let checkMilliseconds: Double
    }

    struct Report: Codable {
        let plans: [Result]
        let megabytesPerSecond: Double
        let memoryPeakMegabytes: Double
    }

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let rounds = arguments.first.flatMap({ Int($0) }), arguments.count > 1 else {
            FileHandle.standardError.write(Data("usage: reading-benchmark ROUNDS FILE…\n".utf8))
            exit(64)
        }
        let plans = try arguments.dropFirst().map { path in
            try measure(path, rounds: rounds)
        }
        let seconds = plans.reduce(0) { $0 + $1.milliseconds } / 1000
        let megabytes = Double(plans.reduce(0) { $0 + $1.bytes }) / 1_000_000
        let report = Report(
            plans: plans, megabytesPerSecond: megabytes / seconds,
            memoryPeakMegabytes: try memoryPeak())
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        FileHandle.standardOutput.write(try encoder.encode(report))
    }

    private static func measure(_ path: String, rounds: Int) throws -> Result {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let text = String(decoding: bytes, as: UTF8.self)
        let name = URL(fileURLWithPath: path).lastPathComponent
        var reading = PlanReading(file: name)
        let times = (0..<rounds).map { _ in
            let begin = ContinuousClock.now
            reading = PlanReader.read(SourceText(text: text), file: name)
            return ContinuousClock.now - begin
        }
        let checks = (0..<rounds).map { _ in
            let begin = ContinuousClock.now
            _ = PlanCheck.run([reading], library: .known, today: Day(number: 20_000))
            return ContinuousClock.now - begin
        }
        return Result(
            file: name, bytes: bytes.count, tasks: reading.tasks.count,
            milliseconds: median(times), checkMilliseconds: median(checks))
    }

    private static func median(_ times: [Duration]) -> Double {
        let middle = times.sorted()[times.count / 2]
        return Double(middle.components.attoseconds) / 1e15
            + Double(middle.components.seconds) * 1000
    }

    /// The most memory that the process ever held, as the kernel counts it.
    private static func memoryPeak() throws -> Double {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        let kilobytes = line.split(separator: " ").dropFirst().first.flatMap { Double($0) }
        return (kilobytes ?? 0) / 1024
    }
}
