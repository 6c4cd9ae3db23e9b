package import Domain
package import Storage

/// A facility of the test ward with a transmitter, and numbers for it.
package struct TestAlarms: Sendable {
    package let ward: TestWard
    package let facility: String
    package let transmitter: String

    package static func make(in database: Database, _ ward: TestWard) async throws -> TestAlarms {
        let police = ward.officer(.police)
        let (facilities, devices) = (Facilities.description, Transmitters.description)
        return try await database.write { tx in
            let facility = try tx.addRecord(
                try facilities.read([
                    "name": "Chợ Thử", "kind": "market", "address": "Số 1 phố Thử",
                    "state": "working",
                ]),
                to: facilities, by: police)
            let transmitter = try tx.addRecord(
                try devices.read(["facility": facility, "serial": "TB-01"]), to: devices,
                by: police)
            return TestAlarms(ward: ward, facility: facility, transmitter: transmitter)
        }
    }

    /// Another transmitter of the facility.
    package func addTransmitter(
        _ serial: String, by police: Officer, in database: Database
    ) async throws -> TestAlarms {
        let devices = Transmitters.description
        let transmitter = try await database.write { [facility] tx in
            try tx.addRecord(
                try devices.read(["facility": facility, "serial": serial]), to: devices, by: police)
        }
        return TestAlarms(ward: ward, facility: facility, transmitter: transmitter)
    }

    @discardableResult
    package func add(
        _ number: String, key: String? = nil, tolerance: Int64? = nil, in database: Database
    ) async throws -> String {
        let new = NewAlarmAccount(
            transmitter: transmitter, number: number, key: key, tolerance: tolerance)
        return try await database.write {
            try $0.addAlarmAccount(new, ward: TestWard.code, origin: "test")
        }
    }

    /// Gives an account a token that the test knows.
    package func setToken(_ token: String, number: String, in database: Database) async throws {
        try await database.write { tx in
            _ = try tx.run(
                """
                UPDATE alarm_accounts SET token_hash = \(AlarmToken.digest(token))
                WHERE number = \(number)
                """)
        }
    }
}
