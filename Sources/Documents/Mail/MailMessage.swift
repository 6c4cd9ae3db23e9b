package import Domain
import Foundation

/// A letter in plain text, as mail servers take it.
///
/// - Source: RFC 5322; RFC 2045 and 2047 for what is not ASCII.
package struct MailMessage: Sendable {
    package let from: String
    package let to: String
    package let subject: String
    package let body: String
    /// Names the letter, so that a server can tell a repetition.
    package let id: String

    package init(from: String, to: String, subject: String, body: String, id: String) {
        self.from = from
        self.to = to
        self.subject = subject
        self.body = body
        self.id = id
    }

    package func text(at now: Instant) -> String {
        let domain = from.split(separator: "@").last.map(String.init) ?? "canhlua"
        let head = [
            "Date: \(Self.date(now))",
            "From: \(Self.word("Canh Lửa")) <\(Self.address(from))>",
            "To: <\(Self.address(to))>",
            "Subject: \(Self.word(subject))",
            "Message-ID: <\(Self.address(id))@\(Self.address(domain))>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "Auto-Submitted: auto-generated",
        ]
        let encoded = Data(body.utf8).base64EncodedString(
            options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
        return (head + ["", encoded, ""]).joined(separator: "\r\n")
    }

    /// Nothing that could begin another line of the head.
    static func address(_ text: String) -> String {
        String(
            text.unicodeScalars.filter {
                $0.value > 0x20 && $0.value < 0x7F && !"<>".unicodeScalars.contains($0)
            })
    }

    /// Words in encoded pieces of at most 75 characters, each of whole characters.
    ///
    /// - Source: RFC 2047, sections 2 and 5.
    static func word(_ text: String) -> String {
        let clean = text.map { $0.isNewline ? " " : String($0) }.joined()
        guard clean.utf8.contains(where: { $0 < 0x20 || $0 > 0x7E || $0 == 0x3F || $0 == 0x3D })
        else { return clean }
        var pieces: [String] = []
        var piece = ""
        for letter in clean {
            if piece.utf8.count + String(letter).utf8.count > octetsOfPieceMax {
                pieces.append(piece)
                piece = ""
            }
            piece.append(letter)
        }
        pieces.append(piece)
        return pieces.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }
            .joined(separator: "\r\n ")
    }

    /// 45 octets are 60 characters of Base64; with the frame of 12 they stay below 75.
    private static let octetsOfPieceMax = 45

    /// `Sat, 21 Nov 2026 07:00:00 +0700`.
    private static func date(_ now: Instant) -> String {
        let day = now.day
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let minute = now.minuteOfDay
        let second = Int(now.milliseconds / 1000 % 60)
        return "\(names[day.weekday - 1]), \(day.day) \(months[day.month - 1]) \(day.year) "
            + "\(twoDigits(minute / 60)):\(twoDigits(minute % 60)):\(twoDigits(second)) +0700"
    }
}
