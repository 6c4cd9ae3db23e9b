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
    /// The same when all come back at once.
    private static let stormMax = 2_000
    private static let connectSecondsMax: Int64 = 10

    package init(_ plan: FleetPlan) { self.plan = plan }

    func note(_ change: (inout FleetReport) -> Void) { report.withLock { change(&$0) } }

    /// Plays the plan to its end.
    package func run() async throws -> FleetReport {
        let address = try SocketAddress.makeAddressResolvingHost(plan.host, port: plan.port)
        var devices = await connect(
            (0..<plan.devices).map { FleetMemory(number: FleetPlan.number(plan.firstNumber + $0)) },
            to: address, atOnce: Self.openingMax)
        var left = plan.seconds
        while let pause = plan.stormEverySeconds, pause > 0, pause < left, !plan.isDatagram {
            try await Task.sleep(for: .seconds(pause))
            left -= pause
            let memories = await drop(devices)
            note { $0.storms += 1 }
            devices = await connect(memories, to: address, atOnce: Self.stormMax)
        }
        try await Task.sleep(for: .seconds(left))
        for (channel, device) in devices {
            channel.eventLoop.execute { device.value.end() }
        }
        // Each closes with its last answer, or when it has given up.
        for (channel, _) in devices { try? await channel.closeFuture.get() }
        return report.withLock { $0 }
    }

    private typealias Device = (any Channel, NIOLoopBound<FleetDevice>)

    /// Cuts all connections; what was not answered is remembered.
    private func drop(_ devices: [Device]) async -> [FleetMemory] {
        var memories: [FleetMemory] = []
        for (channel, device) in devices {
            let memory = channel.eventLoop.submit { device.value.drop() }
            if let memory = try? await memory.get() { memories.append(memory) }
        }
        return memories
    }

    private func connect(
        _ memories: [FleetMemory], to address: SocketAddress, atOnce: Int
    ) async -> [Device] {
        var devices: [Device] = []
        for start in stride(from: 0, to: memories.count, by: atOnce) {
            let end = min(start + atOnce, memories.count)
            await withTaskGroup(of: Device?.self) { group in
                for memory in memories[start..<end] {
                    group.addTask { await self.connect(memory, to: address) }
                }
                for await device in group {
                    if let device { devices.append(device) }
                }
            }
        }
        return devices
    }

    private func connect(_ memory: FleetMemory, to address: SocketAddress) async -> Device? {
        let (group, plan) = (MultiThreadedEventLoopGroup.singleton, plan)
        let initialize = { @Sendable (channel: any Channel) in
            channel.eventLoop.makeCompletedFuture {
                if plan.isDatagram {
                    try channel.pipeline.syncOperations.addHandler(DatagramAddress(address))
                }
                try channel.pipeline.syncOperations.addHandler(
                    FleetDevice(plan: plan, memory: memory, fleet: self))
            }
        }
        do {
            let channel =
                plan.isDatagram
                ? try await DatagramBootstrap(group: group).channelInitializer(initialize)
                    .bind(host: address.protocol == .inet6 ? "::" : "0.0.0.0", port: 0).get()
                : try await ClientBootstrap(group: group)
                    .connectTimeout(.seconds(Self.connectSecondsMax))
                    .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                    .channelInitializer(initialize).connect(to: address).get()
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

/// Datagrams of one device ↔ bytes.
private final class DatagramAddress: ChannelDuplexHandler {
    typealias InboundIn = AddressedEnvelope<ByteBuffer>
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = AddressedEnvelope<ByteBuffer>

    private let address: SocketAddress

    init(_ address: SocketAddress) { self.address = address }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        context.fireChannelRead(wrapInboundOut(unwrapInboundIn(data).data))
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        context.write(
            wrapOutboundOut(
                AddressedEnvelope(remoteAddress: address, data: unwrapOutboundIn(data))),
            promise: promise)
    }
}

extension Double {
    var logarithm: Double { log(self) }
}
