import ArgumentParser
import Domain
import Foundation
import Storage
import Web

/// `canhlua sample`: a fictional ward to try everything on.
struct SampleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "Nạp một phường mẫu (hư cấu) để dùng thử.")

    @OptionGroup var store: StoreOptions
    @Option(help: "Mật khẩu chung của các tài khoản mẫu.") var password = "canh-lua-2026"
    @Flag(help: "Phường nhỏ, nạp nhanh hơn: 6 tổ dân phố, 72 cơ sở.") var small = false
    @Option(help: "Số tổ dân phố.") var groups: Int?
    @Option(help: "Số kế hoạch; từ kế hoạch thứ hai trở đi là bản sao mang số khác, để đo.")
    var plans = 1
    @Flag(help: "Chỉ in văn bản của kế hoạch mẫu.") var printPlan = false

    func run() async throws {
        let today = Clocks.now().day
        if printPlan { return Console.say(SamplePlan.text(on: today)) }
        let clock = SampleClock()
        let database = try await store.open(clock: clock.now)
        let isLoaded = try await database.read { tx in
            try tx.wardCodes().contains(SampleWard.code)
        }
        if !isLoaded {
            if !small { Console.say("Đang nạp phường mẫu, chừng một phút…") }
            try await load(into: database, clock, today)
        }
        await database.close()
        Console.say("Phường mẫu: \(SampleWard.fullName). Tài khoản (mật khẩu \(password)):")
        for person in SampleWard.people(groups: SampleWard.groupsShown) {
            Console.say("  \(person.login)  \(person.name), \(person.role.title)")
        }
    }

    private func load(into database: Database, _ clock: SampleClock, _ today: Day) async throws {
        let hash = try await Password.hash(password, cost: .trifling)
        clock.set(Instant(startOf: today.adding(days: -SampleProgramme.daysOfHistory - 1)))
        var size = small ? SampleSize.small : .usual
        if let groups { size.groups = groups }
        let people = try await database.write { [size] tx in
            try SampleWard.load(into: tx, groups: size.groups, passwordHash: hash)
            // Keys and scores of records are made as they are kept; none is older.
            for register in Registers.all {
                _ = try tx.renewLikeness(of: register, ward: SampleWard.code)
                _ = try tx.renewScores(of: register, ward: SampleWard.code)
            }
            return try SamplePeople(tx, groups: size.groups)
        }
        let programme = SampleProgramme(
            database: database, clock: clock, people: people, today: today, size: size)
        try await programme.load(copies: plans)
    }
}
