import Domain
import Glibc
import Logging
import NIOCore

/// The sockets on which devices are listened for.
struct DeviceDoors {
    private(set) var streamPort = 0
    private(set) var datagramPort = 0
    /// Of each loop.
    private var doors: [DeviceRounds.Doors] = []
    private var loops: [DeviceLoop] = []

    /// Connections that the system holds for a loop, as after a power cut: those beyond it come again
    /// a second later. It holds no more than its own `net.core.somaxconn`, 4,096 by default.
    private static let unacceptedMax: CInt = 4_096

    /// - Parameter port: 0: one for each kind that the system chooses.
    /// - Throws: `Problem` where the port is in use; otherwise `IOError`.
    init(_ host: String, _ port: Int, limits: ReceptionLimits) throws {
        do {
            // Shared from then on only, so that a second receiver finds the port in use.
            let first = try Self.stream(host, port, isShared: false)
            doors.append(DeviceRounds.Doors(stream: first))
            streamPort = try Sockets.port(of: first)
            try Sockets.share(first)
            // Each loop accepts its own connections, which the system spreads over them.
            for _ in 1..<max(1, System.coreCount) {
                doors.append(
                    DeviceRounds.Doors(stream: try Self.stream(host, streamPort, isShared: true)))
            }
            let datagrams = try Sockets.listening(
                at: .makeAddressResolvingHost(host, port: port),
                .datagrams(bufferBytes: limits.datagramBufferBytes))
            doors[0].datagrams = datagrams
            datagramPort = try Sockets.port(of: datagrams)
            loops = try doors.map(DeviceLoop.init)
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            close()
            throw Problem(
                .unavailable,
                "Cổng \(port) đang có chương trình khác dùng. Hãy dừng chương trình đó hoặc chọn cổng khác.",
                cause: error)
        } catch {
            close()
            throw error
        }
    }

    private static func stream(_ host: String, _ port: Int, isShared: Bool) throws -> CInt {
        try Sockets.listening(
            at: .makeAddressResolvingHost(host, port: port),
            .stream(unaccepted: unacceptedMax), isShared: isShared)
    }

    func close() {
        for door in doors.flatMap({ [$0.stream, $0.datagrams].compactMap(\.self) }) {
            Sockets.close(door)
        }
    }

    /// Gives each loop its sockets, which it closes.
    func start(_ reception: Reception, logger: Logger) -> [DeviceLoop] {
        for loop in loops { loop.start(reception, logger: logger) }
        return loops
    }
}
