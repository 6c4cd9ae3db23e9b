package import Documents
import Domain
package import Logging
package import Storage

/// What the server does by itself: lay out what comes next, make the digests, send the mail.
///
/// Any number of nodes may run it over one store: rows in the store say who does what.
package struct DailyJobs: Sendable {
    let database: Database
    let logger: Logger
    /// Of the site, for links in letters.
    let address: String
    /// nil: no mail server is configured; digests are shown in the page only.
    let courier: MailCourier?

    private static let lettersAtOnce = 10

    package init(database: Database, logger: Logger, address: String, courier: MailCourier?) {
        self.database = database
        self.logger = logger
        self.address = address
        self.courier = courier
    }

    /// One round; what fails is logged and tried again in the next.
    package func round() async {
        await attempt("horizon") {
            var hasNewWork = false
            for ward in try await database.read({ try $0.wardCodes() }) {
                let isDone = try await database.write { tx in
                    guard try tx.takeDailyRun("horizon", ward: ward) else { return false }
                    try tx.extendHorizon(ward: ward)
                    return true
                }
                hasNewWork = hasNewWork || isDone
            }
            if hasNewWork { try await database.refreshStatistics() }
        }
        await attempt("likeness", renewLikeness)
        await attempt("scores", renewScores)
        await attempt("derivations") {
            for ward in try await database.read({ try $0.wardCodes() }) {
                let isTaken = try await database.write { tx in
                    try tx.takeDailyRun("derivations", ward: ward)
                }
                if isTaken { try await rederive(ward: ward) }
            }
        }
        await attempt("indicators") {
            let wards = try await database.read { try $0.wardCodes() }
            try await database.countIndicators(of: wards) {
                try $0.takeDailyRun("indicators", ward: $1)
            }
        }
        await attempt("reports") {
            for ward in try await database.read({ try $0.wardCodes() }) {
                try await database.write { tx in
                    if try tx.takeDailyRun("reports", ward: ward) {
                        try tx.correctIssuedReports(ward: ward)
                    }
                }
            }
        }
        await attempt("alarms", tendAlarms)
        await attempt("digest") {
            guard database.now.minuteOfDay >= Digest.minuteOfDay else { return }
            let (address, sendsMail) = (address, courier != nil)
            for ward in try await database.read({ try $0.wardCodes() }) {
                try await database.write { tx in
                    if try tx.takeDailyRun("digest", ward: ward) {
                        try tx.makeDigests(ward: ward, address: address, sendsMail: sendsMail)
                    }
                }
            }
        }
        await attempt("mail", sendMail)
    }

    /// Keys by which duplicates are found, where this program makes them by other rules.
    private func renewLikeness() async throws {
        for ward in try await database.read({ try $0.wardCodes() }) {
            for register in Registers.all {
                try await database.renewLikeness(of: register, ward: ward)
            }
        }
    }

    /// Scores where this program judges by other rules, or a day passed; and the day's tallies.
    private func renewScores() async throws {
        for ward in try await database.read({ try $0.wardCodes() }) {
            for register in Registers.all {
                guard try await database.read({ try $0.hasOldScores(of: register, ward: ward) })
                else { continue }
                while try await database.write({ try $0.renewScores(of: register, ward: ward) }) {}
            }
            try await database.write { tx in
                if try tx.takeDailyRun("scores", ward: ward) {
                    try tx.keepCountsOfYesterday(ward: ward)
                }
            }
            while try await database.write({ try $0.rescoreDue(ward: ward) }) {}
        }
    }

    /// Rules come into force and limits pass by their dates.
    private func rederive(ward: String) async throws {
        for register in Registers.all where !register.derivations.isEmpty {
            var after: String?
            repeat {
                after = try await database.write { [after] tx in
                    try tx.rederive(register, ward: ward, after: after)
                }
            } while after != nil
        }
    }

    /// Habits of devices that were heard long enough; refused frames and callers that are old.
    private func tendAlarms() async throws {
        for ward in try await database.read({ try $0.wardCodes() }) {
            let isTaken = try await database.write { try $0.takeDailyRun("alarms", ward: ward) }
            guard isTaken else { continue }
            while try await database.write({ try $0.pinHabitsDue(ward: ward) }) > 0 {}
            try await database.write { try $0.forgetCallers(ward: ward) }
            for whose in [ward, nil] {
                while try await database.write({ try $0.forgetOldRefusals(ward: whose) }) {}
            }
        }
    }

    private func sendMail() async throws {
        guard let courier else { return }
        let taken = try await database.write { try $0.takeMail(limit: Self.lettersAtOnce) }
        for (ward, digest) in taken {
            let message = MailMessage(
                from: courier.from, to: digest.email ?? "", subject: digest.subject,
                body: digest.body, id: "\(digest.day.iso).\(digest.account)")
            var refusal: String?
            do {
                try await courier.send(message, at: database.now)
            } catch {
                refusal = (error as? Problem)?.message ?? "\(error)"
                logger.warning(
                    "mail failed",
                    metadata: ["account": "\(digest.account)", "reason": "\(refusal ?? "")"])
            }
            try await database.write { [refusal] tx in
                try tx.endMail(digest, ward: ward, error: refusal)
            }
        }
    }

    private func attempt(_ job: String, _ work: () async throws -> Void) async {
        do {
            try await work()
        } catch is CancellationError {
            return
        } catch {
            logger.error("job failed", metadata: ["job": "\(job)", "error": "\(error)"])
        }
    }
}
