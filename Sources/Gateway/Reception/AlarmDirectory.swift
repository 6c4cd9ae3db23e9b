import Domain
package import Storage
import Synchronization
package import Wire

/// The accounts of the store in memory, and which of them were heard.
package final class AlarmDirectory: Sendable {
    package struct Known: Sendable {
        package let account: AlarmAccount
        package let key: AESKey?
        /// The one before it, while it is taken.
        package let oldKey: AESKey?
        /// What its frames may need beside the standard.
        package let tolerance: DC09Tolerance
        /// Which of it is its habit; nil: still being learnt.
        package let habit: DC09Tolerance?

        init(_ account: AlarmAccount) {
            let key = { (text: String?) in text.flatMap { try? AESKey(typed: $0, as: .hex) } }
            let bits = { (bits: Int64) in
                DC09Tolerance(rawValue: UInt32(truncatingIfNeeded: bits))
            }
            self.account = account
            self.key = key(account.key)
            oldKey = key(account.oldKey?.value)
            tolerance = account.tolerance.map(bits) ?? .fielded
            habit = account.pinned.map(bits)
        }

        /// The bits of what was needed and is not its habit.
        func deviation(_ used: DC09Tolerance) -> DC09Tolerance {
            habit.map { used.subtracting($0) } ?? []
        }
    }

    private struct Accounts {
        var byNumber: [String: [Known]] = [:]
        var byToken: [String: Known] = [:]
        /// Of each account, by its identifier.
        var places: [String: Place] = [:]
        var changedSince = Instant(milliseconds: 0)
        /// How often in a row a message of an account had a wrong time.
        var clockRefusals: [String: Int] = [:]
    }

    private struct Place {
        let number: String
        let tokens: [String]
    }

    private let accounts = Mutex(Accounts())
    private let heard = Mutex<[String: HeardDevice]>([:])

    /// Clocks of nodes differ, and a transaction takes its time.
    private static let overlapSeconds: Int64 = 60

    package init() {}

    /// Takes over what was changed in the store since the last time.
    package func refresh(from database: Database) async throws {
        let (now, since) = (database.now, accounts.withLock { $0.changedSince })
        let changed = try await database.read { try $0.alarmAccounts(changedSince: since) }
        take(changed)
        accounts.withLock { $0.changedSince = now.adding(seconds: -Self.overlapSeconds) }
    }

    func take(_ changed: [AlarmAccount]) {
        accounts.withLock { accounts in
            for account in changed {
                if let place = accounts.places.removeValue(forKey: account.id) {
                    accounts.byNumber[place.number]?.removeAll { $0.account.id == account.id }
                    for token in place.tokens { accounts.byToken[token] = nil }
                }
                guard !account.isLocked else { continue }
                let known = Known(account)
                let tokens = [account.token, account.oldToken?.value].compactMap(\.self)
                accounts.places[account.id] = Place(number: account.number, tokens: tokens)
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
        let candidates = accounts.withLock { $0.byNumber[number.uppercased()] } ?? []
        let fitting = candidates.filter {
            Self.fits($0.account.receiver, receiver) && Self.fits($0.account.line, line)
        }
        return fitting.max { Self.exactness($0.account) < Self.exactness($1.account) }
    }

    /// The account of a number, whatever its receiver and line: JSON names none.
    func known(number: String) -> Known? {
        accounts.withLock { $0.byNumber[number.uppercased()]?.first }
    }

    /// The number of an account, by its identifier.
    func number(of account: String) -> String? {
        accounts.withLock { $0.places[account]?.number }
    }

    private static func fits(_ wanted: String, _ found: String?) -> Bool {
        wanted.isEmpty || wanted == (found ?? "").uppercased()
    }

    private static func exactness(_ account: AlarmAccount) -> Int {
        (account.receiver.isEmpty ? 0 : 2) + (account.line.isEmpty ? 0 : 1)
    }

    /// Returns how often in a row the time of this account was wrong, this time included.
    func countClock(of account: String, isRight: Bool) -> Int {
        accounts.withLock { accounts in
            if isRight {
                accounts.clockRefusals[account] = nil
                return 0
            }
            let count = accounts.clockRefusals[account, default: 0] + 1
            accounts.clockRefusals[account] = count
            return count
        }
    }

    /// Notes that the device is alive; written later, and not each time.
    func hear(
        _ account: AlarmAccount, at now: Instant, used: DC09Tolerance = [],
        deviation: DC09Tolerance = []
    ) {
        heard.withLock { heard in
            let before = heard[account.id]
            heard[account.id] = HeardDevice(
                ward: account.ward, account: account.id, at: now,
                learnt: (before?.learnt ?? 0) | Int64(used.rawValue),
                deviated: (before?.deviated ?? 0) | Int64(deviation.rawValue))
        }
    }

    /// Which of these accounts were heard since it was last written.
    func heardUnwritten(_ accounts: [String]) -> Set<String> {
        heard.withLock { heard in Set(accounts.filter { heard[$0] != nil }) }
    }

    /// Takes out some of what was heard and is not yet written.
    func takeHeard(atMost count: Int) -> [HeardDevice] {
        heard.withLock { heard in
            let some = Array(heard.values.prefix(count))
            for device in some { heard[device.account] = nil }
            return some
        }
    }

    /// Puts back what could not be written, unless the device was heard again.
    func putBack(_ devices: [HeardDevice]) {
        heard.withLock { heard in
            for device in devices where heard[device.account] == nil {
                heard[device.account] = device
            }
        }
    }
}
