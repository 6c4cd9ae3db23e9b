/// What a simulated fleet of devices does.
package struct FleetPlan: Sendable {
    package var host: String
    package var port: Int
    package var devices: Int
    package var seconds: Int
    /// Of each device.
    package var heartbeatSeconds: Int
    /// Of all devices together.
    package var alarmsPerSecond: Double
    package var faultsPerSecond: Double
    /// Number of the first device, the others follow; hexadecimal, six digits at least.
    package var firstNumber: Int
    /// By datagrams instead of connections.
    package var isDatagram = false
    /// After so many seconds all devices lose their connection at once and come back, as when a
    /// network fails; nil: never.
    package var stormEverySeconds: Int?
    /// After it an answer is missing, and the message is sent again, as it was.
    package var answerSecondsMax = 5
    /// So often a message is sent before it is given up.
    package var attemptsMax = 4

    package init(
        host: String, port: Int, devices: Int, seconds: Int, heartbeatSeconds: Int,
        alarmsPerSecond: Double, faultsPerSecond: Double, firstNumber: Int
    ) {
        self.host = host
        self.port = port
        self.devices = devices
        self.seconds = seconds
        self.heartbeatSeconds = heartbeatSeconds
        self.alarmsPerSecond = alarmsPerSecond
        self.faultsPerSecond = faultsPerSecond
        self.firstNumber = firstNumber
    }

    package static let devicesMax = 50_000

    /// `A00001`
    package static func number(_ value: Int) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
}

/// What came of it: every answer was judged byte for byte.
package struct FleetReport: Sendable {
    package struct Kind: Sendable {
        package var sent = 0
        package var acknowledged = 0
        /// Milliseconds from sending to the acknowledgement, of each.
        package var latencies: [Double] = []

        /// `share` of the acknowledgements took no longer; nil without any.
        package func latency(_ share: Double) -> Double? {
            guard !latencies.isEmpty else { return nil }
            let sorted = latencies.sorted()
            return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
        }
    }

    package var heartbeats = Kind()
    package var alarms = Kind()
    package var faults = Kind()
    /// Answers DUH and NAK, and answers that fit nothing that was sent.
    package var notUnderstood = 0
    package var clockWrong = 0
    package var wrong = 0
    /// Messages that were sent again as no answer came.
    package var repeated = 0
    /// Messages that were never answered.
    package var lost = 0
    package var connections = 0
    package var connectionFailures = 0
    /// How often all devices were cut off at once.
    package var storms = 0

    package init() {}

    /// Whether every message was acknowledged as the standard says.
    package var isClean: Bool {
        notUnderstood + clockWrong + wrong + lost + connectionFailures == 0
    }
}
