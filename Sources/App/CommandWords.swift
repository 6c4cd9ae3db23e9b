import ArgumentParser
import Foundation

/// What ArgumentParser says of help and of wrong arguments, in Vietnamese: it has no place for
/// words but its own.
enum CommandWords {
    /// Ends a command as ArgumentParser would.
    static func exit(with error: any Error) -> Never {
        let text = vietnamese(App.fullMessage(for: error))
        let status = App.exitCode(for: error)
        if !text.isEmpty {
            if status.isSuccess { Console.say(text) } else { Console.complain(text) }
        }
        Foundation.exit(status.rawValue)
    }

    static func vietnamese(_ text: String) -> String {
        var text = text
        for (english, vietnamese) in words { text.replace(english, with: vietnamese) }
        for (lead, vietnamese) in headings where text.hasPrefix(lead) {
            text = vietnamese + text.dropFirst(lead.count)
        }
        for (lead, vietnamese) in headings { text.replace("\n\(lead)", with: "\n\(vietnamese)") }
        text.replace(/See '(.+)' for (?:more information|detailed help)\./) { "Xem thêm: \($0.1)" }
        text.replace(/Unknown option '([^']*)'\. Did you mean '([^']*)'\?/) {
            "Không có tùy chọn '\($0.1)'. Có phải '\($0.2)' không?"
        }
        text.replace(/Unknown option '([^']*)'/) { "Không có tùy chọn '\($0.1)'" }
        text.replace(/The option '([^']*)' does not take any value, but '([^']*)' was specified\./)
        {
            "Tùy chọn '\($0.1)' không nhận giá trị, nhưng đã ghi '\($0.2)'."
        }
        text.replace(/The value '([^']*)' is invalid( for|\.)/) {
            "Giá trị '\($0.1)' không dùng được\($0.2 == "." ? "." : " cho")"
        }
        text.replace(#/(\d+) unexpected arguments: /#) { "Thừa \($0.1) tham số: " }
        text.replace(/Value to be set with (.+) had already been set with (.+)/) {
            "Đã có \($0.2), không ghi thêm \($0.1)"
        }
        return text
    }

    /// At the beginning of a line.
    private static let headings = [
        ("Error: ", "Lỗi: "), ("Help:  ", "Giải thích: "), ("Usage: ", "Cách dùng: "),
        ("OVERVIEW: ", ""), ("USAGE: ", "CÁCH DÙNG: "), ("ARGUMENTS:", "THAM SỐ:"),
        ("OPTIONS:", "TÙY CHỌN:"), ("SUBCOMMANDS:", "CÁC LỆNH:"),
    ]

    /// Longer phrases before their own beginnings.
    private static let words = [
        ("Show help information.", "Xem trợ giúp."), ("<subcommand>", "<lệnh>"),
        ("(default:", "(mặc định:"), ("; default:", "; mặc định:"), ("(values:", "(một trong:"),
        ("Unexpected argument ", "Thừa tham số "), ("Missing value for ", "Thiếu giá trị của "),
        ("Missing expected argument ", "Thiếu tham số "), ("Missing one of: ", "Thiếu một trong: "),
        ("Missing required subcommand.", "Thiếu tên lệnh."),
        ("Invalid option: ", "Không có tùy chọn "),
        (". Please provide one of the following:", ". Hãy dùng một trong:"),
        (". Please provide one of ", ". Hãy dùng một trong: "), ("   or: ", "   hoặc: "),
    ]
}
