import Domain
import Gateway
import Storage
import Synchronization
import TestSupport
import Testing
import Wire

@Suite(.enabled(if: TestBroker.isAvailable)) struct `Events from a broker` {
    private struct Down: Error {}

    /// A device that publishes with quality 1 and hears that the broker has it.
    private struct Device {
        let line: RawConnection

        init(_ broker: TestBroker, user: String? = nil, password: String? = nil) async throws {
            line = try RawConnection(port: broker.port)
            line.send(
                MQTTPacket.connect(
                    MQTTConnect(
                        clientID: "device", isClean: true, keepAliveSeconds: 60, user: user,
                        password: password)
                ).bytes)
            #expect(
                await line.receive(bytes: 4)
                    == MQTTPacket.connectionAcknowledged(code: 0, isResumed: false).bytes)
        }

        func send(
            _ event: String, _ id: UInt16, as number: String, isRetained: Bool = false
        ) {
            line.send(
                MQTTPacket.publish(
                    MQTTMessage(
                        topic: MQTTTopic.events(of: number), payload: Array(event.utf8), id: id,
                        isRetained: isRetained)
                ).bytes)
        }

        func say(
            _ event: String, _ id: UInt16, as number: String = ReceiverSetting.plain,
            isRetained: Bool = false
        ) async {
            send(event, id, as: number, isRetained: isRetained)
            #expect(
                await line.receive(bytes: 4) == MQTTPacket.publishAcknowledged(id: id).bytes)
        }
    }

    private func fire(_ id: Int) -> String { #"{"id": "e\#(id)", "kind": "fireAlarm"}"# }

    private func address(_ broker: TestBroker) -> BrokerAddress {
        BrokerAddress(host: "127.0.0.1", port: broker.port)
    }

    /// Runs the body when the receiver has subscribed.
    private func run(
        _ broker: TestBroker, _ engine: TestEngine = .sqlite, address: BrokerAddress? = nil,
        store: (@Sendable (Database) -> AlarmStore)? = nil,
        _ body: (ReceiverSetting) async throws -> Void
    ) async throws -> ReceiverSetting {
        let (subscribed, subscribe) = AsyncStream.makeStream(of: Void.self)
        return try await ReceiverSetting.run(
            engine, store: store, broker: address ?? self.address(broker),
            onSubscribed: { subscribe.yield() }
        ) { setting in
            _ = await subscribed.first { _ in true }
            try await body(setting)
        }
    }

    /// Waits until so many were stored, told by the store itself.
    private static func counting(
        _ told: AsyncStream<Void>.Continuation
    ) -> @Sendable (Database) -> AlarmStore {
        { database in
            var store = AlarmStore(database)
            store.keep = { [keep = store.keep] frames in
                let outcomes = try await keep(frames)
                for outcome in outcomes where outcome == .stored { told.yield() }
                return outcomes
            }
            return store
        }
    }

    private func wait(_ stored: AsyncStream<Void>, for count: Int) async {
        var left = count
        guard left > 0 else { return }
        for await _ in stored {
            left -= 1
            if left == 0 { return }
        }
    }

    @Test(arguments: TestEngine.available)
    func `are stored once`(engine: TestEngine) async throws {
        let broker = try await TestBroker.start()
        defer { broker.stop() }
        let (stored, told) = AsyncStream.makeStream(of: Void.self)
        let setting = try await run(broker, engine, store: Self.counting(told)) { setting in
            let device = try await Device(broker)
            await device.say(fire(1), 1)
            await device.say(fire(1), 2)
            await device.say(#"{"kind": "heartbeat"}"#, 3)
            await device.say(fire(2), 4)
            await wait(stored, for: 2)
        }
        #expect(try await setting.lines().count == 2)
        #expect(setting.receiver.counts.repeated == 1)
        #expect(setting.receiver.counts.heartbeats == 1)
    }

    @Test func `that came while nobody was there are taken later`() async throws {
        let broker = try await TestBroker.start()
        defer { broker.stop() }
        let setting = try await run(broker) { _ in }
        let device = try await Device(broker)
        for id in 1...100 { await device.say(fire(id), UInt16(id)) }
        let (stored, told) = AsyncStream.makeStream(of: Void.self)
        let store = Self.counting(told)(setting.database)
        let beside = try await ReceiverSetting.beside(
            setting.database, broker: address(broker), store: store)
        await wait(stored, for: 100)
        try await beside.end()
        let officer = setting.ward.officer(.police)
        let lines = try await setting.database.read {
            try $0.alarmLines(limit: 200, for: officer)
        }
        #expect(lines.count == 100)
    }

    @Test func `are asked for again when the store did not take them`() async throws {
        let broker = try await TestBroker.start()
        defer { broker.stop() }
        let failuresLeft = Mutex(3)
        let (stored, told) = AsyncStream.makeStream(of: Void.self)
        let keeping = Self.counting(told)
        let setting = try await run(
            broker,
            store: { database in
                var store = keeping(database)
                store.keep = { [keep = store.keep] frames in
                    let fails = failuresLeft.withLock { left in
                        left -= 1
                        return left >= 0
                    }
                    if fails { throw Down() }
                    return try await keep(frames)
                }
                return store
            }
        ) { _ in
            let device = try await Device(broker)
            for id in 1...5 { await device.say(fire(id), UInt16(id)) }
            await wait(stored, for: 5)
        }
        #expect(try await setting.lines().count == 5)
        #expect(setting.receiver.counts.unstored > 0)
    }

    @Test func `of numbers that nobody has, and kept ones, are refused and acknowledged`()
        async throws
    {
        let broker = try await TestBroker.start()
        defer { broker.stop() }
        let early = try await Device(broker)
        await early.say(fire(1), 1, isRetained: true)
        let (stored, told) = AsyncStream.makeStream(of: Void.self)
        let setting = try await run(broker, store: Self.counting(told)) { setting in
            let device = try await Device(broker)
            await device.say(fire(1), 1, as: "ABCDEF")
            await device.say("noise", 2)
            await device.say(fire(2), 3)
            await wait(stored, for: 1)
        }
        let refusals = try await setting.refusals()
        #expect(refusals.map(\.reason).sorted() == ["noObject", "retained", "unknownAccount"])
        #expect(refusals.first { $0.reason == "unknownAccount" }?.number == "ABCDEF")
        // All were acknowledged: the next session finds none of them.
        let again = try await ReceiverSetting.beside(
            setting.database, broker: address(broker))
        let device = try await Device(broker)
        await device.say(fire(3), 4)
        try await again.end()
        // But the kept one, which a broker sends with every subscription, and the new one.
        #expect(again.receiver.counts.frames <= 2)
    }

    @Test func `are taken of a device under its own number alone`() async throws {
        let (own, other) = (ReceiverSetting.plain, ReceiverSetting.encrypted)
        let broker = try await TestBroker.start(users: [own: "thu", "receiver": "nhan"])
        defer { broker.stop() }
        var address = address(broker)
        address.user = "receiver"
        address.password = "nhan"
        let (stored, told) = AsyncStream.makeStream(of: Void.self)
        let setting = try await run(broker, address: address, store: Self.counting(told)) { _ in
            let thief = try await Device(broker, user: own, password: "thu")
            thief.send(fire(1), 1, as: other)
            // Whether the broker says nothing or ends the connection, it passes it to nobody.
            thief.line.endSending()
            #expect(await thief.line.isClosedByPeer(withinSeconds: 60))
            await (try Device(broker, user: own, password: "thu")).say(fire(2), 2)
            await wait(stored, for: 1)
        }
        #expect(try await setting.lines().map(\.number) == [own])
    }

    @Test func `are asked for anew when the broker was gone`() async throws {
        var broker = try await TestBroker.start()
        let (subscribed, subscribe) = AsyncStream.makeStream(of: Void.self)
        let (stored, told) = AsyncStream.makeStream(of: Void.self)
        let setting = try await ReceiverSetting.run(
            store: Self.counting(told), broker: address(broker),
            onSubscribed: { subscribe.yield() }
        ) { _ in
            var arrivals = subscribed.makeAsyncIterator()
            _ = await arrivals.next()
            let port = broker.port
            broker.stop()
            broker = try await TestBroker.start(port: port)
            _ = await arrivals.next()
            let device = try await Device(broker)
            await device.say(fire(1), 1)
            await wait(stored, for: 1)
        }
        broker.stop()
        #expect(try await setting.lines().count == 1)
    }

    @Test(arguments: [
        ("mqtt://h", BrokerAddress(host: "h")),
        ("mqtt://a@h:1884", BrokerAddress(host: "h", port: 1884, user: "a")),
        ("mqtts://h", nil), ("h:1883", nil), ("mqtt://", nil), ("mqtt://h:0", nil),
        ("mqtt://h/x", nil),
    ])
    func `have an address`(text: String, wanted: BrokerAddress?) {
        #expect((try? BrokerAddress(text)) == wanted)
    }
}
