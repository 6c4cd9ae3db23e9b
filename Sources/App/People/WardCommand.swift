import ArgumentParser
import Domain
import Storage

/// `canhlua ward`: the places that the installation serves.
struct WardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ward", abstract: "Địa phương: lập phường, xã, đặc khu; đặt dưới cấp trên.",
        subcommands: [WardAdd.self, WardPlace.self])
}

struct WardAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Lập một phường, xã, đặc khu, hoặc cấp trên của chúng.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "Mã đơn vị hành chính, năm chữ số.") var code: String
    @Option(help: "Tên, không kèm loại: An Mẫu.") var name: String
    @Option(help: "phường, xã, đặc khu; cấp trên: tỉnh, thành phố, trung ương.") var kind = "phường"
    @Option(help: "Tỉnh hoặc thành phố, kèm loại: thành phố Hải Mẫu.") var province: String
    @Option(help: "Mã của cấp trên đã lập, để nơi ấy xem được số liệu.") var above: String?
    @Option(help: "Thể thức văn bản: state (nhà nước) hoặc party (đảng).") var layout = "state"

    private static let kinds = ["phường", "xã", "đặc khu", "tỉnh", "thành phố", "trung ương"]

    func run() async throws {
        try await Console.explaining {
            guard code.utf8.count == 5, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                throw Problem(.invalid, "Mã đơn vị hành chính gồm năm chữ số, ví dụ 00004.")
            }
            guard Self.kinds.contains(kind), ["state", "party"].contains(layout)
            else { throw Problem(.invalid, "Loại hoặc thể thức không đúng. Hãy xem --help.") }
            let database = try await store.open()
            let ward = self
            try await database.write { tx in
                guard try !tx.wardCodes().contains(ward.code) else {
                    throw Problem(.conflict, "Địa phương \(ward.code) đã có.")
                }
                try tx.addWard(
                    code: ward.code, name: ward.name, kind: ward.kind, province: ward.province,
                    layout: ward.layout, above: ward.above)
            }
            await database.close()
            Console.say(
                "Đã lập \(kind) \(name), \(province). Tiếp theo: canhlua user add TÊN --name … --role administrator"
            )
        }
    }
}

struct WardPlace: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "place",
        abstract: "Đặt một địa phương dưới cấp trên; không ghi --above thì không còn cấp trên.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "Mã đơn vị hành chính của địa phương.") var code: String
    @Option(help: "Mã của cấp trên.") var above: String?

    func run() async throws {
        try await Console.explaining {
            let database = try await store.open()
            let place = self
            try await database.write { tx in
                try tx.placeWard(place.code, under: place.above)
            }
            await database.close()
            Console.say(
                above.map { "\(code) báo cáo lên \($0)." } ?? "\(code) không còn cấp trên.")
        }
    }
}
