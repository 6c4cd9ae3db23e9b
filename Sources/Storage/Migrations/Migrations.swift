import Crypto
import Domain
import Foundation

/// The tables as they came to be: append-only, each file in order, recorded with its checksum.
///
/// A file `NAME.sql` runs on both engines; where an engine needs words of its own (triggers), a
/// file `NAME.sqlite.sql` or `NAME.postgres.sql` beside it runs right after it.
///
/// A file that has landed is never changed; the next change is the next file. There is no way
/// back but a backup.
enum Migrations {
    static let names = [
        "0001-people",  // wards, units, accounts, sessions, journal
        "0002-plans",  // files, plans, versions, tasks, assignments, occurrences, entries
        "0003-people",  // telephone codes, append-only journal
        "0004-assignments",  // explanations, obstacles, proposals, calendar feeds, digests
        "0006-library",  // documents, how they hang together, what units did about them
        "0007-reports",  // report duties of plans, their periods, reports of units
        "0008-joint-reports",  // further documents that a report serves
        "0009-reviews",  // preliminary and final reviews of plans
        "0010-repairs",  // suggested repairs that a person took or left
        "0012-waiting",  // an index of work that waits for an answer
        "0014-sent-drafts",  // the ward's report as it stood when it was sent
        "0016-plan-changes",  // what running work keeps when its plan changes
        "0017-plan-versions",  // how a version was left, versions that were handed in by mistake
        "0018-withdrawn-values",  // values of targets that were taken back
        "0019-document-keys",  // documents told apart by year and level too
        "0021-plan-words",  // what recognises a plan in another file
        "0022-registers",  // water sources, alleys, when a field was last confirmed
        "0023-obstacle-moves",  // obstacles that were sent on
        "0025-record-imports",  // sheets taken into registers, row by row
        "0026-facilities",  // facilities under management, as form PC01 has them
        "0027-record-likeness",  // records that look like one, and how they were joined
        "0028-import-answers",  // what was said of rows that look like records
        "0029-unit-changes",  // old administrative units and what they became
        "0030-facility-class",  // who manages a facility by its size; transmitters; thresholds
        "0031-inspections",  // inspections, violations, suspensions, publications; their rules
        "0032-access-keys",  // keys by which other programs use the registers
        "0040-infrastructure",  // roads, obstacles, lines, areas without roads or water, works
        "0041-houses",  // houses, visits to households, commitments
        "0042-early-warning",  // devices that warn early, cameras
        "0043-forces",  // forces, equipment, duty, training, plans, drills, four on the spot
        "0044-community",  // mutual-aid groups, public fire points, models, places of learning
        "0045-outreach",  // channels, items, timetable, activities, campaigns
        "0046-incidents",  // fires, explosions, accidents, rescues
        "0047-money",  // budget lines, contributions
        "0048-organisation",  // staff, schools
        "0049-risk",  // areas at high risk
        "0050-record-scores",  // scores of records, counted by register and group
        "0051-shapes",  // lines and areas of records
        "0052-boundaries",  // borders of the ward and its residential groups
        "0055-record-words",  // words of records, lists in their order
        "0060-alarms",  // accounts of transmitters, what they reported, what was refused
        "0061-alarm-tokens",  // tokens of devices that report by HTTP
        "0062-alarm-policy",  // plain frames, changed keys, habits, marks of what was odd
        "0065-alarm-cases",  // alarms as people see and answer them
        "0066-response-cards",  // addresses of response cards
        "0067-alarm-rules",  // how alarms are answered, whom they are told to
        "0068-alarm-supervision",  // devices that fell silent
        "0069-false-alarms",  // when false alarms ask for a plan, plans that are owed
        "0070-device-drills",  // drills from the panel to a person, measured
        "0071-call-answers",  // what became of calls to a facility
        "0072-fire-reports",  // alarms that people told
        "0073-warnings",  // public warnings, and the programs that are sent them
        "0074-calling-alarms",  // an alarm that is in no case
        "0075-target-baselines",  // lists on which targets are measured, rounds that are let go
        "0076-public-figures",  // what a ward shows of its figures to everybody
        "0077-wards-above",  // to which place a ward reports: a province, the nation
        "0080-indicators",  // figures of the registers that measure targets
        "0081-alarm-repeats",  // repeats by their number
        "0082-living-reports",  // reports drafted, edited, approved and issued
        "0083-report-bundles",  // reports to and from other installations
        "0090-indicator-months",  // an index of one month of many wards
        "0091-alarm-inbox",  // frames that are durable, and not yet sorted
        "0092-drills-due",  // an index of drills by when they begin
        "0093-alarm-case-calls",  // when an alarm that nobody took calls the next people
        "0094-events-of-all-wards",  // an index of signals by their time, whatever their ward
        "0095-devices-to-connect",  // indexes of devices that were never heard
        "0096-alarms-unfollowed",  // events that wait for their case, instead of looking back
        "0097-officers-telephones",  // telephones of accounts, messages due by their way
        "0100-alarm-troubles",  // what devices report to be wrong, what outages have in common
        "0101-transmitter-lines",  // carrier and SIM of transmitters, until when it is paid for
        "0102-alarm-inbox-numbers",  // frames that are not yet sorted, by a number
    ]

    static func apply(to connection: any Connection, at now: Instant) throws {
        try connection.script(
            """
            CREATE TABLE IF NOT EXISTS migrations (
                name TEXT PRIMARY KEY,
                checksum TEXT NOT NULL,
                applied_at BIGINT NOT NULL
            )
            """)
        let rows = try connection.rows("SELECT name, checksum FROM migrations ORDER BY name")
        let applied = Dictionary(
            uniqueKeysWithValues: rows.map { ($0["name"] as String, $0["checksum"] as String) })
        if let later = applied.keys.sorted().first(where: { !names.contains($0) }) {
            throw Problem(
                .unavailable,
                "Cơ sở dữ liệu thuộc phiên bản mới hơn chương trình này (\(later)). Hãy dùng phiên bản mới của Canh Lửa."
            )
        }
        for name in names {
            let text =
                try required(name) + (try text(of: "\(name).\(connection.dialect.rawValue)") ?? "")
            let checksum = hexadecimal(SHA256.hash(data: Data(text.utf8)))
            if let known = applied[name] {
                guard known == checksum else {
                    throw Problem(
                        .unavailable,
                        "Cơ sở dữ liệu được lập bởi một bản khác của chương trình (\(name) khác). Hãy dùng đúng bản đó, hoặc một cơ sở dữ liệu mới."
                    )
                }
                continue
            }
            try connection.script(text)
            _ = try connection.run(
                """
                INSERT INTO migrations (name, checksum, applied_at)
                VALUES (\(name), \(checksum), \(now))
                """)
        }
    }

    private static func required(_ name: String) throws -> String {
        guard let text = try text(of: name) else {
            preconditionFailure("migration \(name) is not in the bundle")
        }
        return text
    }

    private static func text(of name: String) throws -> String? {
        try Bundle.module.url(forResource: name, withExtension: "sql", subdirectory: "Scripts")
            .map { try String(contentsOf: $0, encoding: .utf8) }
    }
}
