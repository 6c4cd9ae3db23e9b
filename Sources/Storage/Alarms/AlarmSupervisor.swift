import Domain

/// Looks for devices that fell silent.
package actor AlarmSupervisor {
    /// What a receiver of this program knows at once of a million devices, without the store.
    package struct Memory: Sendable {
        /// Devices that are overdue and not yet declared so.
        package let overdue: @Sendable () -> [OverdueDevice]
        /// Told which were declared.
        package let declared: @Sendable ([OverdueDevice]) -> Void

        package init(
            overdue: @escaping @Sendable () -> [OverdueDevice],
            declared: @escaping @Sendable ([OverdueDevice]) -> Void
        ) {
            self.overdue = overdue
            self.declared = declared
        }
    }

    private let database: Database
    /// nil: the receiver is another program, and the store says what it heard.
    private let memory: Memory?
    private var seen: Set<OverdueDevice> = []

    /// How late another program's receiver may write that it heard a device: it goes over a million
    /// in a minute and a half.
    package static let lagSecondsElsewhere: Int64 = 120

    package init(database: Database, memory: Memory?) {
        self.database = database
        self.memory = memory
    }

    package func round() async throws {
        let silent = if let memory { memory.overdue() } else { try await silentInStore() }
        for (ward, devices) in Dictionary(grouping: silent, by: \.ward) {
            let devices = devices.sorted { $0.heardAt < $1.heardAt }
            try await database.declareSilent(devices, ward: ward)
            memory?.declared(devices)
        }
        if !silent.isEmpty { try await database.gatherWideOutage() }
    }

    /// Two looks in a row find them so: one may fall into the middle of a write.
    private func silentInStore() async throws -> [OverdueDevice] {
        let found = Set(
            try await database.read { try $0.overdueDevices(lagSeconds: Self.lagSecondsElsewhere) })
        let silent = found.intersection(seen)
        seen = found.subtracting(silent)
        return Array(silent)
    }
}
