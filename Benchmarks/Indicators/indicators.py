#!/usr/bin/env python3
"""Counts all indicators and asks for all dashboards: of one ward on SQLite, of a nation on PostgreSQL; Markdown.

    indicators.py CANHLUA [WARDS [FACILITIES]]      within scripts/with-postgres for the nation's half

The ward is the sample ward (1,100 facilities, 6,000 houses). The nation is generated: 34 provinces and WARDS wards
(3,321) with FACILITIES facilities (1,200,000) and a transmitter each, spread unevenly; a running plan in all
wards but one in fifty, which have nothing; two months of figures before this one; a year of journal rows of a
working ward. Rows are made by the database itself, past the verbs, because only reading and counting are
measured. `canhlua indicator count` is what the server does by itself once a day. Pages are asked for one after the
other by one client; the ward's yearly report is begun and asked for in each form. Memory is of the process that
counts, or serves, not of PostgreSQL.
"""
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(here))
from serving import Server, run
from sizes import size

canhlua = sys.argv[1]
WARDS = int(sys.argv[2]) if len(sys.argv) > 2 else size(3_321, 10)
FACILITIES = int(sys.argv[3]) if len(sys.argv) > 3 else WARDS * 1_200_000 // 3_321
PROVINCES = size(34, 2)
ASKED = size(30, 3)
NATION = "90000"
LOGIN = "trunguong"
# Of a store that is thrown away.
PASSWORD = "gà gáy ba hồi"
folder = tempfile.mkdtemp(prefix="canhlua-indicators-")

# Every table that is filled, in the order of their keys; $-words are replaced.
NATION_ROWS = """
SET search_path TO $schema;
INSERT INTO wards (code, name, kind, province, above)
    SELECT (91000 + p)::text, 'Tỉnh ' || p, 'tỉnh', 'tỉnh ' || p, '$nation' FROM generate_series(1, $provinces) p;
INSERT INTO wards (code, name, kind, province, above)
    SELECT (10000 + w)::text, 'Phường ' || w, 'phường', 'tỉnh ' || (w % $provinces + 1),
        (91000 + w % $provinces + 1)::text FROM generate_series(1, $wards) w;
INSERT INTO accounts (ward, id, login, name, role, password, created_at, search)
    SELECT (10000 + w)::text, 'a' || w, 'nguoi' || w, 'Người ' || w, 'office', 'none', $now, 'nguoi'
    FROM generate_series(1, $wards) w;
INSERT INTO plans (ward, id, kind, title, search, status, current_version, created_at, created_by, confirmed_at)
    SELECT (10000 + w)::text, 'p' || w, 'plan', 'Kế hoạch', 'ke hoach', 'running', 1, $now, 'a' || w, $now
    FROM generate_series(1, $wards) w WHERE w % 50 <> 0;
INSERT INTO facilities (ward, id, name, kind, address, state, search, created_at, created_by)
    SELECT (10000 + w)::text, 'f' || n, 'Cơ sở ' || n, 'shop', n || ' phố Thử',
        CASE WHEN n % 40 = 0 THEN 'stopped' ELSE 'working' END, 'co so', $now, 'a' || w
    FROM (SELECT n, (n * 7919::bigint % $wards + n % 3 * (n % 17)) % $wards + 1 AS w
        FROM generate_series(1, $facilities) n) f WHERE w % 50 <> 0;
INSERT INTO transmitters (ward, id, facility, registered_on, connected_on, exempt_on, search, created_at, created_by)
    SELECT f.ward, 't' || f.id, f.id,
        CASE WHEN substr(f.id, 2)::int % 3 > 0 THEN to_char(now() - (substr(f.id, 2)::int % 300) * interval '1 day', 'YYYY-MM-DD') END,
        CASE WHEN substr(f.id, 2)::int % 3 > 1 THEN to_char(now() - (substr(f.id, 2)::int % 200) * interval '1 day', 'YYYY-MM-DD') END,
        CASE WHEN substr(f.id, 2)::int % 60 = 0 THEN '2026-01-01' END, 'tb', $now, f.created_by
    FROM facilities f;
INSERT INTO indicator_months (ward, indicator, month, day, counted, whole)
    SELECT w.code, k, to_char(now() - m * interval '1 month', 'YYYY-MM-01'),
        to_char(now() - m * interval '1 month', 'YYYY-MM-28'), 10, 30
    FROM wards w, unnest(ARRAY[$keys]) k, generate_series(1, 2) m WHERE w.code < '90000';
INSERT INTO journal (ward, sequence, at, account, origin, verb, subject, changes, hash)
    SELECT (10000 + w)::text, 1000 + n, $now - (365 - n) * 86400000::bigint,
        CASE WHEN n % 7 = w % 7 OR n < 350 THEN 'a' || w END, 'bench', 'record.change', 'facilities/x', '{}', 'x'
    FROM generate_series(1, $wards) w, generate_series(1, 365) n WHERE w % 50 <> 0;
ANALYZE;
"""


def count(what, store):
    seconds, memory, said = run([canhlua, "indicator", "count", "--database", store])
    print(f"| {what} | {seconds:.2f} | {memory:.0f} |", flush=True)
    return said


def ask(server, pages, asked=ASKED):
    """Times of each page, and the server's memory at the end."""
    for title, path in pages:
        times = []
        for _ in range(asked):
            begin = time.perf_counter()
            answer = server.opener.open(server.address + path)
            if answer.url != server.address + path:
                sys.exit(f"{path} led to {answer.url}")
            answer.read()
            times.append((time.perf_counter() - begin) * 1000)
        times.sort()
        print(f"| {title} | {statistics.median(times):.0f} | {times[len(times) * 95 // 100]:.0f} "
              f"| {times[-1]:.0f} |", flush=True)
    print(f"\nMemory of the server afterwards: {server.memory_megabytes():.0f} MB.\n")


def report(server):
    """The ward's yearly report, begun as its police would: the page, and each file of it."""
    server.sign_in("congan")
    index = server.opener.open(server.address + "/reports").read().decode()
    for period in re.findall(r'href="(/reports/[0-9a-f-]{36})"', index):
        page = server.opener.open(server.address + period).read().decode()
        form = re.search(r'<form[^>]*action="/reports/papers".*?</form>', page, re.S)
        if not form:
            continue
        fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form.group(0)))
        started = server.opener.open(
            server.address + "/reports/papers", urllib.parse.urlencode(fields).encode())
        path = started.url.split("?")[0].removeprefix(server.address)
        print("## The yearly report of the ward\n")
        print(HEAD)
        ask(server, [
            ("the page, with a source behind each sentence", path),
            ("figures and their sources", f"{path}/figures"),
            ("Word", f"{path}/report.docx"), ("Excel", f"{path}/report.xlsx")])
        if shutil.which("soffice"):
            print(HEAD)
            ask(server, [("PDF, by LibreOffice", f"{path}/report.pdf")], asked=5)
        return
    sys.exit("no yearly report of the ward could be begun")


HEAD = "| page | p50, ms | p95, ms | most, ms |\n| --- | ---: | ---: | ---: |"


def ward():
    store = os.path.join(folder, "ward.sqlite")
    subprocess.run([canhlua, "sample", "--database", store], check=True, stdout=subprocess.DEVNULL)
    print("## Indicators and dashboards of one ward, 1,100 facilities, SQLite\n")
    print("| counting | s | peak memory, MB |\n| --- | ---: | ---: |")
    said = count("all indicators, start of the process included", store)
    print(f"\n{said.strip().splitlines()[-1]}\n")
    print(HEAD)
    server = Server(canhlua, store)
    try:
        server.sign_in("chutich")
        overview = server.opener.open(server.address + "/overview").read().decode()
        unit = re.search(r'href="(/overview/units/[0-9a-f-]{36})"', overview).group(1)
        plan = re.search(r'href="(/overview/plans/[0-9a-f-]{36})"', overview).group(1)
        ask(server, [
            ("`/overview`", "/overview"), ("`/overview/units/{unit}`", unit),
            ("`/overview/plans/{plan}`", plan), ("`/overview/supervision`", "/overview/supervision"),
            ("`/public/{ward}`", "/public/99001"), ("`/indicators`", "/indicators")])
        report(server)
    finally:
        server.stop()


def generate(url, schema, store):
    """The nation's rows, and somebody who may see them all."""
    run([canhlua, "ward", "add", NATION, "--name", "Cả nước", "--kind", "trung ương", "--province", "Việt Nam",
         "--database", store])
    run(["sh", "-c", f"printf '%s\\n' '{PASSWORD}' | '{canhlua}' user add {LOGIN} --name 'Người xem' --role chairman "
         f"--ward {NATION} --password-stdin --database '{store}'"])
    keys = re.findall(r"^(\w+)  ", run([canhlua, "indicator", "list"])[2], re.M)
    text = "UPDATE $schema.accounts SET must_change_password = 0;" + NATION_ROWS
    for word, value in [("schema", schema), ("nation", NATION), ("provinces", PROVINCES), ("wards", WARDS),
                        ("facilities", FACILITIES), ("now", int(time.time() * 1000)),
                        ("keys", ", ".join(f"'{key}'" for key in keys))]:
        text = text.replace(f"${word}", str(value))
    return run(["psql", "-q", "-v", "ON_ERROR_STOP=1", url, "-c", text])[0]


def nation():
    url = os.environ.get("CANHLUA_TEST_POSTGRES")
    if not url:
        return
    schema = "nation"
    store = f"{url}#{schema}"
    seconds = generate(url, schema, store)
    print(f"## Indicators and the level above, {WARDS:,} wards, {FACILITIES:,} facilities, PostgreSQL 15\n")
    print(f"Rows generated in {seconds:.0f} s.\n")
    print("| counting | s | peak memory, MB |\n| --- | ---: | ---: |")
    said = count("all indicators of all wards", store)
    count("again", store)
    print(f"\n{said.strip().splitlines()[-1]}\n")
    print(HEAD)
    # Generated rows have no keys and no scores yet, which the server would make beside the pages.
    server = Server(canhlua, store, "--no-jobs")
    try:
        server.sign_in(LOGIN, PASSWORD)
        ask(server, [
            ("`/wards`, the nation", "/wards"), ("`/wards/{province}`", "/wards/91001"),
            ("`/wards/{ward}`", "/wards/10001"), ("`/public/{ward}`", "/public/10001")])
    finally:
        server.stop()


if __name__ == "__main__":
    ward()
    nation()
