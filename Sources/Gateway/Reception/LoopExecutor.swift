import NIOCore

/// Runs tasks on an event loop.
///
/// A task that is woken by what its loop has read begins without another thread being woken, which
/// takes longer than a frame does.
final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { [self] in job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
}
