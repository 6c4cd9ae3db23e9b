#!/usr/bin/env python3
"""Measures reading, pages, start-up and memory; prints Markdown for docs/performance.md.

    run.py BIN_FOLDER      within scripts/with-postgres

Figures are medians of RUNS runs on this machine; rivals run in the same session on the same text.
"""
import glob
import json
import os
import platform
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile

from serving import Server
from sizes import IS_SHORT, size

RUNS = size(3, 1)
ROUNDS = size(50, 2)
SECONDS = size(5, 1)
CONNECTIONS = 4
PLANS = size(50, 2)
# With so many residential groups each plan gives about 200 assignments.
GROUPS = 31

here = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(here)
binaries = sys.argv[1]
canhlua = os.path.join(binaries, "canhlua")
folder = tempfile.mkdtemp(prefix="canhlua-bench-")


def run_json(command):
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def reading():
    files = [os.path.join(folder, "sample.txt")]
    text = subprocess.run([canhlua, "sample", "--print-plan"], check=True, capture_output=True)
    open(files[0], "wb").write(text.stdout)
    files += sorted(glob.glob(os.path.join(root, "..", "shared", "plans", "*.txt")))
    ours = [
        run_json([os.path.join(binaries, "ReadingBenchmark"), str(ROUNDS), *files])
        for _ in range(RUNS)]
    rival = run_json(
        [sys.executable, os.path.join(here, "rivals", "tokenise.py"), str(ROUNDS), *files])
    print("## Reading a plan\n")
    print("| plan | KB | tasks | Canh Lửa, ms | Python `re` words only, ms | ratio |"
          " underthesea words only, ms | ratio |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for index, other in enumerate(rival):
        rows = [report["plans"][index] for report in ours]
        ms = statistics.median(row["milliseconds"] for row in rows)
        segmented = other.get("underthesea")
        print(
            f"| {rows[0]['file'][:3] if rows[0]['file'] != 'sample.txt' else 'sample'} "
            f"| {rows[0]['bytes'] / 1000:.0f} | {rows[0]['tasks']} | {ms:.2f} "
            f"| {other['re']:.2f} | {ms / other['re']:.2f} "
            + (f"| {segmented:.0f} | {ms / segmented:.4f} |" if segmented else "| – | – |"))
    speed = statistics.median(report["megabytesPerSecond"] for report in ours)
    memory = statistics.median(report["memoryPeakMegabytes"] for report in ours)
    print(f"\n{speed:.1f} MB/s over all plans; memory peak of the process {memory:.0f} MB.\n")


def wrk(server, cookie, path):
    output = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", "-s",
         os.path.join(here, "pages.lua"), "-H", f"Cookie: {cookie}", server.address + path],
        check=True, capture_output=True, text=True).stdout
    numbers = re.search(r"RESULT (\S+) (\S+) (\S+) (\S+) (\d+)", output).groups()
    if int(numbers[4]):
        sys.exit(f"{path}: {numbers[4]} requests failed")
    return [float(number) for number in numbers[:4]]


def assignments(store):
    with sqlite3.connect(store) as database:
        return database.execute("SELECT COUNT(*) FROM assignments").fetchone()[0]


def pages():
    stores = [
        ("SQLite", os.path.join(folder, "pages.sqlite")),
        ("PostgreSQL 15", os.environ["CANHLUA_TEST_POSTGRES"] + "#bench")]
    for _, store in stores:
        subprocess.run(
            [canhlua, "sample", "--small", "--database", store, "--plans", str(PLANS),
             "--groups", str(GROUPS)], check=True, stdout=subprocess.DEVNULL)
    print(f"## Pages, {PLANS} plans and {assignments(stores[0][1])} assignments, {CONNECTIONS} connections\n")
    print("| store | page | requests/s | p50, ms | p95, ms | p99, ms |")
    print("| --- | --- | ---: | ---: | ---: | ---: |")
    for name, store in stores:
        server = Server(canhlua, store)
        try:
            cookie = server.sign_in("congan")
            listing = server.opener.open(server.address + "/plans").read().decode()
            plan = re.search(r'href="(/plans/[0-9a-f-]{36})"', listing).group(1)
            for title, path in [("/work", "/work"), ("/plans/{plan}", plan)]:
                runs = [wrk(server, cookie, path) for _ in range(RUNS)]
                rate, p50, p95, p99 = (statistics.median(column) for column in zip(*runs))
                print(f"| {name} | `{title}` | {rate:.0f} | {p50:.1f} | {p95:.1f} | {p99:.1f} |")
        finally:
            server.stop()
    print()


def start_up():
    store = os.path.join(folder, "start.sqlite")
    subprocess.run(
        [canhlua, "sample", "--database", store], check=True, stdout=subprocess.DEVNULL)
    times, memories = [], []
    for _ in range(RUNS * 3):
        server = Server(canhlua, store)
        server.sign_in("congan")
        server.opener.open(server.address + "/work").read()
        times.append(server.start_ms)
        memories.append(server.memory_megabytes())
        server.stop()
    print("## Start-up with the sample ward\n")
    print(f"First page answered {statistics.median(times):.0f} ms after the start; resident memory"
          f" after signing in and one page {statistics.median(memories):.0f} MB.\n")


def registers():
    """Import, list, search and detail of a long register; a program of its own."""
    subprocess.run(
        [sys.executable, os.path.join(here, "Registers", "registers.py"), canhlua], check=True)


def indicators():
    """All indicators and dashboards of a ward, and of a nation; a program of its own."""
    subprocess.run(
        [sys.executable, os.path.join(here, "Indicators", "indicators.py"), canhlua], check=True)


def likeness():
    """Duplicates against Splink, and the check at entry; a program of its own."""
    subprocess.run(
        [sys.executable, os.path.join(here, "Likeness", "compare.py"),
         os.path.join(binaries, "LikenessBenchmark")], check=True)


def gateway():
    """Durable acknowledgements beside other receivers; a program of its own."""
    subprocess.run([sys.executable, os.path.join(here, "Alarms", "gateway.py"), canhlua], check=True)


def desk():
    """From the frame of an alarm to open desks; a program of its own."""
    subprocess.run([sys.executable, os.path.join(here, "Alarms", "desk.py"), canhlua], check=True)


def nation():
    """A million devices for ten minutes with 200 desks open; a program of its own."""
    subprocess.run([sys.executable, os.path.join(here, "Alarms", "nation.py"), canhlua], check=True)


try:
    if IS_SHORT:
        print("A short run: these figures say nothing.\n")
    print(f"Machine: {os.cpu_count()} cores, {platform.machine()}, {platform.system()}"
          f" {platform.release().split('-')[0]}. Medians of {RUNS} runs.\n")
    reading()
    start_up()
    pages()
    sys.stdout.flush()
    gateway()
    desk()
    nation()
    registers()
    likeness()
    indicators()
finally:
    shutil.rmtree(folder, ignore_errors=True)
