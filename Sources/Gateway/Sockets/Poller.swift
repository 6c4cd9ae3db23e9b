import CLinux
import Glibc
import NIOCore

/// Says which descriptors have something to read or room to write, and lets other threads end the
/// wait for it.
///
/// Used on one thread, but for `ring`.
final class Poller: Sendable {
    struct Interest: OptionSet, Sendable {
        let rawValue: UInt32

        static let reading = Self(rawValue: EPOLLIN.rawValue)
        static let writing = Self(rawValue: EPOLLOUT.rawValue)
        /// The peer has torn the connection: also said of one of which nothing is asked.
        static let gone = Self(rawValue: EPOLLERR.rawValue | EPOLLHUP.rawValue)
    }

    /// What one wait found, with the tags of those that it is about.
    struct Events {
        fileprivate var filled = [epoll_event](repeating: epoll_event(), count: countMax)
        fileprivate(set) var count = 0

        /// The others are told by the next wait.
        fileprivate static let countMax = 1_024

        subscript(index: Int) -> (tag: UInt64, ready: Interest) {
            (filled[index].data.u64, Interest(rawValue: filled[index].events))
        }
    }

    /// No descriptor of others may have it.
    private static let bellTag = UInt64.max

    private let descriptor: CInt
    private let bell: CInt

    init() throws {
        descriptor = epoll_create1(CInt(EPOLL_CLOEXEC))
        bell = eventfd(0, CInt(EFD_NONBLOCK | EFD_CLOEXEC))
        try Sockets.checked(descriptor, "epoll_create1")
        try Sockets.checked(bell, "eventfd")
        try add(bell, .reading, tag: Self.bellTag)
    }

    deinit {
        close(descriptor)
        close(bell)
    }

    func add(_ other: CInt, _ interest: Interest, tag: UInt64) throws {
        try control(EPOLL_CTL_ADD, other, interest, tag)
    }

    func change(_ other: CInt, _ interest: Interest, tag: UInt64) throws {
        try control(EPOLL_CTL_MOD, other, interest, tag)
    }

    /// A descriptor that is closed is removed by that.
    func remove(_ other: CInt) throws { try control(EPOLL_CTL_DEL, other, [], 0) }

    private func control(
        _ operation: CInt, _ other: CInt, _ interest: Interest, _ tag: UInt64
    ) throws {
        var event = epoll_event(events: interest.rawValue, data: epoll_data_t(u64: tag))
        try Sockets.checked(epoll_ctl(descriptor, operation, other, &event), "epoll_ctl")
    }

    /// Waits until something is ready, the bell is rung, or the time is over.
    func wait(_ time: TimeAmount, into events: inout Events) {
        var left = timespec(
            tv_sec: Int(time.nanoseconds / 1_000_000_000),
            tv_nsec: Int(time.nanoseconds % 1_000_000_000))
        var count = epoll_pwait2(
            descriptor, &events.filled, CInt(Events.countMax), &left, nil)
        if count < 0, errno != EINTR {
            // Kernels before 5.11 do not know it, and old containers do not allow it. Rounded up, or
            // the last part of a millisecond would be waited for in circles.
            let milliseconds = (time.nanoseconds + 999_999) / 1_000_000
            count = epoll_wait(
                descriptor, &events.filled, CInt(Events.countMax), CInt(clamping: milliseconds))
        }
        events.count = max(0, Int(count))
        for index in 0..<events.count where events.filled[index].data.u64 == Self.bellTag {
            var rung: UInt64 = 0
            _ = read(bell, &rung, MemoryLayout.size(ofValue: rung))
        }
    }

    /// Ends the wait, now or the next one; on any thread.
    func ring() {
        var one: UInt64 = 1
        _ = write(bell, &one, MemoryLayout.size(ofValue: one))
    }
}
