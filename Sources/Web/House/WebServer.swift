import HTTPTypes
package import Hummingbird
import HummingbirdCore
import NIOCore

/// What bounds connections, so that who holds many open or sends slowly keeps nobody else out.
package struct ConnectionLimits: Sendable {
    /// A connection on which nothing was read so long, and no answer is being made, is closed: a
    /// head or an upload that stands still, or a browser that only keeps the line.
    package static let idleSecondsMax: Int64 = 60
    /// Further connections wait in the queue of the system until one ends. A browser opens up to
    /// six; the usual limit of a process is 1024 files.
    package static let connectionsMax = 512

    let idleMilliseconds: Int64
    let connections: Int

    package init(
        idleMilliseconds: Int64 = Self.idleSecondsMax * 1000, connections: Int = Self.connectionsMax
    ) {
        self.idleMilliseconds = idleMilliseconds
        self.connections = connections
    }
}

extension WebApplication {
    /// The pages as a server that listens.
    ///
    /// - Parameter onListening: told the port once it listens.
    package static func server(
        _ site: Site, host: String, port: Int, limits: ConnectionLimits = ConnectionLimits(),
        onListening: @escaping @Sendable (Int) -> Void = { _ in }
    ) -> Application<WebApplication> {
        Application(
            responder: WebApplication(site: site),
            server: .http1(
                configuration: .init(idleTimeout: .milliseconds(limits.idleMilliseconds))),
            configuration: .init(
                address: .hostname(host, port: port), serverName: nil,
                availableConnectionsDelegate: .maximum(limits.connections, logger: site.logger)),
            onServerRunning: { onListening($0.localAddress?.port ?? port) }, logger: site.logger)
    }
}
