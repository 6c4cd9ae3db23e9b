/// That a transmitter is being tried or maintained: its alarms are seen, and call nobody.
package enum AlarmTrial {
    /// It ends by itself, so that no facility stays without alarms over night unnoticed.
    package static let minutesMax = 480
    package static let minutesUsual = 60
    package static let reasonMax = 200

    package static func check(minutes: Int?, reason: String) throws(Problem) {
        var refusals: [String: String] = [:]
        if !(minutes.map { (1...minutesMax).contains($0) } ?? false) {
            refusals["minutes"] = "Chế độ thử kéo dài từ 1 đến \(minutesMax) phút."
        }
        if reason.isEmpty || reason.count > reasonMax {
            refusals["reason"] = "Hãy ghi lý do, nhiều nhất \(reasonMax) chữ."
        }
        guard refusals.isEmpty else {
            throw Problem(.invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
    }
}
