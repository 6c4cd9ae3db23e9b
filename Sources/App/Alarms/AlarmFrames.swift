import ArgumentParser
import Domain
import Foundation
import Gateway
import Storage

/// `canhlua alarm frames --since … > FILE`: what came, for `canhlua alarm replay`.
struct AlarmFrames: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frames", abstract: "Xuất các bản tin đã nhận, mỗi dòng một bản tin hex.",
        discussion:
            "Tệp xuất ra nhận lại được bằng canhlua alarm replay, kể cả vào cơ sở dữ liệu khác.")

    @OptionGroup var store: StoreOptions
    @Option(help: "Từ lúc nào, ví dụ 2026-11-21T09:00:00+07:00.") var since: String
    @Flag(help: "Xuất các bản tin không nhận, thay cho các bản tin đã nhận.") var refused = false
    @Option(help: "Mã địa phương; không cần khi chỉ có một.") var ward: String?

    func run() async throws {
        try await Console.explaining {
            guard let date = try? Date(since, strategy: .iso8601) else {
                throw Problem(
                    .invalid,
                    "--since viết dạng 2026-11-21T09:00:00+07:00, không viết «\(since)».")
            }
            let start = Instant(milliseconds: Int64(date.timeIntervalSince1970 * 1000))
            let database = try await store.open(mustExist: true)
            let (asked, refused) = (ward, refused)
            var last: KeptFrame?
            repeat {
                let page = try await database.read { [last] tx in
                    try tx.alarmFrames(
                        since: start, refused: refused, after: last,
                        ward: try AlarmWard.chosen(asked, tx))
                }
                for frame in page { Console.say(FrameFile.line(frame)) }
                last = page.last
            } while last != nil
            await database.close()
        }
    }
}
