import Foundation
import Gateway
import Logging
import Storage
import TestSupport
import Testing

@Suite(.serialized) struct `A receiver whose store fails` {
    /// What a copy of the files holds that was made while devices were being answered.
    @Test func `has all that it acknowledged in its files at any moment`() async throws {
        let path = try await AlarmLoad.makeStore()
        let load = AlarmLoad()
        let server = try await ReceiverProcess.start(path)
        var copies: [(path: String, before: Set<AlarmLoad.Sent>)] = []
        try await withThrowingTaskGroup(of: Void.self) { group in
            for device in 0..<AlarmLoad.devices {
                let line = try RawConnection(port: server.port)
                group.addTask {
                    await load.play(device, zone: 1, on: line)
                }
            }
            for copy in 1...12 {
                // Each later than the one before.
                await load.wait(forAcknowledged: copy * 50)
                let before = load.acknowledged
                let to = path + ".copy-\(copy)"
                try server.whileStopped {
                    for part in ["", "-wal"] {
                        try FileManager.default.copyItem(atPath: path + part, toPath: to + part)
                    }
                }
                copies.append((to, before))
            }
            load.end()
            try await group.waitForAll()
        }
        server.kill()
        for copy in copies {
            let kept = try await AlarmLoad.kept(copy.path)
            #expect(copy.before.count { kept[$0] == nil } == 0, "in \(copy.path)")
            #expect(kept.count { $0.value != 1 } == 0, "in \(copy.path)")
        }
    }

    @Test func `acknowledges nothing on a full disk, and all when there is room`() async throws {
        let path = try await AlarmLoad.makeStore()
        let load = AlarmLoad()
        let size =
            try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        let full = try await ReceiverProcess.start(
            path, fileKilobytesMax: size / 1024 + Self.roomKilobytes)
        await withTaskGroup(of: Void.self) { group in
            for device in 0..<AlarmLoad.devices {
                guard let line = try? RawConnection(port: full.port) else { continue }
                // Each goes on until it is no more answered.
                group.addTask {
                    await load.play(
                        device, zone: 1, on: line, attempts: 2, answerMilliseconds: 500)
                }
            }
        }
        let before = load.acknowledged
        #expect(!before.isEmpty)
        full.kill()
        let kept = try await AlarmLoad.kept(path)
        #expect(before.filter { kept[$0] == nil }.isEmpty)
        #expect(kept.filter { $0.value != 1 }.isEmpty)
        let roomy = try await ReceiverProcess.start(path)
        let line = try RawConnection(port: roomy.port)
        await load.play(0, zone: 2, on: line) { count in count < before.count + 20 }
        roomy.kill()
        let after = try await AlarmLoad.kept(path)
        #expect(load.acknowledged.count == before.count + 20)
        #expect(load.acknowledged.filter { after[$0] != 1 }.isEmpty)
    }

    private static let roomKilobytes = 64

    @Test(.enabled(if: TestPostgres.isAvailable))
    func `acknowledges nothing while PostgreSQL is stopped, and loses nothing`() async throws {
        let server = try await TestPostgres.start()
        defer { server.remove() }
        let database = try await Database.open(
            .postgres(url: server.url, schema: nil),
            secret: .text(Data(repeating: 7, count: 32).base64EncodedString()),
            clock: AlarmLoad.now)
        try await AlarmLoad.addDevices(to: database)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let receiver = AlarmReceiver(database: database, logger: logger)
        let (told, telling) = AsyncStream.makeStream(of: Int.self)
        let running = Task {
            try await receiver.run(.init(host: "127.0.0.1", port: 0)) { telling.yield($0.stream) }
        }
        let port = try #require(await told.first { _ in true })
        let load = AlarmLoad()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for device in 0..<AlarmLoad.devices {
                let line = try RawConnection(port: port)
                group.addTask {
                    await load.play(
                        device, zone: 1, on: line, attempts: 600, answerMilliseconds: 100)
                }
            }
            for stop in 1...3 {
                await load.wait(forAcknowledged: stop * 100)
                try server.stop()
                // What was committed before may still be on its way.
                await load.wait(forRepeated: load.repeated + 2 * AlarmLoad.devices)
                let down = load.acknowledged.count
                await load.wait(forRepeated: load.repeated + 2 * AlarmLoad.devices)
                #expect(load.acknowledged.count == down, "stop \(stop)")
                try await server.start()
                await load.wait(forAcknowledged: down + 50)
            }
            load.end()
            try await group.waitForAll()
        }
        running.cancel()
        try await running.value
        let kept = try await AlarmLoad.kept(in: database)
        #expect(load.acknowledged.filter { kept[$0] == nil }.isEmpty)
        #expect(kept.filter { $0.value != 1 }.isEmpty)
        #expect(receiver.counts.unstored > 0)
        await database.close()
    }
}
