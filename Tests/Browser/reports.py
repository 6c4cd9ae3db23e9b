"""A report from its first word to its correction, as the people do it who make it."""
import os
import re

from scenarios import sign_in


def as_person(page, login):
    """a browser of its own for another person, on the same site"""
    address = page.url.split("/reports")[0]
    context = page.context.browser.new_context(base_url=address, locale="vi-VN")
    context.set_default_timeout(20_000)
    other = context.new_page()
    sign_in(other, login)
    return other


def fill_open_places(page, paper):
    """every part that still has an open place gets words"""
    for link in [a.get_attribute("href") for a in page.locator(".paper__tools a").all()]:
        page.goto(link)
        box = page.get_by_label("Lời văn")
        words = box.input_value()
        filled = re.sub(r"\[(?!Bảng)[^\]]*\]", "Địa bàn nhiều ngõ sâu.", words)
        if filled != words:
            box.fill(filled)
            page.get_by_role("button", name="Lưu", exact=True).click()
            page.wait_for_url(f"**{paper}**")


def correct_a_fire(page, fire, injured):
    page.goto(f"{fire}/edit")
    page.locator("#f-injured").fill(injured)
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.wait_for_url(f"**{fire}?done=saved")


def a_report_goes_its_way(page, shots):
    """drafted, edited, its figures moved, handed up, approved by others, issued, corrected"""
    sign_in(page, "congan")
    page.goto("/reports/papers/new?kind=half_year")
    page.get_by_label("Từ ngày").fill("2026-01-01")
    page.get_by_role("button", name="Soạn", exact=True).click()
    page.wait_for_url(re.compile("/reports/papers/[0-9a-f-]{36}"))
    paper = "/" + page.url.split("/", 3)[3]
    fill_open_places(page, paper)
    page.goto(paper)
    page.get_by_role("link", name="Sửa: Tình hình cháy, nổ, tai nạn, sự cố").click()
    box = page.get_by_label("Lời văn")
    lines = box.input_value().split("\n")
    box.fill("\n".join(["- Tình hình cháy được kiểm soát."] + lines[1:]))
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.goto("/registers/incidents?kind=fire")
    fire = page.locator("td.table__name a").first.get_attribute("href")
    correct_a_fire(page, fire, "2")
    page.goto(paper)
    page.get_by_text("Số liệu đã đổi từ khi sửa phần này.").wait_for()
    page.get_by_text("- Tình hình cháy được kiểm soát.").first.wait_for()
    page.screenshot(path=os.path.join(shots, "report-changed.png"), full_page=True)
    page.set_viewport_size({"width": 360, "height": 740})
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 360, f"the report is {wide} px wide on a phone"
    page.set_viewport_size({"width": 1440, "height": 900})
    page.locator("a.paper__source").first.click()
    page.get_by_role("heading", name="Các mục đã tính").wait_for()
    page.goto(paper)
    page.get_by_role("button", name="Trình soát").click()
    page.get_by_text("Đã trình.").wait_for()
    assert page.get_by_role("button", name="Đồng ý, trình duyệt").count() == 0
    office = as_person(page, "vanphong")
    office.goto(paper)
    office.get_by_role("button", name="Đồng ý, trình duyệt").click()
    chairman = as_person(page, "chutich")
    chairman.goto(paper)
    chairman.get_by_role("button", name="Duyệt", exact=True).click()
    chairman.get_by_text("Đã duyệt.").wait_for()
    office.goto(paper)
    office.get_by_label("Số", exact=True).fill("12")
    office.get_by_role("button", name="Phát hành", exact=True).click()
    office.get_by_text("Đã phát hành. Báo cáo không thay đổi nữa.").wait_for()
    correct_a_fire(page, fire, "3")
    page.goto(paper)
    page.get_by_role("heading", name="Số liệu khác sổ").wait_for()
    page.get_by_text("sửa từ 2 thành 3").wait_for()
    page.get_by_role("link", name="Mở bản đính chính").click()
    page.get_by_text("Báo cáo này thay Báo cáo số 12/BC-UBND").wait_for()
    page.screenshot(path=os.path.join(shots, "report-corrected.png"), full_page=True)
    office.context.close()
    chairman.context.close()


ALL = [a_report_goes_its_way]
