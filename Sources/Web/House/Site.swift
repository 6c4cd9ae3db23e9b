package import Domain
package import Logging
package import Storage

/// What every page needs, given once at the start.
package struct Site: Sendable {
    package let database: Database
    package let logger: Logger
    /// `https://canhlua.example`, for addresses that leave the site (calendar, mail); no slash at
    /// the end.
    package let address: String
    /// Whether pages for who builds the product are open to everybody.
    let isDevelopment: Bool
    /// Addresses of proxies whose word about the client's address is taken.
    let trustedProxies: Set<String>
    let limits: RateLimits
    /// How dear guessing a password is made.
    let passwordCost: Password.Cost
    let assets: Assets
    let imports: ImportJobs
    /// Tells open desks that something changed.
    package let pulse: DeskPulse
    let deskReadings: DeskReadings
    /// How long one stream of a desk lives; then the browser asks anew, and its rights with it.
    let deskPatience: Duration
    /// By which the program that rings telephones signs what became of them; nil: there is none.
    let callSecret: String?

    package init(
        database: Database, logger: Logger, address: String, isDevelopment: Bool = false,
        trustedProxies: Set<String> = [], limits: RateLimits = RateLimits(),
        passwordCost: Password.Cost = .standard,
        importPatience: Duration = .milliseconds(800), deskPatience: Duration = .seconds(300),
        callSecret: String? = nil
    ) throws {
        self.database = database
        self.logger = logger
        self.address = address
        self.isDevelopment = isDevelopment
        self.trustedProxies = trustedProxies
        self.limits = limits
        self.passwordCost = passwordCost
        pulse = DeskPulse(database: database)
        deskReadings = DeskReadings(database: database)
        self.deskPatience = deskPatience
        self.callSecret = callSecret
        imports = ImportJobs(patience: importPatience)
        assets = try Assets()
    }

    /// Whether cookies are kept to encrypted connections.
    var isSecure: Bool { address.hasPrefix("https://") }

    package var now: Instant { database.now }
}
