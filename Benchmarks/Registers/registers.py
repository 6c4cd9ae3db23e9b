#!/usr/bin/env python3
"""Takes a long list of facilities into both engines, and asks for its pages over HTTP; Markdown.

    registers.py CANHLUA [ROWS]      within scripts/with-postgres for PostgreSQL's half

The rows are those of Likeness/generate.py, without its duplicates, with a kind and a state. The rivals take
the same file in the same run and only keep it: `sqlite-utils insert --csv` as it comes, and psql's `\\copy` into
a table of texts. We read every value by its rule, look for records and rows that are the same or nearly so,
work out what follows from the rules, and keep keys, words, clocks and a chained journal row for each. Peak
memory is of the process that imports (`ru_maxrss`); PostgreSQL's own is not in it. Pages are asked for one
after the other by one client, each address once.
"""
import csv
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

here = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.dirname(here), os.path.join(os.path.dirname(here), "Likeness")]
import generate
from serving import Server, run
from sizes import size

canhlua = sys.argv[1]
ROWS = int(sys.argv[2]) if len(sys.argv) > 2 else size(1_200_000, 2_000)
ASKED = size(300, 20)
SEED = 14
# Degrees.
SPAN = 0.05
LOGIN = "congan"
KINDS = {"Cửa hàng": 30, "Khách sạn, nhà nghỉ": 10, "Karaoke, vũ trường, bar": 5, "Cơ sở sản xuất": 10,
         "Kho, bãi": 10}
HEADS = ["Tên cơ sở", "Loại hình", "Địa chỉ", "Điện thoại", "Người đứng đầu", "Tình trạng", "Vĩ độ", "Kinh độ"]
folder = tempfile.mkdtemp(prefix="canhlua-registers-")


def near_the_ward(degrees, ward):
    """A place of the generated town, which grows with its rows, folded to within five kilometres of the
    sample ward: those farther away are refused."""
    return f"{ward + (float(degrees) % SPAN) - SPAN / 2:.6f}".replace(".", ",") if degrees else ""


def write_rows(path, kinds):
    chance = random.Random(SEED)
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(HEADS)
        for _, _, name, address, phone, head, latitude, longitude in generate.rows(ROWS, 0, SEED):
            out.writerow([name, chance.choice(kinds), address, phone, head, "Đang hoạt động",
                          near_the_ward(latitude, 20.848),
                          near_the_ward(longitude, 106.695)])


def line(what, engine, seconds, memory):
    print(f"| {engine} | {what} | {seconds:.0f} | {ROWS / seconds:,.0f} | {memory:.0f} |", flush=True)


def take_in(stores, path):
    print(f"## Import, {ROWS:,} facilities into one ward, {stores[0][0]}\n")
    print("| store | what | s | rows/s | peak memory, MB |")
    print("| --- | --- | ---: | ---: | ---: |")
    said = ""
    for engine, store in stores:
        subprocess.run([canhlua, "sample", "--small", "--database", store], check=True,
                       stdout=subprocess.DEVNULL)
        command = [canhlua, "register", "import", "--database", store, "--as", LOGIN, "facilities", path]
        if engine == "SQLite":  # Reads and compares, and keeps nothing: the engine hardly matters.
            seconds, memory, _ = run(command)
            line("Canh Lửa, dry run", engine, seconds, memory)
        seconds, memory, said = run(command + ["--apply"])
        line("Canh Lửa", engine, seconds, memory)
        if engine == "SQLite":
            tool = os.path.join(os.path.dirname(sys.executable), "sqlite-utils")
            rival = os.path.join(folder, "rival.sqlite")
            line("`sqlite-utils insert`", engine,
                 *run([tool, "insert", rival, "facilities", path, "--csv", "--silent"])[:2])
            os.remove(rival)
        else:
            columns = ", ".join(f"c{number} text" for number in range(len(HEADS)))
            line("`psql \\copy`", engine,
                 *run(["psql", "-q", store.split("#")[0], "-c", f"CREATE TABLE rival ({columns})",
                       "-c", f"\\copy rival from '{path}' csv header", "-c", "DROP TABLE rival"])[:2])
    print(f"\nWhat became of the rows: {said.strip().splitlines()[-1]}\n")


def score(stores):
    print(f"## Scoring {ROWS:,} facilities anew, {stores[0][0]}\n")
    print("| store | s | records/s |")
    print("| --- | ---: | ---: |")
    for engine, store in stores:
        seconds, _, said = run([canhlua, "register", "score", "--database", store])
        own = re.search(r"^facilities .*?([\d.,]+) giây", said, re.M).group(1)
        own = float(own.replace(".", "").replace(",", "."))
        print(f"| {engine} | {own:.0f} | {ROWS / own:,.0f} |", flush=True)
    print()


def addresses(server, path):
    """What is asked for: pages of the list, searches by words of rows, records."""
    chance = random.Random(SEED)
    listing = "/registers/facilities"
    found, following = [], listing
    for _ in range(10):
        text = server.opener.open(server.address + following).read().decode()
        found += re.findall(r'href="/registers/facilities/([0-9a-f-]{36})"', text)
        after = re.search(r'href="(/registers/facilities\?[^"]*after=[^"]*)"', text)
        if not after:
            break
        following = after.group(1).replace("&amp;", "&")
    with open(path, encoding="utf-8") as file:
        rows = [row for number, row in enumerate(csv.DictReader(file)) if number % max(1, ROWS // ASKED) == 0]
    lists = [f"{listing}?{urllib.parse.urlencode(query)}" for query in [
        {}, {"state": "working"}, {"kind": "karaoke"}, {"state": "suspended"}, {"managed_by": "police"}]]
    searches = []
    for row in rows:
        name, address, head = row[HEADS[0]].split(), row[HEADS[2]].split(), row[HEADS[4]].split()
        words = chance.choice([name, name[-2:], name[-2:] + address[-2:], head, address, [name[0][:2]], [head[-1]]
                               if head else name])
        searches.append(f"{listing}?{urllib.parse.urlencode({'q': ' '.join(words)})}")
    return [("list", (lists + [following]) * (ASKED // 6)), ("search", searches),
            ("record", [f"{listing}/{chance.choice(found)}" for _ in range(ASKED)])]


def ask(stores, path):
    print(f"## Pages of a register of {ROWS:,}, one client, {stores[0][0]}\n")
    print("| store | page | p50, ms | p95, ms | p99, ms | most, ms |")
    print("| --- | --- | ---: | ---: | ---: | ---: |")
    for engine, store in stores:
        server = Server(canhlua, store)
        try:
            server.sign_in(LOGIN)
            for what, asked in addresses(server, path):
                times = []
                for address in asked:
                    begin = time.perf_counter()
                    server.opener.open(server.address + address).read()
                    times.append((time.perf_counter() - begin) * 1000)
                cuts = statistics.quantiles(times, n=100)
                print(f"| {engine} | {what} | {cuts[49]:.1f} | {cuts[94]:.1f} | {cuts[98]:.1f} "
                      f"| {max(times):.1f} |", flush=True)
        finally:
            server.stop()
    print()


def main():
    path = os.path.join(folder, "facilities.csv")
    write_rows(path, [kind for kind, share in KINDS.items() for _ in range(share)])
    stores = [("SQLite", os.path.join(folder, "registers.sqlite"))]
    if "CANHLUA_TEST_POSTGRES" in os.environ:
        stores.append(("PostgreSQL 15", os.environ["CANHLUA_TEST_POSTGRES"] + "#registers"))
    # One engine after the other, so that a run that is broken off has shown the first whole.
    for store in stores:
        take_in([store], path)
        ask([store], path)
        score([store])


try:
    main()
finally:
    shutil.rmtree(folder, ignore_errors=True)
