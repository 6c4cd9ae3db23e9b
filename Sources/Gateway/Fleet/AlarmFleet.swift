import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// Many simulated devices against any receiver of DC-09.
package final class AlarmFleet: Sendable {
    private let plan: FleetPlan
    private let report = Mutex(FleetReport())

    /// Connections that are being opened at once.
    private static let openingMax = 64
    private static let connectSecondsMax: Int64 = 10

    package init(_ plan: FleetPlan) { self.plan = plan }

    func note(_ change: (inout FleetReport) -> Void) { report.withLock { change(&$0) } }

    /// Plays the plan to its end.
    package func run() async throws -> FleetReport {
        let devices = await connect()
        try await Task.sleep(for: .seconds(plan.seconds))
        for (channel, device) in devices {
            channel.eventLoop.execute { device.value.end() }
        }
        // Each closes with its last answer, or when it has given up.
        for (channel, _) in devices { try? await channel.closeFuture.get() }
        return report.withLock { $0 }
    }

    private typealias Device = (any Channel, NIOLoopBound<FleetDevice>)

    private func connect() async -> [Device] {
        var devices: [Device] = []
        for start in stride(from: 0, to: plan.devices, by: Self.openingMax) {
            let end = min(start + Self.openingMax, plan.devices)
            await withTaskGroup(of: Device?.self) { group in
                for index in start..<end { group.addTask { await self.connect(index) } }
                for await device in group {
                    if let device { devices.append(device) }
                }
            }
        }
        return devices
    }

    private func connect(_ index: Int) async -> Device? {
        let (plan, number) = (plan, FleetPlan.number(plan.firstNumber + index))
        do {
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(.seconds(Self.connectSecondsMax))
                .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(
                            FleetDevice(plan: plan, number: number, fleet: self))
                    }
                }
                .connect(host: plan.host, port: plan.port).get()
            let device = try await channel.eventLoop.submit {
                NIOLoopBound(
                    try channel.pipeline.syncOperations.handler(type: FleetDevice.self),
                    eventLoop: channel.eventLoop)
            }.get()
            return (channel, device)
        } catch {
            note { $0.connectionFailures += 1 }
            return nil
        }
    }
}

extension Double {
    var logarithm: Double { log(self) }
}
