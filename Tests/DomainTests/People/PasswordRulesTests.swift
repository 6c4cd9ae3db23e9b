import Domain
import Testing

@Suite struct `A new password` {
    private func isRefused(
        _ password: String, login: String = "lan.tran", name: String = "Trần Thị Lan"
    ) -> Bool {
        do {
            try PasswordRules.check(password, login: login, name: name)
            return false
        } catch { return error.refusals["password"] != nil }
    }

    @Test(arguments: [
        "cau vong bay qua", "Rổ khoai 7 củ", "zebra-tủ-lạnh", "7Kx!pq92mZ", "năm con gà gáy sáng",
    ])
    func `of a few words is welcome`(password: String) { #expect(!isRefused(password)) }

    @Test(arguments: [
        "matkhau123456", "Mật khẩu 2026", "P@ssw0rd2026!", "1234567890", "0987654321",
        "aaaaaaaaaaaa", "abababababab", "qwertyuiop", "QWERTYUIOP1", "canhlua2026", "PCCC114114",
        "anhyeuem1990", "Vietnam@1975", "matkhaumatkhau", "abcdefghijkl",
    ])
    func `that is tried first is refused`(password: String) { #expect(isRefused(password)) }

    @Test func `with the person's own name is refused`() {
        #expect(isRefused("lan.tran-1980"))
        #expect(isRefused("TranThiLan@@88"))
        #expect(!isRefused("lantran-1980", login: "ab", name: "Ốc"))
    }

    @Test func `is measured in letters at both ends`() {
        #expect(isRefused("gà rừng ơ"))
        #expect(!isRefused("gà rừng ơi"))
        let sentence = String(repeating: "gà bay ", count: 40)
        #expect(!isRefused(String(sentence.prefix(PasswordRules.lengthMax))))
        #expect(isRefused(String(sentence.prefix(PasswordRules.lengthMax + 1))))
    }
}

@Suite struct `The wait after wrong passwords` {
    @Test func `doubles from half a minute to an hour`() {
        #expect(SignInRules.waitSeconds(afterFailures: 4) == nil)
        #expect(SignInRules.waitSeconds(afterFailures: 5) == 30)
        #expect(SignInRules.waitSeconds(afterFailures: 6) == 60)
        #expect(SignInRules.waitSeconds(afterFailures: 11) == 1920)
        #expect(SignInRules.waitSeconds(afterFailures: 12) == 3600)
        #expect(SignInRules.waitSeconds(afterFailures: 1_000_000) == 3600)
    }

    @Test func `is told rounded up`() {
        #expect(SignInRules.words(ofSeconds: 0) == "1 giây")
        #expect(SignInRules.words(ofSeconds: 59) == "59 giây")
        #expect(SignInRules.words(ofSeconds: 61) == "2 phút")
        #expect(SignInRules.words(ofSeconds: 3600) == "1 giờ")
    }
}
