import ArgumentParser
import Domain
import Gateway
import Storage
import Wire

/// `canhlua alarm account`: numbers by which transmitters report.
struct AlarmAccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Số tài khoản báo cháy: cấp, liệt kê, khóa.",
        subcommands: [AlarmAccountAdd.self, AlarmAccountList.self, AlarmAccountLock.self])
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
    @Option(help: "Cấp nhiều số liên tiếp (hex), để thử và đo.") var count = 1
    @Option(help: "Mã địa phương; không cần khi chỉ có một.") var ward: String?

    /// As many as one fleet has.
    private static let countMax = FleetPlan.devicesMax

    func run() async throws {
        try await Console.explaining {
            let key = try readKey()
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
                            tolerance: asked.strict
                                ? Int64(DC09Tolerance.strict.rawValue) : nil,
                            heartbeatSeconds: asked.heartbeat), ward: ward, origin: "cli")
                }
            }
            await database.close()
            Console.say(
                numbers.count == 1
                    ? "Đã cấp số tài khoản \(numbers[0])."
                    : "Đã cấp \(numbers.count.vietnamese) số, từ \(numbers[0]) đến \(numbers[numbers.count - 1])."
            )
        }
    }

    /// Never an argument, which other people of the machine see.
    private func readKey() throws(Problem) -> String? {
        guard let keyStdin else { return nil }
        guard let notation = AESKey.Notation(rawValue: keyStdin) else {
            throw Problem(.invalid, "--key-stdin nhận hex hoặc text, không nhận «\(keyStdin)».")
        }
        guard let typed = readLine(strippingNewline: true), !typed.isEmpty else {
            throw Problem(.invalid, "Đầu vào không có khóa.")
        }
        do {
            _ = try AESKey(typed: typed, as: notation)
        } catch {
            throw Problem(.invalid, error.message)
        }
        switch notation {
        case .hex: return typed.filter { $0 != " " && $0 != "-" }.uppercased()
        case .text: return typed.utf8.map { hexadecimal($0) }.joined()
        }
    }

    private func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "0" + digits : digits
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
        let ways = DC09Tolerance(rawValue: UInt32(truncatingIfNeeded: line.learnt)).cases
        return [
            line.number, line.facilityName ?? "", line.serial ?? "",
            line.isLocked ? "đã khóa" : "đang dùng", line.hasKey ? "có khóa" : "không mã hóa",
            "chu kỳ \(line.heartbeatSeconds) giây",
            line.heardAt.map { "nghe lần cuối \($0.vietnamese)" } ?? "chưa nghe lần nào",
            ways.map(\.title).joined(separator: "; "),
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
