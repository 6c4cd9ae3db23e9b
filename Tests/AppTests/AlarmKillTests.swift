import Foundation
import Storage
import TestSupport
import Testing

/// The receiver as a process of its own, ended as by a power cut while devices send.
@Suite(.serialized) struct `A receiver that is killed` {
    /// After how many acknowledgements each round ends; more rounds by `CANHLUA_KILL_ROUNDS`.
    private static let rounds: [Int] = {
        let few = [1, 40, 200, 600]
        let asked = ProcessInfo.processInfo.environment["CANHLUA_KILL_ROUNDS"].flatMap(Int.init)
        guard let asked, asked > few.count else { return few }
        return few + (few.count..<min(asked, 999)).map { _ in Int.random(in: 1...400) }
    }()

    @Test(arguments: TestEngine.available)
    func `has lost nothing that it acknowledged, and stored nothing twice`(
        engine: TestEngine
    ) async throws {
        let path = try await AlarmLoad.makeStore(engine)
        let load = AlarmLoad()
        for (round, most) in Self.rounds.enumerated() {
            let server = try await ReceiverProcess.start(path)
            let (reached, reach) = AsyncStream.makeStream(of: Void.self)
            let enough = load.acknowledged.count + most
            try await withThrowingTaskGroup(of: Void.self) { group in
                for device in 0..<AlarmLoad.devices {
                    let line = try RawConnection(port: server.port)
                    group.addTask {
                        await load.play(device, zone: round + 1, on: line) { count in
                            if count == enough { reach.yield() }
                            return true
                        }
                    }
                }
                _ = await reached.first { _ in true }
                server.kill()
                try await group.waitForAll()
            }
            let kept = try await AlarmLoad.kept(path)
            #expect(load.acknowledged.filter { kept[$0] == nil }.isEmpty, "in round \(round)")
            #expect(kept.filter { $0.value != 1 }.isEmpty, "in round \(round)")
            if round == Self.rounds.count - 1 {
                FileHandle.standardError.write(
                    Data(
                        "\(engine) killed \(Self.rounds.count) times: \(load.acknowledged.count) acknowledged, \(kept.count) stored\n"
                            .utf8))
            }
        }
        #expect(load.acknowledged.count >= Self.rounds.reduce(0, +))
    }
}
