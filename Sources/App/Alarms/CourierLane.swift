import Domain
import Logging
import Storage

/// How much is on its way at once.
struct CourierBounds: Sendable {
    let places: Int
    /// Messages that share a place where more wait than there are places.
    var sharing = 1
    /// Messages that are taken in one transaction: others must not wait for it.
    static let takenMax = 64
}

/// One way by which messages leave, on its own: what hangs there keeps no other way waiting, and a
/// message that hangs keeps only its place.
struct CourierLane<Message: Sendable>: Sendable {
    let database: Database
    let logger: Logger
    let bounds: CourierBounds
    let hasDue: @Sendable (Transaction) throws -> Bool
    /// Takes so many at most, beside those that are on their way.
    let take: @Sendable (Transaction, _ limit: Int, _ flying: [Message]) throws -> [Message]
    /// Hands a share over, and says why each was not taken; nil: it was.
    let send: @Sendable ([Message]) async throws -> [(any Error)?]
    let end: @Sendable (Transaction, Message, _ error: String?) throws -> Void
    /// What the log says of a message that did not leave.
    let label: @Sendable (Message) -> Logger.Metadata

    private enum Event: Sendable {
        case sent(Int, [Ended])
        case rested
    }

    private struct Ended: Sendable {
        let message: Message
        let error: String?
    }

    /// Sends what is due, each as often as its row allows; what fails is logged.
    ///
    /// - Parameter pause: between two looks at what is due; nil: it ends once nothing is.
    func run(pause: Duration?) async {
        await withTaskGroup(of: Event.self) { group in
            var (number, isResting) = (0, false)
            var flying: [Int: [Message]] = [:]
            var ended: [Ended] = []
            func note(_ event: Event) {
                switch event {
                case .rested: isResting = false
                case .sent(let number, let share):
                    flying[number] = nil
                    ended += share
                }
            }
            while !Task.isCancelled {
                for share in await exchange(&ended, Array(flying.values)) {
                    number += 1
                    flying[number] = share
                    group.addTask { [number] in .sent(number, await handOver(share)) }
                }
                if let pause, !isResting {
                    isResting = true
                    group.addTask {
                        try? await Task.sleep(for: pause)
                        return .rested
                    }
                }
                guard let event = await group.next() else { break }
                note(event)
            }
            // What left while the program ends must not leave again.
            for await event in group { note(event) }
            await keep(ended)
        }
    }

    /// Keeps how messages ended and takes others for the places that are free, in one transaction.
    ///
    /// - Returns: a share for each place that is taken: one message, where there are few.
    private func exchange(_ ended: inout [Ended], _ flying: [[Message]]) async -> [[Message]] {
        let free = bounds.places - flying.count
        let limit = min(free * bounds.sharing, CourierBounds.takenMax)
        do {
            if ended.isEmpty {
                // A read first: most looks find nothing, and a write would wait for others.
                guard free > 0, try await database.read(hasDue) else { return [] }
            }
            let taken = try await database.write { [ended] tx in
                for one in ended { try end(tx, one.message, one.error) }
                return try take(tx, limit, flying.flatMap(\.self))
            }
            ended = []
            let size = (taken.count + free - 1) / free
            return stride(from: 0, to: taken.count, by: max(1, size)).map {
                Array(taken[$0..<min($0 + size, taken.count)])
            }
        } catch {
            if !Task.isCancelled {
                logger.error("messages not sent", metadata: ["error": "\(error)"])
            }
            return []
        }
    }

    private func keep(_ ended: [Ended]) async {
        guard !ended.isEmpty else { return }
        do {
            try await database.write { tx in
                for one in ended { try end(tx, one.message, one.error) }
            }
        } catch {
            logger.error("messages not kept as sent", metadata: ["error": "\(error)"])
        }
    }

    private func handOver(_ share: [Message]) async -> [Ended] {
        var errors: [(any Error)?]
        do {
            errors = try await send(share)
        } catch {
            errors = Array(repeating: error, count: share.count)
        }
        return zip(share, errors).map { message, error in
            guard let error else { return Ended(message: message, error: nil) }
            let reason = (error as? Problem)?.message ?? "\(error)"
            logger.warning(
                "message not sent",
                metadata: label(message).merging(["reason": "\(reason)"]) { $1 })
            return Ended(message: message, error: reason)
        }
    }
}
