import Foundation
import Testing

@Suite struct `The command line` {
    @Test func `explains itself in Vietnamese`() throws {
        let dump = try Program.run("--experimental-dump-help")
        let tool = try JSONDecoder().decode(Tool.self, from: Data(dump.text.utf8))
        let commands = tool.command.all()
        #expect(commands.contains(["alarm", "account", "add"]))
        for command in commands { try explains(command) }
    }

    /// Every command there is, as `canhlua` itself lists them.
    private struct Tool: Decodable {
        struct Command: Decodable {
            let commandName: String
            let subcommands: [Command]?

            func all(_ path: [String] = []) -> [[String]] {
                let rest = (subcommands ?? []).filter { $0.commandName != "help" }
                return [path] + rest.flatMap { $0.all(path + [$0.commandName]) }
            }
        }

        let command: Command
    }

    private func explains(_ command: [String]) throws {
        let help = try Program.run(command + ["--help"])
        #expect(help.status == 0)
        #expect(help.text.contains("CÁCH DÙNG: canhlua"))
        #expect(help.text.contains("TÙY CHỌN:\n"))
        for english in ["OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "See '"] {
            #expect(!help.text.contains(english))
        }
        for english in ["default:", "<subcommand>", "Show "] {
            #expect(!help.text.contains(english))
        }
    }

    @Test(arguments: [
        (["nothing"], "Lỗi: Thừa tham số 'nothing'\n"),
        (["serve", "--prot", "1"], "Lỗi: Không có tùy chọn '--prot'. Có phải '--port' không?\n"),
        (["serve", "--zzzzzzzz"], "Lỗi: Không có tùy chọn '--zzzzzzzz'\n"),
        (["serve", "--port"], "Lỗi: Thiếu giá trị của '--port <port>'\n"),
        (["serve", "--port", "x"], "Lỗi: Giá trị 'x' không dùng được cho '--port <port>'\n"),
        (["user", "add", "a"], "Lỗi: Thiếu tham số '--name <name>'\n"),
        (["user", "lock", "a", "b", "c"], "Lỗi: Thừa 2 tham số: 'b', 'c'\n"),
    ])
    func `says in Vietnamese what is wrong`(wrong: (arguments: [String], words: String)) throws {
        let said = try Program.run(wrong.arguments)
        #expect(said.status == 64)
        #expect(said.text.isEmpty)
        #expect(said.complaint.hasPrefix(wrong.words))
        #expect(said.complaint.contains("Cách dùng: canhlua"))
        #expect(said.complaint.contains("Xem thêm: canhlua"))
        #expect(!said.complaint.contains("Usage"))
    }
}
