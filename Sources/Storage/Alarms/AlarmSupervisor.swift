import Domain

/// Looks for devices that fell silent, and for those that came back.
///
/// A device counts as overdue only when two looks in a row find it so: what a receiver has heard
/// and is just writing is in neither place for a moment.
package actor AlarmSupervisor {
    private let database: Database
    /// Which of these accounts a receiver of this program has heard and not yet written; nil: the
    /// receiver is another program.
    private let heard: (@Sendable ([String]) -> Set<String>)?
    private var overdue: Set<OverdueDevice> = []

    /// How late another program's receiver may write that it heard a device: half a minute and a
    /// look around it.
    package static let lagSecondsElsewhere: Int64 = 35

    package init(database: Database, heard: (@Sendable ([String]) -> Set<String>)?) {
        self.database = database
        self.heard = heard
    }

    package func round() async throws {
        let lag = heard == nil ? Self.lagSecondsElsewhere : 0
        let found = try await database.read { try $0.overdueDevices(lagSeconds: lag) }
        let alive = heard?(found.map(\.account)) ?? []
        let now = Set(found.filter { !alive.contains($0.account) })
        let silent = now.intersection(overdue)
        overdue = now.subtracting(silent)
        for (ward, devices) in Dictionary(grouping: silent, by: \.ward) {
            let devices = devices.sorted { $0.heardAt < $1.heardAt }
            try await database.write { try $0.declareSilent(devices, ward: ward) }
        }
    }
}
