import Domain
import Foundation

/// The terminal: what was asked for on standard output, everything else on standard error.
enum Console {
    static func say(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}

extension Problem {
    /// Exit status of a command, as sysexits.h numbers them.
    var exitStatus: Int32 {
        switch kind {
        case .invalid, .tooLarge, .conflict: 65
        case .notFound, .forbidden: 66
        case .unavailable, .tooMany: 69
        }
    }
}
