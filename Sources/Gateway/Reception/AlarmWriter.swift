import Domain
import Logging
import NIOCore
import Storage

/// The one writer: what has gathered becomes durable together, then its answers leave, and then it
/// is sorted; also what loops made durable.
actor AlarmWriter {
    let queue: AlarmQueue
    let store: AlarmStore
    let unsorted: UnsortedFrames
    let counter: ReceptionCounter
    let limits: ReceptionLimits
    let logger: Logger
    /// Told of old frames that were sent again.
    let onReplay: @Sendable (ReceivedFrame) -> Void
    /// Of its own, as it waits for the disk.
    private let thread: any EventLoop

    private var pokedAt = ContinuousClock.now

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        thread.executor.asUnownedSerialExecutor()
    }

    init(
        queue: AlarmQueue, store: AlarmStore, unsorted: UnsortedFrames, counter: ReceptionCounter,
        limits: ReceptionLimits, logger: Logger,
        onReplay: @escaping @Sendable (ReceivedFrame) -> Void, on thread: any EventLoop
    ) {
        self.queue = queue
        self.store = store
        self.unsorted = unsorted
        self.counter = counter
        self.limits = limits
        self.logger = logger
        self.onReplay = onReplay
        self.thread = thread
    }

    /// Writes until the queue is finished and empty.
    func run() async {
        // What an earlier process left.
        while await sort() {}
        pokeLater()
        for await _ in queue.wakes {
            if queue.isHandedOver { await drain() }
            await sortDue()
            pokeLater()
        }
        await drain()
        while await sort() {}
    }

    private func drain() async {
        while case let batch = queue.take(atMost: limits.batchMax), !batch.isEmpty {
            await keep(batch)
            while unsorted.count > limits.unsortedMax {
                guard await sort(atMost: limits.sortedInOverload) else { break }
            }
            switch unsorted.due() {
            case .nothing: break
            case .few, .all: await sortFew()
            case .share: _ = await sort()
            }
        }
    }

    private func keep(_ batch: [WaitingFrame]) async {
        let quick = batch.filter { $0.record != nil }
        let others = quick.count == batch.count ? [] : batch.filter { $0.frame != nil }
        for error in [await put(quick), await keepKnowing(others)].compactMap(\.self) {
            logger.error(
                "alarms not stored",
                metadata: ["frames": "\(batch.count)", "error": "\(error)"])
        }
    }

    /// Makes frames durable and answers them; they are sorted later.
    ///
    /// - Returns: why they are not durable, and not answered.
    private func put(_ batch: [WaitingFrame]) async -> (any Error)? {
        guard !batch.isEmpty else { return nil }
        let records = batch.compactMap(\.record)
        let onDurable = { @Sendable in WaitingFrame.settle(batch, batch.map { _ in .stored }) }
        do {
            // With the disk alone to wait for it needs no other thread.
            if try store.putHere(records) {
                onDurable()
            } else {
                try await store.put(records, onDurable)
            }
        } catch {
            giveUp(batch)
            return error
        }
        unsorted.add(batch.count)
        return nil
    }

    // MARK: Sorting

    private func sortDue() async {
        switch unsorted.due() {
        case .nothing: break
        case .few: await sortFew()
        case .share:
            // What cannot be sorted is tried again later.
            if await sort() { queue.poke() }
        case .all:
            if queue.depth > 0 { await sortFew() }
            while queue.depth == 0, await sort() {
                // What comes faster from now on goes first.
                if unsorted.isFlood { break }
            }
        }
    }

    /// Among others that wait for an answer.
    private func sortFew() async { _ = await sort(atMost: limits.sortedAmongOthersMax) }

    /// Sorts some of what was put.
    ///
    /// - Returns: whether more is left, and there is sense in going on.
    private func sort(atMost most: Int = Transaction.sortedFramesMax) async -> Bool {
        // What a loop commits after the store was looked at is still to be sorted.
        let before = unsorted.count
        do {
            guard let sorting = try await store.sort(most) else {
                unsorted.remove(before, isMoreLeft: false)
                return false
            }
            counter.add(\.stored, sorting.stored)
            counter.add(\.repeated, sorting.repeated)
            counter.add(\.refused, sorting.refused)
            unsorted.remove(sorting.frames, isMoreLeft: true)
            return true
        } catch {
            unsorted.remove(0, isMoreLeft: true)
            logger.error("alarms not sorted", metadata: ["error": "\(error)"])
            return false
        }
    }

    /// Comes back to what waits to be sorted, also when no device says anything more.
    private func pokeLater() {
        guard unsorted.count > 0, .now >= pokedAt else { return }
        pokedAt = .now + limits.sortPause
        Task { [queue, pokedAt] in
            try? await Task.sleep(until: pokedAt)
            queue.poke()
        }
    }

    // MARK: Frames whose answer says what became of them

    /// Commits a batch and answers it; without a commit nothing of it is answered.
    ///
    /// A frame that the store cannot take must not take others with it: a batch is halved as long
    /// as one half of it can be kept.
    ///
    /// - Returns: the error of the first part that could not be kept.
    private func keepKnowing(_ batch: [WaitingFrame]) async -> (any Error)? {
        guard !batch.isEmpty, let error = await attempt(batch) else { return nil }
        var failed = batch
        while failed.count > 1 {
            let middle = failed.count / 2
            let halves = [Array(failed[..<middle]), Array(failed[middle...])]
            var bad: [[WaitingFrame]] = []
            for half in halves where await attempt(half) != nil { bad.append(half) }
            if bad.count == halves.count { break }
            failed = bad.first ?? []
        }
        giveUp(failed)
        return error
    }

    /// - Returns: why it was not kept; nil: it is durable, and answered.
    private func attempt(_ batch: [WaitingFrame]) async -> (any Error)? {
        do {
            let frames = batch.compactMap(\.frame)
            let outcomes = try await store.keep(frames)
            counter.add(\.stored, outcomes.count { $0 == .stored })
            counter.add(\.repeated, outcomes.count { $0 == .repeated })
            for (frame, outcome) in zip(frames, outcomes) where outcome == .replayed {
                onReplay(frame)
            }
            WaitingFrame.settle(batch, outcomes)
            return nil
        } catch {
            return error
        }
    }

    private func giveUp(_ batch: [WaitingFrame]) {
        counter.add(\.unstored, batch.count)
        WaitingFrame.settle(batch, batch.map { _ in nil })
    }
}
