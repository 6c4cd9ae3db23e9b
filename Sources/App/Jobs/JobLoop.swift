import ServiceLifecycle

/// Runs the jobs beside the pages, and ends with them.
struct JobLoop: Service {
    let jobs: DailyJobs

    /// A digest may be this much later than seven o'clock.
    private static let pauseSeconds = 60

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await jobs.round()
                do {
                    try await Task.sleep(for: .seconds(Self.pauseSeconds))
                } catch {
                    return
                }
            }
        }
    }
}
