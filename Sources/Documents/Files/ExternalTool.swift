import Domain
import Foundation
import Subprocess

/// A program of a Debian package that does one job for us, in bounds of time, memory and output.
package struct ExternalTool: Sendable, Equatable {
    let name: String
    /// The Debian package that has it.
    let debianPackage: String

    package init(name: String, debianPackage: String) {
        self.name = name
        self.debianPackage = debianPackage
    }

    static let pdfinfo = ExternalTool(name: "pdfinfo", debianPackage: "poppler-utils")
    static let pdftotext = ExternalTool(name: "pdftotext", debianPackage: "poppler-utils")
    static let pdfimages = ExternalTool(name: "pdfimages", debianPackage: "poppler-utils")
    static let pdftoppm = ExternalTool(name: "pdftoppm", debianPackage: "poppler-utils")
    static let tesseract = ExternalTool(name: "tesseract", debianPackage: "tesseract-ocr-vie")

    /// What a program printed, and whether it was content.
    package struct Output: Sendable {
        package var isSuccess: Bool
        package var bytes: [UInt8]
        package var complaint: String
    }

    /// Bytes of address space; a page of A3 at 300 dpi needs 0.3 GB in tesseract.
    package static let memoryMax = 2 * 1024 * 1024 * 1024
    /// Bytes of output; the words of 300 pages with their places have 30 MB.
    private static let outputMax = 64 * 1024 * 1024
    private static let complaintMax = 64 * 1024

    /// Runs the program to its end.
    ///
    /// It is killed when time runs out or the calling task is cancelled.
    ///
    /// - Parameters:
    ///   - seconds: of the processor, as a busy machine must not refuse what a quiet one reads.
    ///   - waiting: seconds on the clock, for one that waits for something; nil: several times
    ///     as many.
    ///   - memoryMax: bytes of address space.
    /// - Throws: `.unavailable` if it is not installed, `.tooLarge` if time or output run out.
    package func run(
        _ arguments: [String], seconds: Int, waiting: Int? = nil,
        memoryMax: Int = ExternalTool.memoryMax
    ) async throws -> Output {
        let waiting = waiting ?? seconds * Self.waitingFactor
        return try await withThrowingTaskGroup(of: Output?.self) { group in
            group.addTask {
                try await launch(
                    arguments, seconds: seconds, waiting: waiting, memoryMax: memoryMax)
            }
            group.addTask {
                try await Task.sleep(for: .seconds(waiting))
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let output = first else {
                throw Self.tooSlow(seconds)
            }
            return output
        }
    }

    /// A machine with more work than processors gives a program its seconds so much later.
    private static let waitingFactor = 10

    private static func tooSlow(_ seconds: Int) -> Problem {
        Problem(
            .tooLarge,
            """
            Việc đọc tệp mất quá \(seconds) giây nên đã dừng; hãy chia tệp thành phần ngắn hơn, \
            hoặc tải bản .docx.
            """)
    }

    private var installedPath: String? {
        let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return folders.split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    var isInstalled: Bool { installedPath != nil }

    private func launch(
        _ arguments: [String], seconds: Int, waiting: Int, memoryMax: Int
    ) async throws -> Output {
        var options = PlatformOptions()
        // Nothing to tidy up: what it wrote lies in a folder that goes with it.
        options.teardownSequence = []
        guard let path = installedPath else {
            throw Problem(
                .unavailable,
                """
                Máy chủ chưa cài công cụ \(name) để đọc loại tệp này; quản trị viên hãy cài gói \
                \(debianPackage) (apt install \(debianPackage)), hoặc hãy tải bản .docx.
                """)
        }
        do {
            let result = try await Subprocess.run(
                // Its own children go with it, which hold the pipes that we read to their end.
                .name("timeout"),
                arguments: Arguments(
                    [
                        "--signal=KILL", "\(waiting)", "prlimit", "--as=\(memoryMax)",
                        "--cpu=\(seconds):\(seconds + 1)", path,
                    ] + arguments),
                // One thread reads a page five times faster than several that share two cores.
                environment: .inherit.updating(["OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"]),
                platformOptions: options,
                output: .bytes(limit: Self.outputMax),
                error: .string(limit: Self.complaintMax))
            if case .signaled(let signal) = result.terminationStatus,
                [SIGXCPU, SIGKILL].contains(signal)
            {
                throw Self.tooSlow(seconds)
            }
            return Output(
                isSuccess: result.terminationStatus.isSuccess, bytes: result.standardOutput,
                complaint: result.standardError)
        } catch let error as SubprocessError where error.code == .outputLimitExceeded {
            throw Problem(
                .tooLarge,
                "Tệp cho ra quá nhiều nội dung so với một kế hoạch; hãy tách riêng phần kế hoạch.",
                cause: error)
        }
    }
}
