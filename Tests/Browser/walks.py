"""Walks through several pages, as a new user would take them on the sample ward."""
import csv
import datetime
import io
import os
import re
import socket
import time

from playwright.sync_api import Error

from scenarios import sign_in

# As offices send them: heads of their own, capitals, a number too short, one place twice.
SHEET = """PHƯỜNG AN MẪU
DANH SÁCH CƠ SỞ BỔ SUNG
STT;Tên đơn vị;Loại cơ sở;Địa điểm;TDP;Họ tên chủ cơ sở;SĐT;Tình trạng
1;CỬA HÀNG SƠN HOA SEN;Cửa hàng;Số 91 phố Tập;Tổ 1;Trần Thử;0912345601;Đang hoạt động
2;Xưởng mộc Thử Nghiệm;Kho, bãi;Số 92 phố Tập;Tổ 2;Lê Thử;0912345602;Đang hoạt động
3;Xưởng mộc Thử nghiệm (cơ sở chính);Kho, bãi;92 pho Tap;Tổ 2;Lê Thử;0912345602;Đang hoạt động
4;Quán ăn Lối Nhỏ;Nhà hàng, dịch vụ ăn uống;Số 93 phố Tập;Tổ 3;Vũ Thử;12;Đang hoạt động
"""


def fill(page, **values):
    """Fills a record's form by the keys of its fields."""
    for key, value in values.items():
        control = page.locator(f"#f-{key}")
        if control.evaluate("e => e.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.fill(value)


def keep(page):
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.wait_for_url(re.compile(r"done=saved"))
    return page.url.split("?")[0]


def scores(page, register):
    """The four scores of a register on the page of data quality."""
    page.goto("/registers/quality")
    row = page.locator("section", has=page.get_by_role("heading", name="Theo sổ")).locator(
        "tr", has=page.locator(f"a[href='/registers/{register}']"))
    return [int(words.strip("%")) for words in row.locator("td").all_inner_texts()[2:]]


def from_a_messy_sheet_to_good_data(page, shots):
    """a sheet is taken in, mended and joined, and the scores of the register rise"""
    sign_in(page, "congan")
    page.goto("/registers/facilities/imports")
    page.get_by_label("Tệp danh sách").set_input_files(
        {"name": "bo-sung.csv", "mimeType": "text/csv", "buffer": SHEET.encode()})
    page.get_by_role("button", name="Đọc thử").click()
    page.get_by_role("heading", name="Dòng không nhập được").wait_for()
    page.screenshot(path=os.path.join(shots, "walk-trial.png"), full_page=True)
    page.get_by_label("Là cơ sở khác: thêm mới").check()
    page.get_by_role("button", name="Lưu trả lời").click()
    page.get_by_role("button", name="Nhập 3 mục").click()
    page.get_by_text("thêm 3, sửa 0, không nhập 1").wait_for()
    before = scores(page, "facilities")
    page.get_by_role("heading", name="Bốn điểm").wait_for()
    page.screenshot(path=os.path.join(shots, "quality.png"), full_page=True)
    page.goto("/registers/facilities?gap=clean&q=son+hoa+sen")
    page.get_by_text("viết toàn chữ hoa").wait_for()
    page.get_by_role("link", name="CỬA HÀNG SƠN HOA SEN").click()
    page.get_by_role("link", name="Sửa", exact=True).click()
    fill(page, name="Cửa hàng sơn Hoa Sen", area_m2="120", storeys="2")
    record = keep(page)
    assert "viết toàn chữ hoa" not in page.content()
    page.goto("/registers/facilities/duplicates")
    page.locator("tr", has_text="Xưởng mộc Thử nghiệm").get_by_role("link", name="So và gộp").click()
    page.get_by_role("button", name="Gộp hai mục").click()
    page.get_by_text("Đã gộp hai mục thành một.").wait_for()
    for _ in range(3):
        page.goto("/registers/facilities?gap=fresh")
        page.locator("td.table__name a").first.click()
        page.get_by_role("button", name="Đã xem, vẫn đúng").click()
        page.wait_for_load_state()
    after = scores(page, "facilities")
    assert after[2] > before[2], f"clean: {before} {after}"
    assert all(new >= old for new, old in zip(after, before)), f"{before} {after}"
    page.goto(record)
    page.get_by_text("Lịch sử").wait_for()


def an_inspection_to_its_closing(page, shots):
    """an inspection is planned, done and signed by both bodies; its violation is closed"""
    today = datetime.date.today()
    day = lambda days: (today + datetime.timedelta(days=days)).isoformat()
    sign_in(page, "congan")
    page.goto("/registers/facilities/new")
    fill(page, name="Chợ Đi Thử", kind="market", address="Số 77 phố Đi", state="working")
    facility = keep(page)
    page.goto("/registers/inspections/new?facility=" + facility.rsplit("/", 1)[1])
    page.screenshot(path=os.path.join(shots, "walk-inspection.png"), full_page=True)
    fill(page, kind="periodic", planned_on=day(-1))
    units = page.locator("#f-duties_unit option").all_inner_texts()
    fill(page, duties_unit=page.locator("#f-duties_unit option", has_text="Công an").first.get_attribute("value"),
         building_unit=page.locator("#f-building_unit option", has_text="Kinh tế").first.get_attribute("value"))
    assert len(units) > 3, units
    inspection = keep(page)
    page.get_by_text("Trong kế hoạch").first.wait_for()
    page.goto(inspection + "/edit")
    fill(page, notice_number="12/TB", notified_on=day(-8), visited_on=day(0), team="Người Thử, Công an phường",
         represented_by="Bà Thử")
    keep(page)
    number = inspection.rsplit("/", 1)[1]
    page.goto("/registers/findings/new?inspection=" + number + "&part=duties")
    fill(page, words="Bình chữa cháy hết hạn", guidance="Nạp lại", due_on=day(20))
    finding = keep(page)
    sign_section(page, inspection, "Ký phần trách nhiệm, phương tiện", "unmet")
    sign_in(page, "kinhte")
    sign_section(page, inspection, "Ký phần xây dựng, thoát nạn", "met")
    page.get_by_text("Đã ký đủ").first.wait_for()
    sign_in(page, "congan")
    page.goto("/registers/violations/new?facility=" + facility.rsplit("/", 1)[1])
    fill(page, party="Ban quản lý Chợ Đi Thử", party_kind="organisation", kind="fire",
         act="Để bình chữa cháy hết hạn", found_on=day(0))
    violation = keep(page)
    page.goto(violation)
    page.get_by_text("Mới phát hiện").first.wait_for()
    page.goto(facility)
    page.get_by_text("Bình chữa cháy hết hạn").first.wait_for()
    page.goto(violation + "/edit")
    fill(page, minutes_number="3/BB", recorded_on=day(0), outcome="warning", decision_number="4/QĐ",
         decided_on=day(0), executed_on=day(0))
    keep(page)
    page.get_by_text("Đã xử lý xong").first.wait_for()
    page.goto("/registers/rechecks/new?finding=" + finding.rsplit("/", 1)[1])
    fill(page, checked_on=day(0), is_mended="1")
    keep(page)
    page.goto(finding)
    page.screenshot(path=os.path.join(shots, "walk-finding.png"), full_page=True)
    page.get_by_text("Đã khắc phục").first.wait_for()
    page.goto(inspection)
    with page.expect_download() as download:
        page.get_by_role("link", name="Biên bản (.docx)").click()
    assert open(download.value.path(), "rb").read(2) == b"PK"
    page.goto("/registers/inspections")
    page.get_by_role("link", name=f"Kế hoạch năm {today.year}").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Văn bản kế hoạch").click()
    assert open(download.value.path(), "rb").read(2) == b"PK"


def sign_section(page, inspection, words, result):
    page.goto(inspection)
    page.get_by_role("link", name=words).click()
    page.locator("#f-result").select_option(result)
    page.get_by_role("button", name="Ký phần này").click()
    page.wait_for_url(re.compile(r"done=saved"))


def all_of_it_is_taken_away(page, shots):
    """a hydrant is set on the map; the registers leave as sheets and as a map"""
    sign_in(page, "vanphong")
    page.goto("/registers/water_sources/new")
    page.wait_for_selector(".place[data-state=drawn]")
    page.locator(".place__map").click(position={"x": 100, "y": 100})
    latitude = page.locator("#f-latitude").input_value()
    fill(page, name="Trụ nước Đi Thử", kind="hydrant", state="working", address="Đầu phố Đi")
    keep(page)
    page.goto("/registers/water_sources?q=di+thu")
    for name, check in [("Excel", b"PK"), ("CSV", "Trụ nước Đi Thử".encode()), ("Bản đồ", b"Point")]:
        with page.expect_download() as download:
            page.get_by_role("link", name=name).last.click()
        content = open(download.value.path(), "rb").read()
        assert check in content, f"{name}: {content[:200]!r}"
        if name == "CSV":
            rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
            assert latitude.replace(".", ",") in " ".join(rows[1]), rows


def crc16(data):
    """CRC-16/ARC, as SIA DC-09 asks for."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ 0xA001 if crc & 1 else crc >> 1
    return crc


def device_says(number, sequence, code, zone):
    """Sends one message of a transmitter and returns the answer."""
    body = f'"ADM-CID"{sequence:04}L0#{number}[#{number}|1{code} 00 {zone}]'.encode()
    frame = b"\n%04X%04X" % (crc16(body), len(body)) + body + b"\r"
    with socket.create_connection(("127.0.0.1", alarm_port), timeout=10) as line:
        line.sendall(frame)
        return line.recv(200).decode()


def an_alarm_reaches_a_person(page, shots):
    """an alarm appears on the open desk, is taken and judged by keyboard, its card is one sheet"""
    sign_in(page, "congan")
    page.goto("/desk")
    page.get_by_text("Bàn trực đang nhận").wait_for()
    waiting = page.locator(".desk-case--waits")
    assert waiting.count() == 0
    begin = time.monotonic()
    assert '"ACK"' in device_says("A10001", 1, "111", "003")
    waiting.wait_for()
    took = time.monotonic() - begin
    assert took < 2, f"an alarm took {took:.3f} s to the open desk"
    assert '"ACK"' in device_says("A10001", 2, "111", "004")
    page.get_by_text("2 vùng: ưu tiên cao").wait_for()
    assert "BÁO CHÁY" in page.title()
    page.screenshot(path=os.path.join(shots, "desk.png"), full_page=True)
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.className").startswith("desk-case")
    page.keyboard.press("n")
    page.get_by_text("đã nhận").first.wait_for()
    page.locator("#desk[data-waits='0']").wait_for()
    page.keyboard.press("t")
    page.get_by_text("Gọi 114 trước tiên, đọc:").wait_for()
    page.screenshot(path=os.path.join(shots, "card.png"), full_page=True)
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    assert sheets == 1, f"the card takes {sheets} sheets"
    page.get_by_role("button", name="Lấy địa chỉ gửi đi").click()
    address = page.locator("a[href*='/cards/']").get_attribute("href")
    # The page is left first: its line to the desk would ask to sign in.
    page.goto("about:blank")
    page.context.clear_cookies()
    page.goto(address)
    page.get_by_text("Gọi 114 trước tiên, đọc:").wait_for()
    sign_in(page, "congan")
    page.goto("/desk")
    page.keyboard.press("l")
    page.get_by_label("Báo cháy này là").select_option("unwanted")
    page.get_by_role("button", name="Ghi kết luận").click()
    page.get_by_text("Báo nhầm phải có nguyên nhân").first.wait_for()
    page.get_by_label("Vì sao, nếu báo nhầm").select_option("cooking")
    page.get_by_role("button", name="Ghi kết luận").click()
    page.get_by_role("heading", name="Không có báo cháy nào đang chờ").wait_for()
    page.get_by_role("heading", name="Đã kết thúc").wait_for()


MARK_TONES = """
globalThis.OscillatorNode = class extends OscillatorNode {
  constructor(...all) { super(...all); document.documentElement.dataset.rang = ""; }
};
"""


def judge_false(page):
    """On the page of a case: somebody cooked."""
    page.get_by_label("Báo cháy này là").select_option("unwanted")
    page.get_by_label("Vì sao, nếu báo nhầm").select_option("cooking")
    page.get_by_role("button", name="Ghi kết luận").click()
    page.wait_for_url("**/desk?done=**")


def an_alarm_is_heard_beside_the_desk(page, shots):
    """while one alarm is judged the next one rings on that page; the sound stays from page to page"""
    page.add_init_script(MARK_TONES)
    sign_in(page, "congan")
    assert '"ACK"' in device_says("A10001", 21, "111", "003")
    page.goto("/desk")
    page.locator(".desk-case--waits").wait_for()
    page.keyboard.press("n")
    page.locator("#desk[data-waits='0']").wait_for()
    page.keyboard.press("l")
    page.get_by_label("Báo cháy này là").wait_for()
    page.get_by_text("Bàn trực đang nhận").wait_for()
    page.keyboard.press("s")
    page.get_by_text("✓ Chuông").wait_for()
    # It rang once, as it does when it is switched on.
    page.evaluate("delete document.documentElement.dataset.rang")
    begin = time.monotonic()
    assert '"ACK"' in device_says("A10002", 22, "111", "001")
    page.get_by_text("1 báo cháy đang chờ người trả lời").wait_for()
    took = time.monotonic() - begin
    assert took < 2, f"an alarm took {took:.3f} s to the page beside the desk"
    page.locator("html[data-rang]").wait_for()
    assert "BÁO CHÁY" in page.title()
    page.screenshot(path=os.path.join(shots, "desk-beside.png"), full_page=True)
    # Another window of the same browser leaves the line to this one.
    second = page.context.new_page()
    second.goto(page.url)
    second.get_by_text("Bàn trực đang mở ở cửa sổ khác").wait_for()
    second.close()
    page.keyboard.press("d")
    page.locator(".desk-case--waits").wait_for()
    page.get_by_text("✓ Chuông").wait_for()
    page.locator("html[data-rang]").wait_for()
    page.keyboard.press("n")
    page.locator("#desk[data-waits='0']").wait_for()
    for _ in range(2):
        page.keyboard.press("l")
        judge_false(page)
    page.get_by_role("heading", name="Không có báo cháy nào đang chờ").wait_for()


def a_card_is_read_without_a_signal(page, shots):
    """a card that was opened is there offline and says that it is a copy; signed out it is gone"""
    # A browser of its own: without a signal its console complains, as it should.
    page.goto("/session")
    address = page.url.split("/session")[0]
    context = page.context.browser.new_context(base_url=address, locale="vi-VN")
    context.set_default_timeout(20_000)
    page = context.new_page()
    sign_in(page, "congan")
    page.goto("/desk/reports/new")
    page.get_by_label("Cháy ở đâu").fill("Số 5 ngõ 12 phố Mẫu")
    page.get_by_label("Cái gì cháy").fill("Xe máy cháy trong nhà")
    page.get_by_role("button", name="Đưa lên bàn trực").click()
    page.wait_for_url("**/desk/cases/**")
    page.get_by_role("link", name="Thẻ ứng phó").click()
    page.locator("html[data-kept]").wait_for()
    card = page.url
    copy = page.get_by_text("Bản lưu trong máy này")
    assert not copy.is_visible()
    context.set_offline(True)
    page.reload()
    page.get_by_text("Gọi 114 trước tiên, đọc:").wait_for()
    assert copy.is_visible()
    width = page.locator(".card-sheet").evaluate("e => getComputedStyle(e).borderTopWidth")
    assert width != "0px", "the copy has lost its style"
    page.screenshot(path=os.path.join(shots, "card-kept.png"), full_page=True)
    context.set_offline(False)
    page.reload()
    page.get_by_text("Gọi 114 trước tiên, đọc:").wait_for()
    assert not copy.is_visible()
    # By an address, as who goes to the fire has it, until it runs out.
    page.get_by_role("button", name="Lấy địa chỉ gửi đi").click()
    page.goto(page.locator("a[href*='/cards/']").get_attribute("href"))
    page.locator("html[data-kept]").wait_for()
    context.set_offline(True)
    page.reload()
    assert copy.is_visible()
    context.set_offline(False)
    page.goto("/desk")
    page.get_by_role("button", name="Đăng xuất").click()
    page.wait_for_url("**/session**")
    context.set_offline(True)
    try:
        page.goto(card)
        raise AssertionError("the card was there after signing out")
    except Error as fault:
        assert "ERR_INTERNET_DISCONNECTED" in str(fault), fault
    context.close()


def five_dashboards(page, shots):
    """each of five roles finds one page; figures lead to their records; the public sees what was chosen"""
    sign_in(page, "chutich")
    page.goto("/overview")
    for title in ["Quá hạn lâu nhất", "Hẹn xong trong tuần này", "Chỉ tiêu đỏ", "Theo đơn vị chủ trì"]:
        page.get_by_role("heading", name=title).wait_for()
    page.screenshot(path=os.path.join(shots, "overview.png"), full_page=True)
    # No drawing without its numbers.
    assert page.locator("figure.chart").count() == page.locator("figure.chart .chart__numbers table").count() > 0
    page.locator(".chart__bars a[href^='/overview/plans/']").first.click()
    page.get_by_role("heading", name="Diễn biến chỉ tiêu").wait_for()
    page.screenshot(path=os.path.join(shots, "overview-plan.png"), full_page=True)
    page.locator("a[href*='/records?part=others']").first.click()
    page.get_by_role("heading", name="Chưa được tính").wait_for()
    page.goto("/overview/public")
    page.locator("#f-civil_defence_active").check()
    page.get_by_role("button", name="Lưu lựa chọn").click()
    page.get_by_role("button", name="Đăng xuất").click()
    page.goto("/public/99001")
    page.get_by_text(re.compile("^Đội dân phòng hoạt động")).first.wait_for()
    assert page.locator("a[href*='/registers/']").count() == 0
    sign_in(page, "mttq")
    page.goto("/overview")
    page.get_by_role("heading", name="Giám sát thực hiện kế hoạch").wait_for()
    assert page.locator("main form").count() == 0
    page.get_by_role("button", name="Đăng xuất").click()
    sign_in(page, "vanhoa")
    page.get_by_role("link", name="Toàn cảnh đơn vị").click()
    page.get_by_role("heading", level=1, name="Phòng Văn hóa - Xã hội phường").wait_for()


alarm_port = None

ALL = [an_alarm_reaches_a_person, an_alarm_is_heard_beside_the_desk, a_card_is_read_without_a_signal, from_a_messy_sheet_to_good_data, an_inspection_to_its_closing, five_dashboards, all_of_it_is_taken_away]
