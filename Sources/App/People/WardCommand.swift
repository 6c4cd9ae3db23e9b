import ArgumentParser
import Domain
import Storage

/// `canhlua ward`: the places that the installation serves.
struct WardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ward", abstract: "Địa phương: lập phường, xã, đặc khu.",
        subcommands: [WardAdd.self])
}

struct WardAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Lập một phường, xã hoặc đặc khu.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "Mã đơn vị hành chính, năm chữ số.") var code: String
    @Option(help: "Tên, không kèm loại: An Mẫu.") var name: String
    @Option(help: "phường, xã hoặc đặc khu.") var kind = "phường"
    @Option(help: "Tỉnh hoặc thành phố, kèm loại: thành phố Hải Mẫu.") var province: String
    @Option(help: "Thể thức văn bản: state (nhà nước) hoặc party (đảng).") var layout = "state"

    func run() async throws {
        try await Console.explaining {
            guard code.utf8.count == 5, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                throw Problem(.invalid, "Mã đơn vị hành chính gồm năm chữ số, ví dụ 00004.")
            }
            guard ["phường", "xã", "đặc khu"].contains(kind), ["state", "party"].contains(layout)
            else { throw Problem(.invalid, "Loại hoặc thể thức không đúng. Hãy xem --help.") }
            let database = try await store.open()
            let ward = self
            try await database.write { tx in
                guard try !tx.wardCodes().contains(ward.code) else {
                    throw Problem(.conflict, "Địa phương \(ward.code) đã có.")
                }
                try tx.addWard(
                    code: ward.code, name: ward.name, kind: ward.kind, province: ward.province,
                    layout: ward.layout)
            }
            await database.close()
            Console.say(
                "Đã lập \(kind) \(name), \(province). Tiếp theo: canhlua user add TÊN --name … --role administrator"
            )
        }
    }
}
