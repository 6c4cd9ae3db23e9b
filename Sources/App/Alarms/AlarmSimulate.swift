import ArgumentParser
import Domain
import Foundation
import Gateway

/// `canhlua alarm simulate`: a fleet of devices against any receiver of SIA DC-09.
struct AlarmSimulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Mô phỏng nhiều thiết bị gửi đến một máy thu, kiểm tra từng trả lời.",
        discussion:
            "Kết thúc với mã 1 khi có bản tin không được trả lời đúng.")

    @Option(help: "Máy thu.") var host = "127.0.0.1"
    @Option(help: "Cổng của máy thu.") var port = 12_000
    @Option(help: "Số thiết bị.") var devices = 10
    @Option(help: "Chạy bao nhiêu giây.") var seconds = 10
    @Option(help: "Chu kỳ kiểm tra đường truyền của mỗi thiết bị, giây.") var heartbeat = 90
    @Option(help: "Số tin báo cháy mỗi giây, của tất cả thiết bị.") var alarms = 1.0
    @Option(help: "Số tin báo lỗi mỗi giây, của tất cả thiết bị.") var faults = 0.5
    @Flag(help: "Gửi bằng UDP thay cho TCP.") var udp = false
    @Option(help: "Cứ bao nhiêu giây thì mọi thiết bị cùng mất kết nối rồi kết nối lại.")
    var storm: Int?
    @Option(help: "Số tài khoản của thiết bị đầu, hex; các thiết bị sau lấy số kế tiếp.")
    var first = "A00001"

    func run() async throws {
        try await Console.explaining {
            guard let number = Int(first, radix: 16), number <= 0xFFFF_FFFF,
                (1...FleetPlan.devicesMax).contains(devices), seconds > 0, heartbeat > 0,
                alarms >= 0, faults >= 0
            else {
                throw Problem(
                    .invalid,
                    "Số thiết bị từ 1 đến \(FleetPlan.devicesMax); thời gian, chu kỳ phải lớn hơn 0; số tài khoản đầu viết hex."
                )
            }
            if let storm, storm <= 0 || udp {
                throw Problem(.invalid, "--storm là số giây lớn hơn 0, và chỉ dùng với TCP.")
            }
            var plan = FleetPlan(
                host: host, port: port, devices: devices, seconds: seconds,
                heartbeatSeconds: heartbeat, alarmsPerSecond: alarms, faultsPerSecond: faults,
                firstNumber: number)
            plan.isDatagram = udp
            plan.stormEverySeconds = storm
            let report = try await AlarmFleet(plan).run()
            for line in words(report) { Console.say(line) }
            if !report.isClean { throw ExitCode(1) }
        }
    }

    private func words(_ report: FleetReport) -> [String] {
        [
            words("Kiểm tra đường truyền", report.heartbeats), words("Báo cháy", report.alarms),
            words("Báo lỗi", report.faults),
            "Kết nối: \(report.connections) thành công, \(report.connectionFailures) hỏng, "
                + "\(report.storms) lần cùng mất",
            "Gửi lại: \(report.repeated); không được trả lời: \(report.lost)",
            "Trả lời DUH: \(report.notUnderstood); NAK: \(report.clockWrong); sai: \(report.wrong)",
        ]
    }

    private func words(_ name: String, _ kind: FleetReport.Kind) -> String {
        let times = [("p50", 0.5), ("p99", 0.99), ("lâu nhất", 1)].compactMap { title, share in
            kind.latency(share).map { "\(title) \(milliseconds($0))" }
        }
        return "\(name): gửi \(kind.sent), được trả lời đúng \(kind.acknowledged)"
            + (times.isEmpty ? "" : "; " + times.joined(separator: ", "))
    }

    private func milliseconds(_ time: Double) -> String {
        let tenths = Int((time * 10).rounded())
        return "\(tenths / 10),\(tenths % 10) ms"
    }
}
