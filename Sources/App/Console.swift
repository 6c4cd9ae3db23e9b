import ArgumentParser
import Domain
import Foundation

/// The terminal: what was asked for on standard output, everything else on standard error.
enum Console {
    static func say(_ text: String) {
        // Who reads through `head` and has seen enough is no fault.
        try? FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
    }

    /// Runs a command; what was foreseen is said in its own words, without a usage text.
    static func explaining(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let problem as Problem {
            complain(problem.message)
            for (_, words) in problem.refusals.sorted(by: { $0.key < $1.key })
            where words != problem.message {
                complain("  \(words)")
            }
            throw ExitCode(problem.exitStatus)
        }
    }

    static func complain(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
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
