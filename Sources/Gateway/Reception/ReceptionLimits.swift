/// What bounds the receiver, so that no sender keeps alarms of others out.
package struct ReceptionLimits: Sendable {
    /// Connections at once; further ones are closed at once.
    package var connectionsMax = 20_000
    /// Of one address. Operators put many devices behind one.
    package var connectionsPerAddressMax = 2_000
    /// A connection on which nothing is read so long is closed, or for twice the interval of the
    /// device that reports on it, if that is longer.
    package var idleSecondsMax: Int64 = 900
    /// Frames that wait for the store; beyond it a device is not answered, and repeats.
    package var queueDepthMax = 50_000
    /// Above it heartbeats are left unanswered, so that alarms go first.
    package var heartbeatDepthMax = 10_000
    /// Frames of one connection that wait for the store; above it nothing is read from it.
    package var unansweredMax = 64
    /// Frames of one commit; more of them would all wait for the last one's answer.
    package var batchMax = 250
    /// So many are committed on the loop that read them, whose other devices wait meanwhile; what is
    /// more goes to the writer.
    package var committedOnLoopMax = 20
    /// After a commit frames are gathered for the next one until as many wait as there were before
    /// it, at most so many: beyond them a commit that is shared by more is hardly cheaper.
    package var gatheredMax = 12
    /// So long at most: less than a commit takes.
    package var gatherPause = Duration.microseconds(50)
    /// Frames that are durable wait so long to be sorted with others, so that answers go first.
    package var sortPause = Duration.milliseconds(50)
    /// So long answers go first while there are more to sort than are sorted together; then both are
    /// done in turn.
    package var answeredFirst = Duration.seconds(1)
    /// While others wait for an answer, so many are sorted: more would keep those.
    package var sortedAmongOthersMax = 50
    /// More than so many in a second cannot be sorted while they come (`docs/performance.md`): then
    /// answers go first, and few are sorted.
    package var sortedPerSecond = 18_000
    /// As often.
    package var sortPauseInFlood = Duration.milliseconds(250)
    /// So many unsorted frames are sorted before others are answered.
    package var unsortedMax = 200_000
    /// Then so many together: what they share is written once.
    package var sortedInOverload = 1_000
    /// Bytes of one read; with `unansweredMax` what a connection can have on its way.
    package var readBytesMax = 256
    /// Bytes of answers that a device has not taken; above it nothing is read from it.
    package var unsentBytesMax = 8_192
    /// What the system may hold of datagrams that were not read yet, beyond which it throws them
    /// away: half a second of a million devices' heartbeats. It gives no more than its own
    /// `net.core.rmem_max`.
    package var datagramBufferBytes = 4_194_304
    /// Bytes of one connection outside of frames; beyond it it is closed.
    package var strayBytesMax = 8_192
    /// Refusals that wait to be kept; beyond it they are counted only.
    package var refusalsHeldMax = 500
    /// An encrypted message with a wrong time is answered NAK so often, then taken.
    ///
    /// - Source: PROTOCOLS.md 0.7: the clock of a device must never cost an alarm.
    package var clockRefusalsMax = 3
    /// By so much two clocks of one machine never differ by themselves: ours was set.
    package var clockStepSecondsMax: Int64 = 10
    /// Devices whose last sign is written in one round of a second: a million in 90.
    package var heardRowsMax = 12_000
    /// The same in one transaction, so that no alarm waits for them.
    package var heardRowsAtOnce = 500
    /// The sign of one device is written so often at most.
    package var heardPauseSeconds: Int64 = 30
    /// Devices that are looked through for it in one round.
    package var heardLookedMax = 100_000

    /// Messages of a broker that wait for the store; above it nothing is read from it.
    package var brokerUnansweredMax = 4_000
    /// What bounds devices that report over HTTP.
    package var events = EventLimits()

    package init() {}
}
