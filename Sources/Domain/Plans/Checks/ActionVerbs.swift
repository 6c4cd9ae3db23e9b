/// Verbs of work that can be seen to be done, folded; calls such as "tăng cường", "nâng cao" and
/// "quan tâm" are none.
enum ActionVerbs {
    static let all = PhraseList([
        "ra soat", "kiem tra", "thong ke", "lap ", "xay dung", "ban hanh", "to chuc", "lap dat",
        "trang bi", "bo tri", "bao cao", "tong hop", "de xuat", "tham muu", "huong dan", "tap huan",
        "huan luyen", "dien tap", "thuc tap", "tuyen truyen", "van dong", "dang tai", "phat thanh",
        "khai bao", "cap nhat", "xu ly", "thanh lap", "sua chua", "cai tao", "giam sat", "don doc",
        "theo doi", "ky cam ket", "so ket", "tong ket", "long ghep", "phan anh", "cong khai",
        "khac phuc", "thao do", "tiep nhan", "trien khai", "kien toan", "cung co", "quan triet",
        "chuan bi", "bao duong", "mua ", "cai dat", "phan tich", "dieu tra", "ha ngam", "so hoa",
        "giai quyet", "xac dinh", "dau tu", "nang cap", "chinh trang", "ket noi", "thuc hien",
        "hoan thien", "hoan thanh", "duy tri", "nhan rong", "bo sung", "phat hien",
    ])
}
