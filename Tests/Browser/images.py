#!/usr/bin/env python3
"""Screenshots of the running product for docs/images: `images.py CANHLUA FOLDER`."""
import os
import sqlite3
import subprocess
import sys
import tempfile
from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import sync_playwright

import walks
from scenarios import sign_in, upload
from server import Server

canhlua, folder = sys.argv[1:3]
os.makedirs(folder, exist_ok=True)
# name, who, address, width, colour scheme
PAGES = [
    ("work", "kinhte", "/work", 1440, "light"),
    ("work-phone", "to01", "/work", 360, "light"),
    ("work-dark", "kinhte", "/work", 1440, "dark"),
    ("overview", "chutich", "/overview", 1440, "light"),
    ("reports", "vanphong", "/reports", 1440, "light"),
    ("quality", "congan", "/registers/quality", 1440, "light"),
    ("map", "congan", "/registers/map?layer=facilities&layer=alleys&layer=water_sources", 1440, "light"),
]
FLEET = ["--first", "B00001", "--devices", "12"]


def begin_fleet(server):
    """Twelve devices that are heard every ten seconds, until a minute is over."""
    store = server.database
    serial = sqlite3.connect(store).execute(
        "SELECT MIN(serial) FROM transmitters WHERE serial IS NOT NULL").fetchone()[0]
    subprocess.run(
        [canhlua, "alarm", "account", "add", "B00001", "--serial", serial, "--count", "12",
         "--heartbeat", "10", "--database", store], check=True, stdout=subprocess.DEVNULL)
    return subprocess.Popen(
        [canhlua, "alarm", "simulate", *FLEET, "--port", str(server.alarm_port), "--seconds", "60",
         "--heartbeat", "10", "--alarms", "0", "--faults", "0"], stdout=subprocess.DEVNULL)


def picture(page, name):
    page.screenshot(path=os.path.join(folder, name + ".png"), full_page=True)


def reload_until(page, text, is_there=True):
    for _ in range(60):
        if (page.get_by_text(text, exact=False).count() > 0) == is_there:
            return
        page.wait_for_timeout(1000)
        page.reload()
    sys.exit(f"On {page.url}, still otherwise: {text}")


def fire(server, browser):
    """A fire among heartbeats from its first zone to the stand-down; a lost operator."""
    walks.alarm_port = server.alarm_port
    fleet = begin_fleet(server)
    page = browser.new_page(
        base_url=server.address, viewport={"width": 1440, "height": 900})
    sign_in(page, "congan")
    page.goto("/desk")
    page.get_by_text("Bàn trực đang nhận").wait_for()
    walks.device_says("A10001", 1, "111", "003")
    waiting = page.locator(".desk-case--waits")
    waiting.wait_for()
    walks.device_says("A10001", 2, "111", "004")
    page.get_by_text("2 vùng: ưu tiên cao").wait_for()
    picture(page, "desk")
    case = waiting.get_attribute("data-open")
    # The ladder goes up while nobody takes it.
    page.goto(case)
    reload_until(page, "Phó chủ tịch")
    page.get_by_role("button", name="Tôi nhận").click()
    page.goto(case)
    page.get_by_role("button", name="Đã gọi 114").click()
    page.goto(case + "/card")
    page.get_by_text("Gọi 114 trước tiên, đọc:").wait_for()
    picture(page, "card")
    page.goto(case)
    page.get_by_label("Báo cháy này là").select_option("genuine")
    page.get_by_label("Ai xác minh, bằng cách nào").fill("Trưởng ca gọi bảo vệ, có khói tầng 2")
    page.get_by_role("button", name="Ghi kết luận").click()
    page.goto(case)
    page.get_by_role("button", name="Lập vụ việc").click()
    for mark in ["Lực lượng tại chỗ có mặt", "Xe chữa cháy đến", "Có nước phun", "Khống chế", "Dập tắt",
                 "Rút lực lượng"]:
        page.goto(case)
        page.get_by_role("button", name=mark).click()
    page.goto(case)
    picture(page, "incident")
    page.get_by_role("button", name="Kết thúc báo cháy").click()
    # The fleet falls silent together: one supervisory case, beside which an alarm is not hidden.
    fleet.terminate()
    fleet.wait()
    page.goto("/desk")
    page.get_by_text("thiết bị còn mất liên lạc").wait_for(timeout=60_000)
    walks.device_says("A10001", 3, "111", "005")
    page.locator(".desk-case--waits").first.wait_for()
    picture(page, "outage")
    page.close()
    phone = browser.new_page(base_url=server.address, viewport={"width": 360, "height": 740})
    sign_in(phone, "congan")
    phone.goto("/desk")
    phone.get_by_text("Bàn trực đang nhận").wait_for()
    picture(phone, "desk-phone")
    phone.close()


def false_alarm(server, browser):
    """Somebody cooks, a third time within a month: the facility owes a plan."""
    page = browser.new_page(base_url=server.address, viewport={"width": 1440, "height": 900})
    sign_in(page, "congan")
    # The first of them waits since the lost operator.
    for number in range(3):
        if number:
            walks.device_says("A10001", 10 + number, "111", "006")
        page.goto("/desk")
        case = page.locator(".desk-case--waits").first.get_attribute("data-open")
        page.keyboard.press("n")
        page.locator("#desk[data-waits='0']").wait_for()
        page.goto(case)
        walks.judge_false(page)
    page.goto("/desk/false-alarms")
    picture(page, "false-alarm")
    page.close()


def drill(server, browser):
    """A device is tried from its panel to the person who answers, each part of the way measured."""
    device = sqlite3.connect(server.database).execute(
        "SELECT transmitter FROM alarm_accounts WHERE number = 'A10002'").fetchone()[0]
    page = browser.new_page(base_url=server.address, viewport={"width": 1440, "height": 900})
    sign_in(page, "congan")
    page.goto(f"/desk/drills/new?transmitter={device}")
    now = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh"))
    page.get_by_label("Ngày", exact=True).fill(now.strftime("%Y-%m-%d"))
    page.get_by_label("Giờ", exact=True).fill(now.strftime("%H:%M"))
    page.get_by_role("button", name="Đặt lịch").click()
    reload_until(page, "Đang diễn tập")
    page.goto("/desk")
    page.get_by_text("Bàn trực đang nhận").wait_for()
    walks.device_says("A10002", 1, "110", "001")
    trial = page.locator(".desk-case", has_text="Diễn tập")
    trial.get_by_role("button", name="Tôi nhận").click()
    page.goto("/desk/drills")
    reload_until(page, "Đang diễn tập", is_there=False)
    picture(page, "drill")
    page.close()


with tempfile.TemporaryDirectory() as temporary:
    with Server(canhlua, os.path.join(temporary, "images.sqlite")) as server, \
            sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, login, path, width, scheme in PAGES:
            page = browser.new_page(
                base_url=server.address, viewport={"width": width, "height": 900},
                color_scheme=scheme)
            sign_in(page, login)
            page.goto(path)
            if "/map" in path:
                page.wait_for_selector(".map[data-state=drawn]")
            page.screenshot(path=os.path.join(folder, name + ".png"))
            page.close()
        page = browser.new_page(
            base_url=server.address, viewport={"width": 1440, "height": 1000})
        sign_in(page, "vanphong")
        plan = subprocess.run(
            [canhlua, "sample", "--print-plan"], check=True, capture_output=True).stdout
        upload(page, "ke-hoach.txt", plan.replace("Số: 45/".encode(), "Số: 77/".encode()))
        page.wait_for_url("**/reading**")
        page.get_by_role("heading", name="II.2 ·").first.evaluate("e => e.scrollIntoView()")
        page.screenshot(path=os.path.join(folder, "reading.png"))
        fire(server, browser)
        false_alarm(server, browser)
        drill(server, browser)
        browser.close()
