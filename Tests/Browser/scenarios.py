"""What people do, one function each, in the order of a plan's life.

Every scenario signs in as who does it; the sample ward stands behind all of them.
"""
import datetime
import io
import os
import zipfile

PASSWORD = "canh-lua-2026"
PLAN = """UBND PHƯỜNG AN MẪU
Số: 88/KH-UBND

An Mẫu, ngày 02 tháng 11 năm 2026

KẾ HOẠCH

Phòng cháy mùa hanh khô trên địa bàn phường An Mẫu

Thực hiện Kế hoạch số 118/KH-UBND ngày 25/5/2026 của UBND thành phố Hải Mẫu, UBND phường An Mẫu ban hành Kế hoạch như sau:

I. MỤC ĐÍCH

1. Chủ động phòng cháy trong mùa hanh khô, không để xảy ra cháy lớn trên địa bàn phường.

II. NHIỆM VỤ

1. Công an phường

- Chủ trì, phối hợp với Phòng Kinh tế, Hạ tầng và Đô thị phường kiểm tra các bãi xe, kho hàng trên địa bàn, hoàn thành trước ngày {due}.

2. Phòng Quản lý trật tự phường

- Tuyên truyền, nhắc nhở các hộ không đốt rác, đốt cỏ ven đường trước ngày {due}.

III. TỔ CHỨC THỰC HIỆN

1. Giao Công an phường theo dõi, đôn đốc; báo cáo UBND phường (qua Văn phòng HĐND và UBND phường) trước ngày 05/12 hằng năm.

Nơi nhận:
- Công an phường;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Mẫu
"""


def sign_in(page, login):
    page.context.clear_cookies()
    page.goto("/session")
    page.get_by_label("Tên đăng nhập").fill(login)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url("**/work**")


def plan_text():
    due = datetime.date.today() + datetime.timedelta(days=20)
    return PLAN.replace("{due}", due.strftime("%d/%m/%Y"))


def upload(page, name, content):
    page.goto("/plans/new")
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content})
    page.get_by_role("button", name="Đọc").click()


def smoke_sign_in_and_out(page, shots):
    """a stranger is led to sign in and back, a wrong password is told, signing out ends it"""
    page.goto("/plans")
    assert "/session" in page.url, page.url
    page.get_by_label("Tên đăng nhập").fill("vanphong")
    page.get_by_label("Mật khẩu").fill("sai-mat-khau")
    page.get_by_role("button", name="Đăng nhập").click()
    page.get_by_role("alert").get_by_text("chưa đúng").wait_for()
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url("**/plans**")
    page.get_by_role("button", name="Đăng xuất").click()
    page.goto("/plans")
    assert "/session" in page.url, page.url


def smoke_life_of_a_plan(page, shots):
    """upload, settle an unknown unit, correct, confirm, report with evidence, accept"""
    sign_in(page, "vanphong")
    upload(page, "mua-hanh-kho.txt", plan_text().encode())
    page.wait_for_url("**/reading**")
    page.get_by_text("88/KH-UBND").first.wait_for()
    page.screenshot(path=os.path.join(shots, "reading.png"), full_page=True)

    # The plan names an office that the ward does not have: it cannot be confirmed as it is.
    page.get_by_role("button", name="Xác nhận kế hoạch").click()
    page.get_by_role("alert").wait_for()

    # The officer gives the work to another lead.
    page.get_by_role("link", name="Sửa").nth(1).click()
    page.get_by_label("Đơn vị chủ trì", exact=True).select_option(
        label="Phòng Văn hóa - Xã hội phường")
    page.get_by_role("button", name="Lưu").first.click()
    page.wait_for_url("**/reading**")
    page.get_by_role("button", name="Xác nhận kế hoạch").click()
    page.get_by_text("Đã xác nhận").wait_for()
    plan = page.url.split("?")[0]

    # The unit reports, with a photograph, and hands the work in.
    sign_in(page, "vanhoa")
    page.get_by_role("link", name="nhắc nhở các hộ").first.click()
    page.get_by_label("Đã làm gì").fill("Đã phát tờ rơi tại 6 tổ dân phố.")
    page.get_by_role("button", name="Gửi báo cáo").click()
    page.get_by_text("Đã phát tờ rơi tại 6 tổ dân phố.").wait_for()
    page.locator("summary", has_text="Báo cáo hoàn thành").click()
    page.get_by_label("Kết quả").fill("100% hộ ven đường đã cam kết.")
    page.locator("form[action$='/submission'] input[type=file]").set_input_files(
        {"name": "cam-ket.png", "mimeType": "image/png", "buffer": PNG})
    page.get_by_role("button", name="Báo cáo hoàn thành").click()
    page.get_by_text("100% hộ ven đường đã cam kết.").wait_for()
    work = page.url.split("?")[0].split("#")[0]

    # The office accepts; the unit sees it done.
    sign_in(page, "phochutich")
    page.goto(work)
    page.locator("summary", has_text="Chấp nhận kết quả").click()
    page.get_by_role("button", name="Chấp nhận", exact=True).click()
    page.get_by_text("Đã chấp nhận kết quả").wait_for()
    page.screenshot(path=os.path.join(shots, "accepted.png"), full_page=True)
    page.goto(plan)
    page.get_by_text("88/KH-UBND").first.wait_for()


def a_duplicate_is_named(page, shots):
    """the same file again leads to the plan that is there"""
    sign_in(page, "vanphong")
    upload(page, "mua-hanh-kho.txt", plan_text().encode())
    page.get_by_role("alert").wait_for()
    assert page.get_by_role("link", name="88/KH-UBND").count() > 0, "no link to the plan"


def bad_files_are_explained(page, shots):
    """an empty file, a recipe, a broken Word file: a sentence each, nothing stored"""
    sign_in(page, "vanphong")
    page.goto("/plans")
    before = page.locator("main a[href^='/plans/']").count()
    recipe = "Cách nấu phở bò\n\nNinh xương sáu giờ, nêm muối và nước mắm.\n" * 5
    for name, content in [
        ("trong.txt", b""), ("pho.txt", recipe.encode()),
        ("hong.docx", b"PK\x03\x04 khong phai word"), ("bom.docx", zip_bomb()),
        ("nhi-phan.txt", bytes(range(128, 256)) * 20),
    ]:
        upload(page, name, content)
        words = page.get_by_role("alert").inner_text()
        assert len(words) > 20, f"{name}: {words!r}"
    page.goto("/plans")
    assert page.locator("main a[href^='/plans/']").count() == before


def people_see_only_their_own(page, shots):
    """a residential group's head sees own work, not the ward's pages"""
    sign_in(page, "to01")
    page.set_viewport_size({"width": 360, "height": 740})
    page.screenshot(path=os.path.join(shots, "phone.png"), full_page=True)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 360, f"the page is {wide} px wide on a phone"
    for path in ["/overview", "/accounts", "/plans/new", "/journal"]:
        answer = page.goto(path)
        assert answer.status == 403, f"{path}: {answer.status}"


def pages_fit_a_phone(page, shots):
    """no page of an officer is wider than a phone, in light and dark"""
    sign_in(page, "vanphong")
    page.set_viewport_size({"width": 360, "height": 740})
    for scheme in ["light", "dark"]:
        page.emulate_media(color_scheme=scheme)
        for path in [
            "/work", "/plans", "/plans/new", "/documents", "/reports", "/reports/papers/new",
            "/reports/papers/new?kind=half_year", "/reports/received", "/calendar", "/overview",
            "/desk", "/alarms", "/obstacles", "/proposals", "/account", "/status", "/checks", "/registers",
            "/registers/map", "/registers/facilities", "/registers/facilities/new",
            "/registers/facilities/imports", "/registers/alleys/new", "/boundaries",
            "/boundaries/ward", "/overview/supervision", "/overview/public", "/overview/own",
            "/indicators", "/wards", "/public/99001",
        ]:
            answer = page.goto(path)
            assert answer.status == 200, f"{path}: {answer.status}"
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= 360, f"{path} is {wide} px wide on a phone"


def keyboard_alone(page, shots):
    """signing in and opening a piece of work without a mouse"""
    page.goto("/session")
    page.get_by_label("Tên đăng nhập").focus()
    page.keyboard.type("kinhte")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/work**")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "Đến nội dung"
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("(document.activeElement.getAttribute('href') || '').startsWith('/work/')"):
            page.keyboard.press("Enter")
            break
    page.wait_for_url("**/work/*")
    page.get_by_role("heading", level=1).wait_for()


def the_report_comes_out(page, shots):
    """the ward's yearly report downloads as a Word file with the units' words in it"""
    sign_in(page, "vanphong")
    page.goto("/reports")
    page.screenshot(path=os.path.join(shots, "reports.png"), full_page=True)
    page.get_by_role("link", name="gửi UBND thành phố").first.click()
    page.get_by_role("button", name="Soạn báo cáo").click()
    page.wait_for_url("**/reports/papers/**")
    with page.expect_download() as download:
        page.get_by_role("link", name="Word", exact=True).click()
    content = open(download.value.path(), "rb").read()
    words = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    assert "BÁO CÁO" in words and "AN MẪU" in words.upper(), words[:200]


FACILITIES = """UBND PHƯỜNG AN MẪU
DANH SÁCH CƠ SỞ NĂM 2026
TT;Tên đơn vị;Loại cơ sở;Địa điểm;TDP;Họ tên chủ cơ sở;SĐT;Tình trạng
1;Nhà hàng Sông Mẫu;Nhà hàng, dịch vụ ăn uống;Số 1 phố Thử;Tổ 1;Trần Thử;0912345678;Đang hoạt động
2;Kho Mẫu;Kho, bãi;Số 2 phố Thử;Tổ 2;Lê Thử;912345679;Đang hoạt động
3;Cửa hàng Mẫu;Tiệm;Số 3 phố Thử;Tổ 99;Lê Thử;12;Đang hoạt động
Tổng cộng;3
"""


def a_sheet_goes_in(page, shots):
    """a messy sheet is shown before anything is kept, taken in, seen on the map, undone"""
    sign_in(page, "congan")
    page.goto("/registers/facilities/imports")
    page.get_by_label("Tệp danh sách").set_input_files(
        {"name": "co-so.csv", "mimeType": "text/csv", "buffer": FACILITIES.encode()})
    page.get_by_role("button", name="Đọc thử").click()
    page.get_by_role("heading", name="Dòng không nhập được").wait_for()
    page.screenshot(path=os.path.join(shots, "sheet.png"), full_page=True)
    words = page.content()
    assert "phường không có tổ «Tổ 99»" in words and "«12» không đúng" in words, words[-3000:]
    page.get_by_role("button", name="Nhập 2 mục").click()
    page.get_by_text("thêm 2, sửa 0, không nhập 1").wait_for()
    page.goto("/registers/facilities?q=song+mau")
    page.get_by_role("link", name="Nhà hàng Sông Mẫu").wait_for()
    page.goto("/registers/map")
    page.wait_for_selector(".map[data-state=drawn]")
    gathered = sum(int(words) for words in page.locator(".map__cluster").all_inner_texts())
    alone = page.locator("path.map__point").count()
    assert gathered + alone > 100, f"{gathered} gathered and {alone} alone"
    page.goto("/registers/water_sources/new")
    page.wait_for_selector(".place[data-state=drawn]")
    page.locator(".place__map").click(position={"x": 100, "y": 100})
    assert page.locator("#f-latitude").input_value(), "tapping the map sets no place"
    page.locator("#f-latitude").fill("")
    page.locator("#f-address").fill("phố Mẫu")
    page.get_by_role("button", name="Tìm theo địa chỉ").click()
    page.locator(".place__found button").first.click()
    assert page.locator("#f-latitude").input_value(), "an address that others have sets no place"
    page.goto("/registers/facilities/imports")
    page.get_by_role("link", name="co-so.csv").click()
    page.get_by_role("link", name="Hoàn tác").click()
    page.get_by_role("button", name="Hoàn tác").click()
    page.goto("/registers/facilities?q=song+mau")
    page.get_by_text("Không có mục nào khớp.").wait_for()


def an_alley_is_drawn(page, shots):
    """taps on a map of a phone become an alley's line, its length is offered, the map shows it"""
    sign_in(page, "vanphong")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/registers/alleys/new")
    page.get_by_label("Tên ngõ").fill("Ngõ vẽ thử")
    page.wait_for_selector(".draw[data-state=drawn]")
    assert page.locator(".draw .map__border").count() > 6, "no borders under the map"
    frame = page.locator(".draw__map")
    for x, y in [(60, 60), (140, 90), (140, 90), (200, 200), (250, 120)]:
        frame.click(position={"x": x, "y": y})
    page.get_by_role("button", name="Bỏ điểm cuối").click()
    page.get_by_role("button", name="Xong", exact=True).click()
    words = page.locator(".draw__state").inner_text()
    assert "dài" in words and "m" in words, words
    offer = page.locator(".draw__take")
    metres = offer.inner_text().split()[1].replace(".", "")
    offer.click()
    assert page.get_by_label("Chiều sâu").input_value() == metres, metres
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.screenshot(path=os.path.join(shots, "draw.png"), full_page=True)
    # Half a kilometre and more is deep; the sample's map is seen from afar here.
    page.get_by_label("Chiều sâu").fill("320")
    page.get_by_role("button", name="Lưu").click()
    page.get_by_role("heading", name="Ngõ vẽ thử").wait_for()
    page.goto("/registers/map?q=ve+thu&layer=alleys")
    page.wait_for_selector(".map[data-state=drawn]")
    assert page.locator(".map__shape--linestring").count() == 1
    page.screenshot(path=os.path.join(shots, "map.png"), full_page=True)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/registers/map?layer=alleys")
    page.wait_for_selector(".map[data-state=drawn]")
    assert page.locator(".map__shape--linestring").count() > 50
    page.get_by_label("Tổ dân phố").select_option(index=1)
    page.get_by_role("button", name="Lọc").click()
    page.wait_for_selector(".map[data-state=drawn]")
    assert 0 < page.locator(".map__shape--linestring").count() < 30
    page.get_by_role("link", name="Ngõ, ngách, hẻm").click()
    page.get_by_text("khớp.").wait_for()


def two_records_become_one(page, shots):
    """a likely duplicate is asked about, joined value by value, found by its old address, parted again"""
    sign_in(page, "vanphong")
    addresses = []
    for name, address in [("Cửa hàng gas Hoa Mẫu", "Số 12 ngõ 34 phố Thử"), ("CH gas Hoa Mẫu", "34/12 pho Thu")]:
        page.goto("/registers/facilities/new")
        page.get_by_label("Tên cơ sở").fill(name)
        page.get_by_label("Loại hình").select_option(index=3)
        page.get_by_label("Địa chỉ", exact=True).fill(address)
        page.get_by_label("Điện thoại", exact=True).fill("0912 345 678")
        page.get_by_label("Tình trạng", exact=True).select_option("working")
        page.get_by_role("button", name="Lưu").click()
        if addresses:
            page.get_by_text("cùng địa chỉ, cùng điện thoại").wait_for()
            page.get_by_label("Vẫn lưu").check()
            page.get_by_role("button", name="Lưu").click()
        page.get_by_role("heading", name=name).wait_for()
        addresses.append(page.url.split("?")[0])
    page.goto("/registers/facilities/duplicates")
    page.screenshot(path=os.path.join(shots, "duplicates.png"), full_page=True)
    page.locator("tr", has_text="CH gas Hoa Mẫu").get_by_role("link", name="So và gộp").click()
    page.screenshot(path=os.path.join(shots, "merge.png"), full_page=True)
    page.get_by_role("button", name="Gộp hai mục").click()
    page.get_by_text("Đã gộp hai mục thành một.").wait_for()
    kept = page.url.split("?")[0]
    old = [address for address in addresses if address != kept]
    assert len(old) == 1, addresses
    page.goto(old[0])
    page.get_by_text("Mục bạn mở đã được gộp vào mục này.").wait_for()
    page.get_by_role("link", name="Tách lại").click()
    page.get_by_role("button", name="Tách lại").click()
    page.get_by_text("Đã tách lại hai mục.").wait_for()


def zip_bomb():
    """A small archive that would unpack to 400 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(400):
                part.write(b" " * 1_000_000)
    return out.getvalue()


# One transparent pixel.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fc"
    "ffff3f0300050001ff5dd5a5c40000000049454e44ae426082")

ALL = [
    smoke_sign_in_and_out, smoke_life_of_a_plan, a_duplicate_is_named, bad_files_are_explained,
    people_see_only_their_own, pages_fit_a_phone, keyboard_alone, the_report_comes_out,
    a_sheet_goes_in, an_alley_is_drawn, two_records_become_one,
]
