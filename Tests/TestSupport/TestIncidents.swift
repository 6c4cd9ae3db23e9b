package import Domain
package import Storage

/// Fires of the incidents' register, as a form would send them.
package enum TestIncidents {
    /// - Parameter loss: in đồng.
    package static func fire(
        on day: Day, injured: Int = 0, loss: Int = 0, name: String = "Cháy nhà số 12",
        in tx: Transaction, by officer: Officer
    ) throws -> [String: Cell] {
        try tx.read(
            [
                "name": "\(name) ngày \(day.vietnamese)", "kind": "fire", "address": "12 phố Mẫu",
                "reported_at": "08:00 \(day.vietnamese)", "injured": "\(injured)",
                "property_loss": "\(loss)", "dead": "0",
            ], of: Incidents.description, for: officer)
    }
}
