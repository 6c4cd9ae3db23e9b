#!/usr/bin/env python3
"""Screenshots of the running product for docs/images: `images.py CANHLUA FOLDER`."""
import os
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

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
        browser.close()
