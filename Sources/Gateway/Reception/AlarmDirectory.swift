import Domain
package import Storage
import Synchronization
package import Wire

/// The accounts of the store in memory, and which of them were heard.
package final class AlarmDirectory: Sendable {
    package struct Known: Sendable {
        package let account: AlarmAccount
        package let key: AESKey?
        /// What its frames may need beside the standard.
        package let tolerance: DC09Tolerance
    }

    private struct Accounts {
        var byNumber: [String: [Known]] = [:]
        var numbers: [String: String] = [:]
        var changedSince = Instant(milliseconds: 0)
        /// How often in a row a message of an account had a wrong time.
        var clockRefusals: [String: Int] = [:]
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
                if let number = accounts.numbers.removeValue(forKey: account.id) {
                    accounts.byNumber[number]?.removeAll { $0.account.id == account.id }
                }
                guard !account.isLocked else { continue }
                let known = Known(
                    account: account,
                    key: account.key.flatMap { try? AESKey(typed: $0, as: .hex) },
                    tolerance: account.tolerance.map {
                        DC09Tolerance(rawValue: UInt32(truncatingIfNeeded: $0))
                    } ?? .fielded)
                accounts.numbers[account.id] = account.number
                accounts.byNumber[account.number, default: []].append(known)
            }
        }
    }

    /// The account that a frame names; one that asks for its receiver and line goes first.
    func known(number: String, receiver: String?, line: String?) -> Known? {
        let candidates = accounts.withLock { $0.byNumber[number.uppercased()] } ?? []
        let fitting = candidates.filter {
            Self.fits($0.account.receiver, receiver) && Self.fits($0.account.line, line)
        }
        return fitting.max { Self.exactness($0.account) < Self.exactness($1.account) }
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
    func hear(_ account: AlarmAccount, at now: Instant, used: DC09Tolerance) {
        heard.withLock { heard in
            let learnt = (heard[account.id]?.learnt ?? 0) | Int64(used.rawValue)
            heard[account.id] = HeardDevice(
                ward: account.ward, account: account.id, at: now, learnt: learnt)
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
