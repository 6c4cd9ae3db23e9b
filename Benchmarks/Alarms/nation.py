#!/usr/bin/env python3
"""A million devices on one node, with alarms among their heartbeats and desks open in many wards; prints Markdown.

    nation.py CANHLUA [--devices 1000000] [--wards 3321] [--desks 200] [--seconds 600] [--interval 90] [--alarms 50]

The store is the small sample ward and copies of its facility, transmitter and duty officer: every device has a
facility of its own, named by its number, in one of the wards. `heartbeats.py` plays the fleet over UDP; a desk is
the stream of server-sent events of the officer of one ward, and resumes when the server ends it. Measured: answers,
and the time from just before an alarm is sent until its facility stands in a step on the desk of its ward. From the
middle on some devices say nothing more: how long after their last sign are they declared silent, and how many others
are? Fleet, desks and server share the cores.
"""
import argparse
import asyncio
import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(here))
from serving import Server, free_port
from sizes import size

FIRST = 0x200001
# Every device is named by its number, so that a desk tells which alarm it shows.
NAME = re.compile(b"Noi ([0-9A-F]{6})")
TAIL = 64


def copies(store, table, changes, source):
    """Copies one row with other values; `changes` are expressions over `numbers`."""
    columns = [row[1] for row in store.execute(f"PRAGMA table_info({table})")]
    values = ", ".join(changes.get(name, f"t.{name}") for name in columns)
    store.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {source}, {table} t"
        f" WHERE t.rowid = (SELECT MIN(rowid) FROM {table} WHERE {TEMPLATES[table]})")


TEMPLATES = {
    "wards": "1", "units": "kind = 'police'", "accounts": "login = 'congan'", "facilities": "ended_at IS NULL",
    "transmitters": "connected_on IS NOT NULL AND ended_at IS NULL", "alarm_accounts": "locked_at IS NULL",
}


def finish_daily_work(canhlua, path):
    """Has the work of the day done in the sample ward, so that the copies have none left."""
    server = Server(canhlua, path)
    store = sqlite3.connect(path, timeout=30)
    while not store.execute("SELECT 1 FROM daily_runs WHERE job = 'alarms'").fetchone():
        time.sleep(0.1)
    store.close()
    server.stop()


def build(canhlua, path, devices, wards):
    subprocess.run([canhlua, "sample", "--small", "--database", path], check=True, stdout=subprocess.DEVNULL)
    store = sqlite3.connect(path)
    if not store.execute("SELECT 1 FROM alarm_accounts").fetchone():
        serial = store.execute("SELECT MIN(serial) FROM transmitters WHERE serial IS NOT NULL").fetchone()[0]
        subprocess.run([canhlua, "alarm", "account", "add", "F17A", "--serial", serial, "--database", path],
                       check=True, stdout=subprocess.DEVNULL)
    store.close()
    finish_daily_work(canhlua, path)
    store = sqlite3.connect(path)
    store.execute("PRAGMA synchronous = OFF")
    store.execute("PRAGMA foreign_keys = OFF")
    # Nobody searches here.
    for (name,) in store.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('facilities', 'transmitters')"
            ).fetchall():
        store.execute(f"DROP TRIGGER {name}")
    store.execute("CREATE TEMP TABLE places (ward TEXT, n INTEGER)")
    store.executemany("INSERT INTO places VALUES (?, ?)", [(f"{10_000 + n}", n) for n in range(wards)])
    store.execute("CREATE TEMP TABLE devices (ward TEXT, n INTEGER, id TEXT, number TEXT)")
    store.executemany("INSERT INTO devices VALUES (?, ?, ?, ?)", (
        (f"{10_000 + n * wards // devices}", n, f"00000000-0000-7000-8000-{n:012x}", f"{FIRST + n:X}")
        for n in range(devices)))
    copies(store, "wards", {"code": "places.ward", "name": "'Mau ' || places.ward", "boundary": "NULL"}, "places")
    copies(store, "units", {"ward": "places.ward", "parent": "NULL", "boundary": "NULL"}, "places")
    copies(store, "accounts", {"ward": "places.ward", "login": "'congan' || places.ward"}, "places")
    copies(store, "facilities", {
        "ward": "devices.ward", "id": "devices.id", "name": "'Noi ' || devices.number", "group_unit": "NULL",
        "parent": "NULL"}, "devices")
    copies(store, "transmitters", {
        "ward": "devices.ward", "id": "devices.id", "facility": "devices.id", "serial": "devices.number"}, "devices")
    copies(store, "alarm_accounts", {
        "ward": "devices.ward", "id": "devices.id", "transmitter": "devices.id", "number": "devices.number",
        "receiver": "''", "line": "''", "secret": "NULL", "heartbeat_seconds": str(asked.interval),
        # A fleet that has long been there.
        "changed_at": "t.changed_at - 3600000"}, "devices")
    # The rules of the ward, and what its daily work has done, so that none of it is done among the alarms.
    for table in ["alarm_policies", "escalation_steps", "record_key_rules", "record_score_rules", "daily_runs"]:
        columns = [row[1] for row in store.execute(f"PRAGMA table_info({table})")]
        values = ", ".join("p.ward" if name == "ward" else f"t.{name}" for name in columns)
        store.execute(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table} t, places p"
                      " WHERE t.ward NOT IN (SELECT ward FROM places)")
    store.execute("ANALYZE")
    store.commit()
    store.close()


class Desk:
    def __init__(self, ward, cookie, port):
        self.ward, self.cookie, self.port = ward, cookie, port
        self.last = b"0"
        self.seen = {}
        self.ready = asyncio.Event()

    async def follow(self):
        while True:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=1 << 20)
            writer.write(b"GET /desk/events HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: %s\r\nConnection: close\r\n"
                         b"Last-Event-ID: %s\r\n\r\n"
                         % (self.cookie.encode(), self.last))
            rest = b""
            while chunk := await reader.read(1 << 18):
                now = time.perf_counter()
                text = rest + chunk
                if b"event: " in text:
                    self.ready.set()
                for found in re.finditer(rb"^id: (\d+)", text, re.M):
                    self.last = found.group(1)
                for name in NAME.findall(text):
                    self.seen.setdefault(name.decode(), now)
                rest = text[-TAIL:]
            writer.close()


def share(values, part):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * part))] if values else 0


async def run(server, alarm_port, folder):
    desks = []
    for n in range(asked.desks):
        ward = f"{10_000 + n}"
        desks.append(Desk(ward, server.sign_in(f"congan{ward}"), server.port))
    tasks = [asyncio.create_task(desk.follow()) for desk in desks]
    await asyncio.wait_for(asyncio.gather(*(desk.ready.wait() for desk in desks)), 120)
    # The accounts of a million devices are read before it listens.
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", alarm_port), 1).close()
            break
        except OSError:
            await asyncio.sleep(0.2)
    before = server.memory_megabytes()
    sent_file = os.path.join(folder, "sent")
    fleet = await asyncio.create_subprocess_exec(
        sys.executable, os.path.join(here, "heartbeats.py"), str(alarm_port), str(asked.devices),
        str(asked.seconds), str(asked.interval), str(asked.alarms), f"{FIRST:X}", sent_file, str(asked.silent_every),
        stdout=subprocess.PIPE)
    said = json.loads((await fleet.communicate())[0])
    await asyncio.sleep(5)
    for task in tasks:
        task.cancel()
    by_ward = {desk.ward: desk for desk in desks}
    waits, missing, first = [], 0, {}
    with open(sent_file) as file:
        for line in file:
            number, at = line.split()
            first.setdefault(number, float(at))
    for number, at in first.items():
        desk = by_ward.get(f"{10_000 + (int(number, 16) - FIRST) * asked.wards // asked.devices}")
        if desk is None:
            continue
        if number in desk.seen:
            waits.append((desk.seen[number] - at) * 1000)
        else:
            missing += 1
    print(f"## {asked.devices:,} devices on one node\n")
    print(f"{asked.wards} wards, one heartbeat of each device in {asked.interval} s for {asked.seconds} s,"
          f" {asked.alarms} alarms a second, {asked.desks} desks; server {before:.0f} MB before,"
          f" {server.memory_megabytes():.0f} MB after.\n")
    print("| what | count | p50, ms | p99, ms | most, ms |\n| --- | ---: | ---: | ---: | ---: |")
    for kind in ["heartbeat", "alarm"]:
        print(f"| {kind} to its answer | {said[kind + 's']:,} | {said[kind + '_p50_ms']} | {said[kind + '_p99_ms']}"
              f" | {said[kind + '_max_ms']} |")
    print(f"| alarm to an open desk | {len(waits):,} | {share(waits, .5):.0f} | {share(waits, .99):.0f}"
          f" | {share(waits, 1):.0f} |\n")
    print(f"Lost: {said['lost']}; sent again: {said['repeated']}; refused: {said['refused']}; alarms of wards with a"
          f" desk that no desk showed: {missing}.\n")
    return said["lost"] + missing, said["ended"]


def tell_silences(path, ended):
    """Returns how many were not declared, or not in time."""
    quiet = {f"{FIRST + n:X}" for n in range(asked.silent_every - 1, asked.devices, asked.silent_every)}
    rows = sqlite3.connect(path).execute(
        "SELECT a.number, s.declared_at - s.heard_at FROM alarm_silences s JOIN alarm_accounts a"
        " ON a.ward = s.ward AND a.id = s.account WHERE a.number BETWEEN ? AND ? AND s.declared_at < ?",
        (f"{FIRST:X}", f"{FIRST + asked.devices - 1:X}", ended * 1000)).fetchall()
    after = [milliseconds / asked.interval / 10 for number, milliseconds in rows if number in quiet]
    others = sum(number not in quiet for number, _ in rows)
    print(f"Devices that said nothing more from the middle on: {len(quiet):,}; declared silent: {len(after):,}, after"
          f" {share(after, .5):.1f} % of their interval in the median, {share(after, 1):.1f} % at most; others declared:"
          f" {others}.\n")
    return len(quiet) - len(after) + others


parser = argparse.ArgumentParser()
parser.add_argument("canhlua")
for name, whole, short in [("devices", 1_000_000, 1_000), ("wards", 3_321, 10), ("desks", 200, 4),
                           ("seconds", 600, 20), ("interval", 90, 7), ("alarms", 50, 2),
                           ("silent-every", 5_000, 50)]:
    parser.add_argument(f"--{name}", type=int, default=size(whole, short))
asked = parser.parse_args()

folder = tempfile.mkdtemp(prefix="canhlua-nation-")
try:
    store = os.path.join(folder, "nation.sqlite")
    build(asked.canhlua, store, asked.devices, asked.wards)
    # Gigabytes that were just written must not be on their way to the disk beside the alarms.
    os.sync()
    port = free_port()
    serving = Server(asked.canhlua, store, "--alarm-port", str(port))
    try:
        lost, ended = asyncio.run(run(serving, port, folder))
        kept = sqlite3.connect(store).execute(
            "SELECT COUNT(*), COUNT(DISTINCT account || sequence) FROM alarm_events").fetchone()
        print(f"Kept events: {kept[0]:,}, different ones: {kept[1]:,}.\n")
        lost += tell_silences(store, ended)
    finally:
        serving.stop()
finally:
    shutil.rmtree(folder, ignore_errors=True)
sys.exit(1 if lost else 0)
