import ArgumentParser
import Domain
import Foundation
import Storage
import Web

/// `canhlua verify`: proves that the journal was not altered, ward by ward.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Kiểm tra chuỗi nhật ký của mọi địa phương; nêu dòng đầu tiên bị đứt.",
        discussion: "Mã thoát 0: nguyên vẹn; \(brokenStatus): có chỗ đứt.")

    /// Nothing of sysexits.h says it better than the plain failure.
    static let brokenStatus: Int32 = 1

    @OptionGroup var store: StoreOptions

    func run() async throws {
        try await Console.explaining {
            let database = try await store.open(mustExist: true)
            let wards = try await database.read { try $0.wardCodes() }
            guard !wards.isEmpty else {
                throw Problem(
                    .notFound,
                    "Cơ sở dữ liệu này chưa có địa phương nào, nên không có nhật ký để kiểm tra. Hãy kiểm tra lại --database."
                )
            }
            var isBroken = false
            for ward in wards {
                let proof = try await database.read { try $0.journalProof(ward: ward) }
                if let broken = proof.broken {
                    isBroken = true
                    Console.say(Self.sentence(ward, broken))
                } else {
                    Console.say("\(ward): nguyên vẹn, \(proof.length) dòng.")
                }
            }
            await database.close()
            if isBroken { throw ExitCode(Self.brokenStatus) }
        }
    }

    private static func sentence(_ ward: String, _ broken: JournalBreak) -> String {
        guard let at = broken.at, let verb = broken.verb else {
            return "\(ward): ĐỨT ở dòng \(broken.sequence): dòng này bị thiếu."
        }
        return
            "\(ward): ĐỨT ở dòng \(broken.sequence): \(at.vietnamese), \(JournalWords.verb(verb)) (\(verb)) không còn như lúc ghi."
    }
}
