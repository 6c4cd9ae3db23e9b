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
    private static let mailedAtOnce: Duration = .seconds(60)

    package init(database: Database, logger: Logger, address: String, courier: MailCourier?) {
        self.database = database
        self.logger = logger
        self.address = address
        self.courier = courier
    }

    /// One round; what fails is logged and tried again in the next.
    ///
    /// Each job asks once, in a reading transaction, where anything is to be done in the whole store;
    /// in most minutes there is nothing, and then nobody who writes waits for a round.
    package func round() async {
        await attempt("horizon", layOutWork)
        await attempt("likeness", renewLikeness)
        await attempt("scores", renewScores)
        await eachDay("derivations") { ward in
            let isTaken = try await database.write {
                try $0.takeDailyRun("derivations", ward: ward)
            }
            if isTaken { try await rederive(ward: ward) }
        }
        await attempt("indicators") {
            let due = try await database.read { try $0.wardsDue(for: "indicators") }
            try await database.countIndicators(of: due) {
                try $0.takeDailyRun("indicators", ward: $1)
            }
        }
        await eachDay("reports") { ward in
            try await database.write { tx in
                if try tx.takeDailyRun("reports", ward: ward) {
                    try tx.correctIssuedReports(ward: ward)
                }
            }
        }
        await attempt("alarms", tendAlarms)
        if database.now.minuteOfDay >= Digest.minuteOfDay {
            let (address, sendsMail) = (address, courier != nil)
            await eachDay("digest") { ward in
                try await database.write { tx in
                    if try tx.takeDailyRun("digest", ward: ward) {
                        try tx.makeDigests(ward: ward, address: address, sendsMail: sendsMail)
                    }
                }
            }
        }
        await attempt("mail", sendMail)
    }

    /// Does a job for each ward where nobody did it today; one that fails does not hold the others.
    private func eachDay(_ job: String, _ work: (String) async throws -> Void) async {
        await attempt(job) {
            for ward in try await database.read({ try $0.wardsDue(for: job) }) {
                await attempt(job, ward: ward) { try await work(ward) }
                try Task.checkCancellation()
            }
        }
    }

    /// Periods of recurring work that came within the horizon.
    private func layOutWork() async throws {
        var hasNewWork = false
        for ward in try await database.read({ try $0.wardsDue(for: "horizon") }) {
            await attempt("horizon", ward: ward) {
                let made = try await database.write { tx in
                    try tx.takeDailyRun("horizon", ward: ward) ? tx.extendHorizon(ward: ward) : 0
                }
                hasNewWork = hasNewWork || made > 0
            }
            try Task.checkCancellation()
        }
        if hasNewWork { try await database.refreshStatistics() }
    }

    /// Keys by which duplicates are found, where this program makes them by other rules.
    private func renewLikeness() async throws {
        try await renew(.keys, "likeness") { try $0.renewLikeness(of: $1.register, ward: $1.ward) }
    }

    /// Makes anew what this program makes by other rules, register by register of each ward.
    private func renew(
        _ renewal: RecordRenewal, _ job: String,
        _ piece: @escaping @Sendable (Transaction, RegisterOfWard) throws -> Bool
    ) async throws {
        for due in try await database.registersDue(for: renewal) {
            await attempt(job, ward: due.ward) {
                try await inPieces { try await database.write { try piece($0, due) } }
            }
            try Task.checkCancellation()
        }
    }

    /// Scores where this program judges by other rules, or a day passed; and the day's tallies.
    private func renewScores() async throws {
        try await renew(.scores, "scores") { try $0.renewScores(of: $1.register, ward: $1.ward) }
        await eachDay("scores") { ward in
            try await database.write { tx in
                if try tx.takeDailyRun("scores", ward: ward) {
                    try tx.keepCountsOfYesterday(ward: ward)
                }
            }
        }
        for ward in try await database.read({ try $0.wardsToRescore() }) {
            await attempt("scores", ward: ward) {
                try await inPieces { try await database.write { try $0.rescoreDue(ward: ward) } }
            }
            try Task.checkCancellation()
        }
    }

    /// Rules come into force and limits pass by their dates.
    private func rederive(ward: String) async throws {
        for register in try await database.read({ try $0.registersToDerive(ward: ward) }) {
            var after: String?
            try await inPieces {
                after = try await database.write { [after] tx in
                    try tx.rederive(register, ward: ward, after: after)
                }
                return after != nil
            }
        }
    }

    /// Habits of devices that were heard long enough; refused frames and callers that are old.
    private func tendAlarms() async throws {
        let due = try await database.read { try $0.wardsDue(for: "alarms") }
        if due.isEmpty { return }
        for ward in due {
            await attempt("alarms", ward: ward) {
                let isTaken = try await database.write {
                    try $0.takeDailyRun("alarms", ward: ward)
                }
                guard isTaken else { return }
                try await inPieces {
                    try await database.write { try $0.pinHabitsDue(ward: ward) } > 0
                }
                try await database.write { try $0.forgetCallers(ward: ward) }
                try await inPieces {
                    try await database.write { try $0.forgetOldRefusals(ward: ward) }
                }
            }
            try Task.checkCancellation()
        }
        try await inPieces { try await database.write { try $0.forgetOldRefusals(ward: nil) } }
    }

    /// Letters that are due, some at a time; what is left after a minute waits for the next round.
    private func sendMail() async throws {
        guard let courier, try await database.read({ try $0.hasMailDue() }) else { return }
        let begun = ContinuousClock.now
        while ContinuousClock.now - begun < Self.mailedAtOnce {
            let taken = try await database.write { try $0.takeMail(limit: Self.lettersAtOnce) }
            if taken.isEmpty { return }
            for (ward, digest) in taken { try await send(digest, of: ward, by: courier) }
        }
    }

    private func send(
        _ digest: StoredDigest, of ward: String, by courier: MailCourier
    ) async throws {
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

    /// Does one piece after the other until none is left, and rests after each as long as it took:
    /// whoever writes meanwhile, an alarm before all, waits for one piece at most.
    private func inPieces(_ piece: () async throws -> Bool) async throws {
        while true {
            let begin = ContinuousClock.now
            guard try await piece() else { return }
            try await Task.sleep(for: .now - begin)
        }
    }

    private func attempt(
        _ job: String, ward: String? = nil, _ work: () async throws -> Void
    ) async {
        do {
            try await work()
        } catch is CancellationError {
            return
        } catch {
            var what: Logger.Metadata = ["job": "\(job)", "error": "\(error)"]
            if let ward { what["ward"] = "\(ward)" }
            logger.error("job failed", metadata: what)
        }
    }
}
