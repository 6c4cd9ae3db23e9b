import Domain
import Storage
import Synchronization
import Wire

/// When a device was last heard, noted without a lock by whichever connection it speaks on.
final class LastSign: Sendable {
    /// Milliseconds; 0: never.
    private let heardAt: Atomic<Int64>
    /// Since when this receiver listens: that nothing was heard before says nothing.
    private let since: Instant
    /// Which of it is in the store, and which was declared the last for now.
    private let writtenAt: Atomic<Int64>
    private let declaredAt = Atomic<Int64>(0)
    /// Bits of what its frames needed beside the standard, and of it what is not its habit.
    private let learnt = Atomic<Int64>(0)
    private let deviated = Atomic<Int64>(0)
    /// Whether there are bits that were not written.
    private let hasNewBits = Atomic<Bool>(false)

    init(of account: AlarmAccount, at now: Instant) {
        since = now
        let known = account.heardAt?.milliseconds ?? 0
        heardAt = Atomic(known)
        writtenAt = Atomic(known)
    }

    func hear(at now: Instant, used: DC09Tolerance = [], deviation: DC09Tolerance = []) {
        heardAt.store(now.milliseconds, ordering: .relaxed)
        if !used.isEmpty { add(used, to: learnt) }
        if !deviation.isEmpty { add(deviation, to: deviated) }
    }

    private func add(_ new: DC09Tolerance, to bits: borrowing Atomic<Int64>) {
        let (before, after) = bits.bitwiseOr(Int64(new.rawValue), ordering: .relaxed)
        if before != after { hasNewBits.store(true, ordering: .relaxed) }
    }

    /// What is to be written; nil: nothing new for so long. That a device which was declared silent
    /// is heard again does not wait: people look for it.
    func take(pauseMilliseconds: Int64) -> (at: Instant, learnt: Int64, deviated: Int64)? {
        let heard = heardAt.load(ordering: .relaxed)
        let (written, declared) = (
            writtenAt.load(ordering: .relaxed), declaredAt.load(ordering: .relaxed)
        )
        let isNew = hasNewBits.exchange(false, ordering: .relaxed)
        let isBack = declared > 0 && written <= declared && heard > declared
        guard isNew || isBack || heard - written >= pauseMilliseconds else { return nil }
        writtenAt.store(heard, ordering: .relaxed)
        return (
            Instant(milliseconds: heard), learnt.load(ordering: .relaxed),
            deviated.load(ordering: .relaxed)
        )
    }

    func putBack(_ device: HeardDevice) { writtenAt.store(0, ordering: .relaxed) }

    /// When it was last heard, if that is too long ago and was not declared.
    ///
    /// - Parameter interval: of its heartbeat, in seconds.
    func overdue(at now: Instant, interval: Int) -> Instant? {
        let heard = heardAt.load(ordering: .relaxed)
        let at = Instant(milliseconds: heard)
        guard heard > 0, Silence.isOver(interval: interval, since: max(at, since), now: now),
            declaredAt.load(ordering: .relaxed) != heard
        else { return nil }
        return at
    }

    func declare(_ heard: Instant) { declaredAt.store(heard.milliseconds, ordering: .relaxed) }
}
