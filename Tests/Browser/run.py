#!/usr/bin/env python3
"""The product as its users meet it, in Debian's chromium.

    run.py CANHLUA DATABASE [--only NAME] [--shots FOLDER]

Starts `canhlua serve` on a free port with the sample ward, walks through what people do, and stops
it. Each scenario is a function of `scenarios`; a failure says which step and leaves a screenshot.
"""
import argparse
import os
import re
import sys
import tempfile

from playwright.sync_api import sync_playwright

import reports
import scenarios
import walks
from server import Server

parser = argparse.ArgumentParser()
parser.add_argument("canhlua")
parser.add_argument("database")
parser.add_argument("--only", default="")
parser.add_argument("--shots", default="")
arguments = parser.parse_args()


shots = arguments.shots or tempfile.mkdtemp(prefix="canhlua-browser-")
os.makedirs(shots, exist_ok=True)
passed = failed = 0
with Server(arguments.canhlua, arguments.database) as server, sync_playwright() as play:
    walks.alarm_port = server.alarm_port
    browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    for scenario in scenarios.ALL + walks.ALL + reports.ALL:
        name = scenario.__name__
        if arguments.only and not re.search(arguments.only, name):
            continue
        context = browser.new_context(
            base_url=server.address, viewport={"width": 1440, "height": 900}, locale="vi-VN")
        context.set_default_timeout(20_000)
        page = context.new_page()
        faults = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "console",
            lambda message: faults.append(message.text)
            if message.type == "error" and "status of 4" not in message.text else None)
        try:
            scenario(page, shots)
            if faults:
                raise AssertionError(f"the page complained: {faults[:3]}")
            passed += 1
            print(f"✔ {name}: {scenario.__doc__.strip()}", flush=True)
        except Exception as error:  # noqa: BLE001, every failure is told the same way
            failed += 1
            shot = os.path.join(shots, f"failed-{name}.png")
            page.screenshot(path=shot, full_page=True)
            print(f"✘ {name}: {error}\n  at {page.url}, see {shot}", flush=True)
        context.close()
    browser.close()
print(f"browser: {passed} passed, {failed} failed")
sys.exit(1 if failed or not passed else 0)
