import Domain
import Synchronization

/// Sheets that are being read or taken in beside the pages. They are known to this process alone: after a
/// new start a sheet is read again, and one that was being taken in was not.
actor ImportJobs {
    /// How far a job is.
    final class Gauge: Sendable {
        let isApplying: Bool
        private let total = Atomic<Int>(0)
        private let done = Atomic<Int>(0)
        private let begin = ContinuousClock.now

        init(isApplying: Bool) { self.isApplying = isApplying }

        func expect(_ rows: Int) { total.store(rows, ordering: .relaxed) }
        func reach(_ rows: Int) { done.store(rows, ordering: .relaxed) }

        /// The share in per cent, and the seconds that the rest takes at this pace; nil: not known yet.
        var standing: (rows: Int, total: Int, percent: Int, secondsLeft: Int?) {
            let (rows, all) = (done.load(ordering: .relaxed), total.load(ordering: .relaxed))
            guard rows > 0, all > 0 else { return (rows, all, 0, nil) }
            let spent = (ContinuousClock.now - begin) / .seconds(1)
            let left = spent / Double(rows) * Double(max(0, all - rows))
            return (rows, all, min(100, rows * 100 / all), Int(left.rounded(.up)))
        }
    }

    enum Outcome: Sendable {
        case running(Gauge)
        case finished(RegisterImportPages.Trial?)
        case failed(any Error)
    }

    private struct Job {
        let gauge: Gauge
        var outcome: Outcome
    }

    private var jobs: [String: Job] = [:]
    /// The keys, the oldest first.
    private var order: [String] = []

    /// Jobs that are remembered; of those before, a sheet is read again.
    private static let jobsMax = 4
    /// So long a page waits for a short sheet, before it shows how far a long one is.
    private let patience: Duration
    private static let pause = Duration.milliseconds(20)

    init(patience: Duration) { self.patience = patience }

    /// Begins a job unless it runs or is done, and waits a moment for it.
    ///
    /// - Parameters:
    ///   - anew: whether what was done before under the key is done again.
    ///   - isWhole: whether to wait until it is done.
    func run(
        _ key: String, anew: Bool = false, isApplying: Bool = false,
        isWhole: Bool = false,
        _ body: @escaping @Sendable (Gauge) async throws -> RegisterImportPages.Trial?
    ) async -> Outcome {
        if case .running? = jobs[key]?.outcome {
            // It goes on.
        } else if anew || jobs[key] == nil {
            begin(key, Gauge(isApplying: isApplying), body)
        }
        let end: ContinuousClock.Instant? = isWhole ? nil : ContinuousClock.now + patience
        while case .running? = jobs[key]?.outcome, end.map({ ContinuousClock.now < $0 }) ?? true {
            try? await Task.sleep(for: Self.pause)  // cancelled: the person left the page
            if Task.isCancelled { break }
        }
        return jobs[key]?.outcome ?? .finished(nil)
    }

    /// What became of a job; nil where none is known.
    func outcome(_ key: String) -> Outcome? { jobs[key]?.outcome }

    func forget(_ key: String) {
        if case .running? = jobs[key]?.outcome { return }
        jobs[key] = nil
        order.removeAll { $0 == key }
    }

    private func begin(
        _ key: String, _ gauge: Gauge,
        _ body: @escaping @Sendable (Gauge) async throws -> RegisterImportPages.Trial?
    ) {
        order.removeAll { $0 == key }
        if order.count >= Self.jobsMax, let oldest = order.first(where: { !isRunning($0) }) {
            forget(oldest)
        }
        order.append(key)
        jobs[key] = Job(gauge: gauge, outcome: .running(gauge))
        Task {
            do {
                finish(key, gauge, .finished(try await body(gauge)))
            } catch {
                finish(key, gauge, .failed(error))
            }
        }
    }

    private func isRunning(_ key: String) -> Bool {
        if case .running? = jobs[key]?.outcome { true } else { false }
    }

    private func finish(_ key: String, _ gauge: Gauge, _ outcome: Outcome) {
        guard jobs[key]?.gauge === gauge else { return }
        jobs[key]?.outcome = outcome
    }
}
