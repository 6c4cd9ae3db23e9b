import ArgumentParser
import Domain
import Storage

/// `canhlua register score`: how good the data is, scored anew; the server does it by itself.
struct RegisterScore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Chấm lại mọi mục theo bốn chữ đúng, đủ, sạch, sống; in điểm từng sổ.",
        discussion: "Máy chủ tự chấm khi có thay đổi; lệnh này để chấm ngay tất cả.")

    @OptionGroup var store: StoreOptions
    @Option(help: "Mã địa phương; không cần khi chỉ có một.") var ward: String?

    func run() async throws {
        try await Console.explaining {
            let database = try await store.open(mustExist: true)
            let asked = ward
            let code = try await database.write { tx in
                let code = try WardChoice.code(asked, of: try tx.wardCodes())
                try tx.forgetScoreRules(ward: code)
                return code
            }
            let clock = ContinuousClock()
            for register in Registers.all {
                let begin = clock.now
                while try await database.write({ try $0.renewScores(of: register, ward: code) }) {}
                let counts = try await database.read {
                    try $0.recordCounts(of: register, ward: code)
                }
                guard counts.all > 0 else { continue }
                let scores = RecordGap.Kind.allCases.map { "\(counts.score($0) ?? 0)%" }
                let seconds = (clock.now - begin) / .seconds(1)
                Console.say(
                    "\(register.name)  \(counts.all.vietnamese) mục, đúng/đủ/sạch/sống \(scores.joined(separator: " ")), \(seconds.shown) giây"
                )
            }
            await database.close()
        }
    }
}

/// Which ward a command is about.
enum WardChoice {
    /// - Parameter asked: what `--ward` says; nil is enough where there is one.
    static func code(_ asked: String?, of codes: [String]) throws(Problem) -> String {
        guard let code = asked ?? (codes.count == 1 ? codes.first : nil), codes.contains(code)
        else {
            throw Problem(
                .invalid, "Hãy chọn địa phương bằng --ward: \(codes.joined(separator: ", ")).")
        }
        return code
    }
}
