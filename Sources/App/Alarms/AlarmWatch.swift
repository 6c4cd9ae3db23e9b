import Gateway
import Logging
import ServiceLifecycle
import Storage
import Web

/// Follows alarms beside the pages, and ends their open desks with the program.
struct AlarmWatch: Service {
    let database: Database
    let logger: Logger
    let pulse: DeskPulse
    /// Of the site, for links in letters.
    let address: String
    let couriers: AlarmCouriers
    /// The receiver of this program, which knows first who was heard; nil: it is another program.
    let receiver: AlarmReceiver?

    /// How long an alarm may wait for its case at most, beside what the store takes.
    private static let pauseMilliseconds = 100
    private static let climbSeconds = 1
    private static let sendSeconds = 1
    private static let tidySeconds = 5
    private static let superviseSeconds = 1
    /// The register may follow what devices do a minute later.
    private static let advanceSeconds = 60

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await watch() }
                // What is done for ward after ward must not keep the next alarm from its desk.
                group.addTask { await climb() }
                group.addTask { await tend() }
                group.addTask { await advance() }
                // A server of letters that does not answer must not keep alarms from the desk.
                group.addTask { await couriers.run(pause: .seconds(Self.sendSeconds)) }
                group.addTask { await supervise() }
            }
            await pulse.end()
        }
    }

    private func watch() async {
        let follower = AlarmFollower(database: database)
        while !Task.isCancelled {
            var hasMore = false
            do {
                hasMore = try await follower.follow()
            } catch {
                if Task.isCancelled { return }
                logger.error("alarms not followed", metadata: ["error": "\(error)"])
            }
            if hasMore { continue }
            do {
                try await Task.sleep(for: .milliseconds(Self.pauseMilliseconds))
            } catch {
                return
            }
        }
    }

    private func tend() async {
        while !Task.isCancelled {
            do {
                try await database.tidyAlarms()
            } catch {
                if Task.isCancelled { return }
                logger.error("alarms not tended", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: .seconds(Self.tidySeconds))
        }
    }

    /// A fleet that is heard for the first time takes a while, in which drills must begin.
    private func advance() async {
        while !Task.isCancelled {
            for step in [database.advanceTransmitters, database.watchSubscriptions] {
                do {
                    try await step()
                } catch {
                    if Task.isCancelled { return }
                    logger.error("register not advanced", metadata: ["error": "\(error)"])
                }
            }
            try? await Task.sleep(for: .seconds(Self.advanceSeconds))
        }
    }

    /// Tells alarms that nobody took to the next people, second by second.
    private func climb() async {
        while !Task.isCancelled {
            do {
                for ward in try await database.read({ try $0.wardsWithCallingAlarms() }) {
                    await escalate(ward)
                }
            } catch {
                if Task.isCancelled { return }
                logger.error("calling alarms not found", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: .seconds(Self.climbSeconds))
        }
    }

    /// What is wrong in one ward keeps no other one's alarms from their people.
    private func escalate(_ ward: String) async {
        do {
            try await database.write {
                _ = try $0.escalate(ward: ward, address: address, ways: couriers.ways)
            }
        } catch {
            if Task.isCancelled { return }
            logger.error(
                "alarms told to nobody", metadata: ["ward": "\(ward)", "error": "\(error)"])
        }
    }

    private func supervise() async {
        let supervisor = AlarmSupervisor(database: database, memory: receiver?.memory)
        while !Task.isCancelled {
            do {
                try await supervisor.round()
                try await Task.sleep(for: .seconds(Self.superviseSeconds))
            } catch {
                if Task.isCancelled { return }
                logger.error("devices not supervised", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: .seconds(Self.superviseSeconds))
            }
        }
    }
}
