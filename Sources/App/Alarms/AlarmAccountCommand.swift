import ArgumentParser
import Domain
import Gateway
import Storage
import Wire

/// `canhlua alarm account`: numbers by which transmitters report.
struct AlarmAccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Số tài khoản báo cháy: cấp, liệt kê, khóa.",
        subcommands: [
            AlarmAccountAdd.self, AlarmAccountList.self, AlarmAccountLock.self,
            AlarmAccountToken.self, AlarmAccountKey.self, AlarmAccountPlain.self,
            AlarmAccountPin.self,
        ])
}

struct AlarmAccountAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Cấp số tài khoản báo cháy cho một thiết bị trong sổ.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "Số tài khoản, như đặt trên thiết bị: F17A.") var number: String
    @Option(help: "Số máy của thiết bị, như trong sổ thiết bị truyền tin.") var serial: String?
    @Option(help: "Mã của thiết bị trong sổ, khi không có số máy.") var transmitter: String?
    @Option(help: "Số máy thu (R); bỏ trống: bất kỳ.") var receiver = ""
    @Option(help: "Số đường dây (L); bỏ trống: bất kỳ.") var line = ""
    @Option(help: "Chu kỳ kiểm tra đường truyền, giây.")
    var heartbeat = NewAlarmAccount.heartbeatSecondsUsual
    @Option(help: "Đọc khóa mã hóa từ dòng đầu của đầu vào chuẩn, viết dạng hex hoặc text.")
    var keyStdin: String?
    @Flag(help: "Chỉ nhận bản tin đúng tiêu chuẩn, không chấp nhận cách viết riêng của hãng.")
    var strict = false
    @Option(help: "Chấp nhận thêm một cách viết, ví dụ binaryCRC; dùng được nhiều lần.")
    var allow: [String] = []
    @Option(help: "Không chấp nhận một cách viết; dùng được nhiều lần.") var deny: [String] = []
    @Flag(help: "Không nhận bản tin không mã hóa, khi đã có khóa.") var refusePlain = false
    @Flag(help: "Cấp cả khóa gửi qua HTTP; khóa chỉ hiện lần này.") var token = false
    @Option(help: "Cấp nhiều số liên tiếp (hex), để thử và đo.") var count = 1
    @Option(help: "Mã địa phương; không cần khi chỉ có một.") var ward: String?

    /// As many as one fleet has.
    private static let countMax = FleetPlan.devicesMax

    func run() async throws {
        try await Console.explaining {
            let key = try keyStdin.map { try TypedKey.read($0) }
            let tolerance = try tolerance()
            let numbers = try numbers()
            let database = try await store.open(mustExist: true)
            let asked = self
            try await database.write { tx in
                let ward = try AlarmWard.chosen(asked.ward, tx)
                let transmitter = try asked.transmitter(ward, tx)
                for number in numbers {
                    _ = try tx.addAlarmAccount(
                        NewAlarmAccount(
                            transmitter: transmitter, number: number, receiver: asked.receiver,
                            line: asked.line, key: key,
                            tolerance: tolerance, heartbeatSeconds: asked.heartbeat,
                            refusesPlain: asked.refusePlain), ward: ward, origin: "cli")
                }
            }
            let tokens = token ? try await makeTokens(numbers, database) : []
            await database.close()
            Console.say(
                numbers.count == 1
                    ? "Đã cấp số tài khoản \(numbers[0])."
                    : "Đã cấp \(numbers.count.vietnamese) số, từ \(numbers[0]) đến \(numbers[numbers.count - 1])."
            )
            for (number, token) in zip(numbers, tokens) { Console.say("\(number)\t\(token)") }
        }
    }

    private func makeTokens(_ numbers: [String], _ database: Database) async throws -> [String] {
        let asked = ward
        return try await database.write { tx in
            let ward = try AlarmWard.chosen(asked, tx)
            return try numbers.map {
                try tx.renewAlarmToken(number: $0, keepOldDays: 0, ward: ward, origin: "cli")
            }
        }
    }

    /// nil: as usual.
    private func tolerance() throws(Problem) -> Int64? {
        guard strict || !allow.isEmpty || !deny.isEmpty else { return nil }
        var tolerance: DC09Tolerance = strict ? .strict : .fielded
        for name in allow { tolerance.insert(try DC09Tolerance(named: name)) }
        for name in deny { tolerance.remove(try DC09Tolerance(named: name)) }
        return Int64(tolerance.rawValue)
    }

    private func numbers() throws(Problem) -> [String] {
        if count == 1 { return [number] }
        guard (1...Self.countMax).contains(count), let first = Int(number, radix: 16),
            first <= 0xFFFF_FFFF
        else {
            throw Problem(
                .invalid,
                "Cấp nhiều số thì số đầu phải là hex và --count từ 1 đến \(Self.countMax).")
        }
        return (0..<count).map { FleetPlan.number(first + $0) }
    }

    private func transmitter(_ ward: String, _ tx: Transaction) throws -> String {
        if let transmitter { return transmitter }
        guard let serial else {
            throw Problem(.invalid, "Hãy ghi thiết bị bằng --serial hoặc --transmitter.")
        }
        guard let id = try tx.transmitter(serial: serial, ward: ward) else {
            throw Problem(
                .notFound,
                "Sổ không có thiết bị số máy «\(serial)», hoặc có nhiều. Hãy dùng --transmitter.")
        }
        return id
    }
}

struct AlarmAccountList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Liệt kê số tài khoản báo cháy.")

    @OptionGroup var store: StoreOptions
    @Option(help: "Nhiều nhất bao nhiêu dòng.") var limit = 1_000
    @Option(help: "Mã địa phương; không cần khi chỉ có một.") var ward: String?

    func run() async throws {
        try await Console.explaining {
            let database = try await store.open(mustExist: true)
            let (asked, limit) = (ward, max(1, limit))
            let lines = try await database.read { tx in
                try tx.alarmAccountLines(ward: try AlarmWard.chosen(asked, tx), limit: limit)
            }
            await database.close()
            for line in lines { Console.say(words(line)) }
        }
    }

    private func words(_ line: AlarmAccountLine) -> String {
        let ways = { (bits: Int64) in
            DC09Tolerance(rawValue: UInt32(truncatingIfNeeded: bits)).cases.map(\.title)
                .joined(separator: "; ")
        }
        return [
            line.number, line.facilityName ?? "", line.serial ?? "",
            line.isLocked ? "đã khóa" : "đang dùng", line.hasKey ? "có khóa" : "không mã hóa",
            line.refusesPlain ? "chỉ nhận mã hóa" : "", line.hasToken ? "có khóa HTTP" : "",
            "chu kỳ \(line.heartbeatSeconds) giây",
            line.heardAt.map { "nghe lần cuối \($0.vietnamese)" } ?? "chưa nghe lần nào",
            ways(line.learnt), line.isPinned ? "đã chốt cách viết" : "",
            line.deviated == 0 ? "" : "KHÁC THƯỜNG: \(ways(line.deviated))",
        ].joined(separator: "\t")
    }
}

struct AlarmAccountLock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock", abstract: "Khóa một số tài khoản; tín hiệu đã nhận vẫn giữ.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "Số tài khoản.") var number: String
    @Option(help: "Mã địa phương; không cần khi chỉ có một.") var ward: String?

    func run() async throws {
        try await Console.explaining {
            let database = try await store.open(mustExist: true)
            let (number, asked) = (number, ward)
            try await database.write { tx in
                try tx.lockAlarmAccount(
                    number: number, ward: try AlarmWard.chosen(asked, tx), origin: "cli")
            }
            await database.close()
            Console.say("Đã khóa số tài khoản \(number).")
        }
    }
}

/// Which ward a command means.
enum AlarmWard {
    static func chosen(_ asked: String?, _ tx: Transaction) throws -> String {
        let codes = try tx.wardCodes()
        guard let code = asked ?? (codes.count == 1 ? codes.first : nil), codes.contains(code)
        else {
            throw Problem(
                .invalid, "Hãy chọn địa phương bằng --ward: \(codes.joined(separator: ", ")).")
        }
        return code
    }
}
