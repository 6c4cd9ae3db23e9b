/// When devices that fall silent are one trouble of many: an operator, a power cut, an exchange.
package enum Outage {
    /// Devices that were lost within so long belong together.
    package static let windowSeconds: Int64 = 600
    /// So many lost are one trouble, however many there are.
    ///
    /// - Source: FEATURES.md 55.
    package static let devicesMany = 50
    /// In a small ward fewer are, if they are a large share.
    package static let devicesFew = 5
    package static let percentLarge = 10
    /// Of all wards together one device in so many. If one in a hundred fails each day by itself, one
    /// in 14,400 does so within the window.
    package static let shareOfAll = 4_000

    /// - Parameter total: devices of the ward that were ever heard.
    package static func isThere(lost: Int, of total: Int) -> Bool {
        lost >= devicesMany || lost >= devicesFew && lost * 100 >= total * percentLarge
    }

    /// Whether devices of many wards are one trouble, however few each ward has lost.
    ///
    /// - Parameter total: devices of all wards that were ever heard.
    package static func isWide(lost: Int, of total: Int) -> Bool {
        lost >= devicesMany && lost * shareOfAll >= total
    }

    /// Devices that other wards lost at the same time: their number, and nothing else of them.
    package struct Elsewhere: Sendable, Equatable {
        package let devices: Int
        package let wards: Int

        package init(devices: Int, wards: Int) {
            self.devices = devices
            self.wards = wards
        }

        /// Whether it is so much more than what people were told that they are told again.
        package func isNews(after known: Elsewhere?) -> Bool {
            guard devices > 0 else { return false }
            return known.map { devices >= 2 * $0.devices } ?? true
        }
    }

    /// What devices that were lost together have in common.
    package struct Traits: Sendable, Equatable {
        /// Most of them have it.
        package struct Shared: Sendable, Equatable {
            package let name: String
            package let devices: Int

            package init(name: String, devices: Int) {
                self.name = name
                self.devices = devices
            }
        }

        package let devices: Int
        package let carrier: Shared?
        package let group: Shared?
        /// How many had reported that their mains power was gone.
        package let withoutPower: Int
        package let elsewhere: Elsewhere?

        /// - Parameters:
        ///   - carriers: how many devices each has; what nobody wrote down is none.
        ///   - groups: the same of residential groups.
        package init(
            devices: Int, carriers: [String: Int], groups: [String: Int], withoutPower: Int,
            elsewhere: Elsewhere?
        ) {
            self.devices = devices
            carrier = Self.shared(carriers, of: devices)
            group = Self.shared(groups, of: devices)
            self.withoutPower = withoutPower
            self.elsewhere = elsewhere
        }

        /// What more than half of them have, and not one alone.
        private static func shared(_ names: [String: Int], of devices: Int) -> Shared? {
            names.first { $0.value > 1 && $0.value * 2 > devices }
                .map { Shared(name: $0.key, devices: $0.value) }
        }

        /// What they share, part by part, most telling first.
        package var parts: [String] {
            var parts: [String] = []
            if let carrier {
                parts.append("\(carrier.devices.vietnamese) của nhà mạng \(carrier.name)")
            }
            if let group { parts.append("\(group.devices.vietnamese) ở \(group.name)") }
            if withoutPower > 0 {
                parts.append("\(withoutPower.vietnamese) đã báo mất điện trước đó")
            }
            if let elsewhere {
                parts.append(
                    "và \(elsewhere.devices.vietnamese) thiết bị ở \(elsewhere.wards.vietnamese) phường, xã khác"
                )
            }
            return parts
        }

        /// `12 thiết bị · 11 của nhà mạng Viettel`.
        package var words: String {
            (["\(devices.vietnamese) thiết bị"] + parts).joined(separator: " · ")
        }
    }
}

/// When a device that reports in an interval has fallen silent.
package enum Silence {
    /// Of the interval: declared before 110 of it, with a second for the job that looks, from
    /// intervals of 20 seconds on.
    ///
    /// - Source: issue 4: within the interval and 10 %.
    package static let percent: Int64 = 105

    package static func isOver(interval seconds: Int, since heard: Instant, now: Instant) -> Bool {
        now.milliseconds - heard.milliseconds >= Int64(seconds) * 10 * percent
    }
}
