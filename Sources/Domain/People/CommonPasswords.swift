/// The passwords that are tried first, without the digits around them; our own list.
///
/// - Source: NIST SP 800-63B, section 5.1.1.2 asks for such a list; these are what keyboards,
///   the trade and the Vietnamese language suggest.
enum CommonPasswords {
    static let all: Set<String> = Set(
        keyboard + words + trade + places
            + (words + trade).map { $0 + $0 }  // matkhaumatkhau
            + words.flatMap { word in ["vn", "vietnam", "vip", "pro", "abc"].map { word + $0 } })

    private static let keyboard = [
        "qwerty", "qwertyuiop", "qwertyui", "qwertyasdf", "asdfghjkl", "asdfghjk", "asdfgh",
        "asdfasdf", "zxcvbnm", "zxcvbn", "qazwsx", "qazwsxedc", "qwer", "asdf", "abc", "abcd",
        "abcdef", "abcdefgh", "abcabc", "aaa", "xxx", "zzz", "iqazwsx", "qweasdzxc", "qweasd",
    ]

    private static let words = [
        "password", "passw", "passwd", "passwords", "letmein", "welcome", "admin",
        "administrator", "administrators", "root", "user", "guest", "test", "testing", "login",
        "secret", "default", "changeme", "iloveyou", "master", "hello", "dragon", "football",
        "monkey", "sunshine", "princess", "superman", "batman", "matkhau", "matkhaumoi", "mk",
        "quantri", "quantrivien", "nguoidung", "dangnhap", "xinchao", "khongbiet", "khongcho",
        "anhyeuem", "emyeuanh", "toiyeuban", "yeuem", "yeuanh", "toiyeu", "anhnhoem",
        "emnhoanh", "maiyeu", "maimaiyeuem", "yeuemmaimai", "yeunhaunhe", "concho", "deptrai",
        "xinhgai", "giadinh", "giadinhtoi", "bome", "mebo", "connho", "hanhphuc",
        "mayman", "thanhcong", "phattai", "tailoc", "tinhyeu", "cuocsong", "bimat", "bongda",
        "vodich", "khongcopass", "khongcomatkhau", "vuilong", "chucmungnammoi",
    ]

    private static let trade = [
        "canhlua", "pccc", "pcccvacnch", "cnch", "chuachay", "phongchay",
        "phongchaychuachay", "cuuhoa", "cuunan", "congan", "conganphuong", "conganxa", "canhsat",
        "ubnd", "ubndphuong", "ubndxa", "uyban", "uybannhandan", "vanphong", "chutich",
        "phochutich", "phuong", "todanpho", "totruong", "quansu", "mattran", "danquan",
    ]

    private static let places = [
        "vietnam", "vietnamvodich", "hanoi", "saigon", "tphcm", "danang", "haiphong", "cantho",
        "bacninh", "bacgiang", "laichau", "caobang", "hue", "nghean", "thanhhoa", "hanoiyeudau",
        "hochiminh", "bachoho", "bacho", "toquoc",
    ]
}
