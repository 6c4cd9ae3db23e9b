import Domain
package import Storage
import Synchronization
package import Wire

/// The accounts of the store in memory, and which of them were heard.
package final class AlarmDirectory: Sendable {
    /// An account with what follows from it; a reference, as each frame asks for one.
    package final class Known: Sendable {
        package let account: AlarmAccount
        package let key: AESKey?
        /// The one before it, while it is taken.
        package let oldKey: AESKey?
        /// What its frames may need beside the standard.
        package let tolerance: DC09Tolerance
        /// Which of it is its habit; nil: still being learnt.
        package let habit: DC09Tolerance?
        /// When it was last heard; the same for an account that was changed.
        let sign: LastSign
        /// The same for an account that was changed; nil: it does not encrypt.
        let clock: DeviceClock?

        init(_ account: AlarmAccount, sign: LastSign, clock: DeviceClock? = nil) {
            self.sign = sign
            let key = { (text: String?) in text.flatMap { try? AESKey(typed: $0, as: .hex) } }
            let bits = { (bits: Int64) in
                DC09Tolerance(rawValue: UInt32(truncatingIfNeeded: bits))
            }
            self.account = account
            self.key = key(account.key)
            oldKey = key(account.oldKey?.value)
            self.clock = self.key == nil && oldKey == nil ? nil : clock ?? DeviceClock()
            tolerance = account.tolerance.map(bits) ?? .fielded
            habit = account.pinned.map(bits)
        }

        /// Whether an account is as it was, but for when it was heard.
        func stands(for account: AlarmAccount) -> Bool {
            var account = account
            account.heardAt = self.account.heardAt
            return account == self.account
        }

        /// The bits of what was needed and is not its habit.
        func deviation(_ used: DC09Tolerance) -> DC09Tolerance {
            habit.map { used.subtracting($0) } ?? DC09Tolerance()
        }
    }

    private struct Accounts {
        var byNumber: [String: [Known]] = [:]
        var byToken: [String: Known] = [:]
        /// Of each account, by its identifier.
        var places: [String: Place] = [:]
        /// All, in the order in which they were read; nil: locked since.
        var all: [Known?] = []
        /// Where the next look for signs to be written begins.
        var next = 0
        /// When the store was last looked at; nil: never.
        var lookedAt: Instant?
        var round = 0
    }

    private struct Place {
        let number: String
        let tokens: [String]
        /// In `all`.
        let index: Int
    }

    private let accounts = Mutex(Accounts())
    private let limits: ReceptionLimits

    /// Clocks of nodes differ, and a transaction takes its time; what takes longer is found by the
    /// long look, which reads all that an operator added a moment ago once more.
    private static let overlapSeconds: Int64 = 5
    private static let longOverlapSeconds: Int64 = 120
    /// Rounds between two long looks.
    package static let longEvery = 60
    /// In how many looks all accounts are looked through for signs, of which some pass in a second.
    private static let looksOfAll = 4
    /// Accounts that are taken over without a frame in between.
    private static let takenAtOnce = 500

    package init(limits: ReceptionLimits = ReceptionLimits()) { self.limits = limits }

    /// Takes over what was changed in the store since the last time.
    package func refresh(from database: Database) async throws {
        let now = database.now
        let since = accounts.withLock { accounts in
            accounts.round += 1
            let isLong = accounts.round % Self.longEvery == 0
            return accounts.lookedAt?
                .adding(seconds: -(isLong ? Self.longOverlapSeconds : Self.overlapSeconds))
        }
        let changed = try await database.read {
            try $0.alarmAccounts(changedSince: since ?? Instant(milliseconds: 0))
        }
        take(changed, at: now)
        accounts.withLock { $0.lookedAt = now }
    }

    func take(_ changed: [AlarmAccount], at now: Instant) {
        for start in stride(from: 0, to: changed.count, by: Self.takenAtOnce) {
            take(some: changed[start..<min(start + Self.takenAtOnce, changed.count)], at: now)
        }
    }

    private func take(some changed: ArraySlice<AlarmAccount>, at now: Instant) {
        accounts.withLock { accounts in
            for account in changed {
                // What was changed a moment ago is read again and again.
                if let place = accounts.places[account.id],
                    accounts.all[place.index]?.stands(for: account) == true
                {
                    continue
                }
                let place = accounts.places.removeValue(forKey: account.id)
                if let place {
                    accounts.byNumber[place.number]?.removeAll { $0.account.id == account.id }
                    for token in place.tokens { accounts.byToken[token] = nil }
                }
                let old = place.flatMap { accounts.all[$0.index] }
                if let place { accounts.all[place.index] = nil }
                guard !account.isLocked else { continue }
                let known = Known(
                    account, sign: old?.sign ?? LastSign(of: account, at: now), clock: old?.clock)
                let tokens = [account.token, account.oldToken?.value].compactMap(\.self)
                let index = place?.index ?? accounts.all.count
                if index == accounts.all.count { accounts.all.append(nil) }
                accounts.all[index] = known
                accounts.places[account.id] = Place(
                    number: account.number, tokens: tokens, index: index)
                accounts.byNumber[account.number, default: []].append(known)
                for token in tokens { accounts.byToken[token] = known }
            }
        }
    }

    /// Whose token it is, by its digest.
    func known(tokenDigest digest: String, at now: Instant) -> Known? {
        guard let known = accounts.withLock({ $0.byToken[digest] }) else { return nil }
        if known.account.token == digest { return known }
        guard let old = known.account.oldToken, old.value == digest, now < old.until else {
            return nil
        }
        return known
    }

    /// The account that a frame names; one that asks for its receiver and line goes first.
    func known(number: String, receiver: String?, line: String?) -> Known? {
        let number = Self.spelled(number)
        // Nearly always there is one, which is taken without its array.
        let (only, candidates): (Known?, [Known]) = accounts.withLock { accounts in
            guard let found = accounts.byNumber[number] else { return (nil, []) }
            return found.count == 1 ? (found[0], []) : (nil, found)
        }
        if let only {
            let account = only.account
            return Self.fits(account.receiver, receiver) && Self.fits(account.line, line)
                ? only : nil
        }
        let fitting = candidates.filter {
            Self.fits($0.account.receiver, receiver) && Self.fits($0.account.line, line)
        }
        return fitting.max { Self.exactness($0.account) < Self.exactness($1.account) }
    }

    /// The account of a number, whatever its receiver and line: JSON names none.
    package func known(number: String) -> Known? {
        accounts.withLock { $0.byNumber[Self.spelled(number)]?.first }
    }

    /// The number of an account, by its identifier.
    func number(of account: String) -> String? {
        accounts.withLock { $0.places[account]?.number }
    }

    /// As accounts write their number.
    private static func spelled(_ number: String) -> String {
        number.utf8.allSatisfy { $0 < 0x61 } ? number : number.uppercased()
    }

    private static func fits(_ wanted: String, _ found: String?) -> Bool {
        wanted.isEmpty || wanted == (found ?? "").uppercased()
    }

    private static func exactness(_ account: AlarmAccount) -> Int {
        (account.receiver.isEmpty ? 0 : 2) + (account.line.isEmpty ? 0 : 1)
    }

    /// Takes some of what was heard and is not yet written, going on where it ended before.
    ///
    /// - Parameter isLast: also what was written a moment ago.
    func takeHeard(atMost count: Int, isLast: Bool) -> [HeardDevice] {
        let pause = isLast ? 1 : limits.heardPauseSeconds * 1000
        // Looked through without the lock, for which every frame would wait.
        let (all, start) = accounts.withLock { ($0.all, $0.next) }
        let most =
            isLast
            ? all.count
            : min(limits.heardLookedMax, max(all.count / Self.looksOfAll, count), all.count)
        var found: [HeardDevice] = []
        var looked = 0
        while looked < most, found.count < count {
            let known = all[(start + looked) % all.count]
            looked += 1
            guard let known, let heard = known.sign.take(pauseMilliseconds: pause) else { continue }
            found.append(
                HeardDevice(
                    ward: known.account.ward, account: known.account.id, at: heard.at,
                    learnt: heard.learnt, deviated: heard.deviated))
        }
        accounts.withLock { $0.next = all.isEmpty ? 0 : (start + looked) % all.count }
        return found
    }

    /// Has what could not be written taken again.
    func putBack(_ devices: [HeardDevice]) {
        for device in devices { sign(of: device.account)?.putBack(device) }
    }

    /// Devices that were not heard for longer than their interval allows, and are not declared so.
    func overdue(at now: Instant, atMost count: Int) -> [OverdueDevice] {
        var found: [OverdueDevice] = []
        for known in accounts.withLock({ $0.all }) {
            guard let known,
                let at = known.sign.overdue(at: now, interval: known.account.heartbeatSeconds)
            else { continue }
            found.append(
                OverdueDevice(ward: known.account.ward, account: known.account.id, heardAt: at))
            if found.count == count { break }
        }
        return found
    }

    /// Remembers which were declared silent, until they are heard again.
    func declared(_ devices: [OverdueDevice]) {
        for device in devices { sign(of: device.account)?.declare(device.heardAt) }
    }

    private func sign(of account: String) -> LastSign? {
        accounts.withLock { accounts in
            accounts.places[account].flatMap { accounts.all[$0.index]?.sign }
        }
    }
}
