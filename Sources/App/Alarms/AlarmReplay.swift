import ArgumentParser
import Domain
import Foundation
import Gateway
import Storage

/// `canhlua alarm replay FILE`: frames of a file, taken as if they came now.
struct AlarmReplay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Nhận lại các bản tin trong một tệp.",
        discussion:
            "Tệp chứa byte như trên đường truyền, hoặc mỗi dòng một bản tin viết hex.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "Tệp bản tin.") var file: String

    func run() async throws {
        try await Console.explaining {
            guard let content = FileManager.default.contents(atPath: file) else {
                throw Problem(.notFound, "Không mở được tệp «\(file)».")
            }
            let database = try await store.open(mustExist: true)
            let outcomes = try await FrameReplay.run(Array(content), in: database)
            await database.close()
            for (index, outcome) in outcomes.enumerated() {
                Console.say("\(index + 1)\t\(words(outcome))")
            }
        }
    }

    private func words(_ outcome: FrameReplay.Outcome) -> String {
        switch outcome {
        case .stored: "đã lưu"
        case .repeated: "lặp lại, đã có"
        case .heartbeat: "kiểm tra đường truyền"
        case .answer: "trả lời của thiết bị, bỏ qua"
        case .refused(let reason): "không nhận: \(reason)"
        }
    }
}
