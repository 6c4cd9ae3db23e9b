import Domain
import Gateway
import Storage
import TestSupport
import Testing
import Wire

@Suite struct `The bounds of a receiver` {
    private func fire(_ sequence: Int) -> DC09Draft {
        .contactID(110, zone: 7, sequence: sequence, account: ReceiverSetting.plain)
    }

    @Test func `close a connection on which nothing comes`() async throws {
        var limits = ReceptionLimits()
        limits.idleSecondsMax = 1
        let setting = try await ReceiverSetting.run(limits: limits) { setting in
            let line = try setting.connect()
            line.send(Array(fire(1).bytes().dropLast(4)))
            #expect(await line.isClosedByPeer(withinSeconds: 30))
        }
        // What came before is kept, as it may be an alarm.
        #expect(try await setting.refusals().map(\.reason) == ["unfinished"])
    }

    @Test func `leave a connection open for the interval of its device`() async throws {
        var limits = ReceptionLimits()
        limits.idleSecondsMax = 1
        _ = try await ReceiverSetting.run(limits: limits) { setting in
            let device = try setting.connect()
            device.send(fire(1))
            #expect(await device.outcomes(of: [fire(1)]) == [.acknowledged])
            // Nobody's connections, younger than it, are closed one after the other.
            for _ in 1...2 {
                #expect(await (try setting.connect()).isClosedByPeer(withinSeconds: 30))
            }
            device.send(fire(2))
            #expect(await device.outcomes(of: [fire(2)]) == [.acknowledged])
        }
    }

    @Test func `admit so many connections in all`() async throws {
        var limits = ReceptionLimits()
        limits.connectionsMax = 1
        let setting = try await ReceiverSetting.run(limits: limits) { setting in
            let first = try setting.connect()
            first.send(fire(1))
            #expect(await first.outcomes(of: [fire(1)]) == [.acknowledged])
            #expect(await (try setting.connect()).isClosedByPeer(withinSeconds: 30))
        }
        #expect(setting.receiver.counts.connectionsRefused == 1)
    }

    @Test func `read no further while too much of a connection waits`() async throws {
        var limits = ReceptionLimits()
        limits.unansweredMax = 1
        limits.readBytesMax = 16
        limits.batchMax = 1
        let drafts = (1...20).map { fire($0) }
        let setting = try await ReceiverSetting.run(limits: limits) { setting in
            let line = try setting.connect()
            line.send(drafts.flatMap { $0.bytes() })
            let outcomes = await line.outcomes(of: drafts)
            #expect(outcomes == drafts.map { _ in .acknowledged })
        }
        #expect(setting.receiver.counts.stored == drafts.count)
    }

    /// Few frames are committed by the loops that read them, others by the writer.
    @Test(arguments: TestEngine.available)
    func `leave none without an answer, whoever commits it`(engine: TestEngine) async throws {
        var limits = ReceptionLimits()
        limits.committedOnLoopMax = 2
        let lines = 8
        let setting = try await ReceiverSetting.run(engine, limits: limits) { setting in
            try await withThrowingTaskGroup { group in
                for number in 0..<lines {
                    let line = try setting.connect()
                    let drafts = (1...20).map { fire(100 * number + $0) }
                    group.addTask {
                        // One by one, then all that are left together.
                        for draft in drafts.prefix(10) {
                            line.send(draft)
                            #expect(await line.outcomes(of: [draft]) == [.acknowledged])
                        }
                        let others = Array(drafts.dropFirst(10))
                        line.send(others.flatMap { $0.bytes() })
                        let outcomes = await line.outcomes(of: others)
                        #expect(outcomes == others.map { _ in .acknowledged })
                    }
                }
                try await group.waitForAll()
            }
        }
        #expect(setting.receiver.counts.stored == 20 * lines)
    }

    /// Its loops share a port with each other, not with another one's.
    @Test func `leave a port alone that another receiver has`() async throws {
        _ = try await ReceiverSetting.run { setting in
            let second = AlarmReceiver(
                database: setting.database, logger: ReceiverSetting.quiet)
            let doors = AlarmReceiver.Doors(host: "127.0.0.1", port: setting.ports.stream)
            let problem = await #expect(throws: Problem.self) { try await second.run(doors) }
            #expect(problem?.message.contains("\(setting.ports.stream)") == true)
        }
    }

    @Test func `count refusals that there is no room to keep`() async throws {
        var limits = ReceptionLimits()
        limits.refusalsHeldMax = 1
        let stranger = DC09Draft.null(account: "ABCDEF")
        let setting = try await ReceiverSetting.run(limits: limits) { setting in
            let line = try setting.connect()
            for _ in 0..<20 { line.send(stranger) }
            let wanted = [DC09Draft](repeating: stranger, count: 20)
            #expect(await line.outcomes(of: wanted) == wanted.map { _ in .notUnderstood })
        }
        let refusals = try await setting.refusals()
        #expect(refusals.map(\.seen) == [20])
        #expect(refusals[0].kept < 20)
    }

    @Test func `leave a device its answer when it has said all`() async throws {
        let setting = try await ReceiverSetting.run { setting in
            let line = try setting.connect()
            line.send(fire(1))
            line.endSending()
            #expect(await line.outcomes(of: [fire(1)]) == [.acknowledged])
            #expect(await line.isClosedByPeer(withinSeconds: 30))
        }
        #expect(try await setting.lines().count == 1)
    }

    @Test func `let a fleet be played against it`() async throws {
        let first = 0xF17A00
        let setting = try await ReceiverSetting.run { setting in
            let alarms = try await TestAlarms.make(in: setting.database, setting.ward)
            for device in 0..<4 {
                try await alarms.add(FleetPlan.number(first + device), in: setting.database)
            }
            // Takes its accounts when it starts.
            let receiver = try await ReceiverSetting.beside(setting.database)
            let report = try await AlarmFleet(
                FleetPlan(
                    host: "127.0.0.1", port: receiver.port, devices: 4, seconds: 1,
                    heartbeatSeconds: 1, alarmsPerSecond: 40, faultsPerSecond: 40,
                    firstNumber: first)
            ).run()
            #expect(report.isClean)
            #expect(report.alarms.sent + report.faults.sent > 0)
            #expect(report.alarms.acknowledged == report.alarms.sent)
            #expect(report.faults.acknowledged == report.faults.sent)
            try await playStorm(receiver.port, first)
            try await receiver.end()
            var datagrams = FleetPlan(
                host: "127.0.0.1", port: setting.ports.datagram, devices: 1, seconds: 1,
                heartbeatSeconds: 1, alarmsPerSecond: 40, faultsPerSecond: 0,
                firstNumber: 0xABCDEF)
            datagrams.isDatagram = true
            let heard = try await AlarmFleet(datagrams).run()
            #expect(heard.notUnderstood == heard.alarms.sent + heard.heartbeats.sent)
            let stranger = try await AlarmFleet(
                FleetPlan(
                    host: "127.0.0.1", port: setting.ports.stream, devices: 1, seconds: 1,
                    heartbeatSeconds: 1, alarmsPerSecond: 0, faultsPerSecond: 0,
                    firstNumber: 0xABCDEF)
            ).run()
            #expect(!stranger.isClean)
            #expect(stranger.notUnderstood > 0)
        }
        #expect(try await setting.lines().count > 0)
    }

    /// All devices lose their connection while they send.
    private func playStorm(_ port: Int, _ first: Int) async throws {
        var plan = FleetPlan(
            host: "127.0.0.1", port: port, devices: 4, seconds: 2, heartbeatSeconds: 60,
            alarmsPerSecond: 200, faultsPerSecond: 0, firstNumber: first)
        plan.stormEverySeconds = 1
        let report = try await AlarmFleet(plan).run()
        #expect(report.isClean)
        #expect(report.storms == 1)
        #expect(report.connections == 8)
        #expect(report.alarms.acknowledged == report.alarms.sent)
    }
}
