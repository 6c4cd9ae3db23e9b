#!/usr/bin/env python3
"""Durable acknowledgements per second beside two other receivers, on the same frames in the same run; Markdown.

    gateway.py CANHLUA      within scripts/with-postgres for PostgreSQL's part

The load is that of `../shared/bench/dc09_load.py`, which checks every answer; without it there is nothing to
measure, and the program says so. The rivals: `dc09_durable_ref.c` beside it, a bare server that checks the CRC,
appends and asks the disk once for each batch, which is the ceiling of this machine for a durable answer; and
pysiaalarm, which stores nothing. Ours stores each event in its table, with account, zone and meaning. Load and
receiver share the cores. Every run has accounts of its own, since a repeat is stored once. Medians of RUNS runs.
"""
import json
import os
import re
import resource
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(here))
from sizes import size

RUNS = size(3, 1)
CONNECTIONS = size([1, 10, 100, 1_000, 10_000], [1, 10])
# What a single device, or few of them, can be waited for; and what many need to show a rate.
MESSAGES = {1: 2_000, 10: 1_000, 100: 1_000, 1_000: 200, 10_000: 20}
ENCRYPTED = size(1_000, 10)
FIRST = 0xA00001
KEY = "000102030405060708090A0B0C0D0E0F"
IDLE = size(10_000, 100)
ADDED_AT_ONCE = 50_000
SETTLED_SECONDS = 2

bench = os.path.join(here, "..", "..", "..", "shared", "bench")
load = os.path.join(bench, "dc09_load.py")
canhlua = sys.argv[1]
folder = tempfile.mkdtemp(prefix="canhlua-gateway-")

PYSIAALARM = """
import asyncio, logging, sys
from pysiaalarm import SIAAccount
from pysiaalarm.aio import SIAClient
logging.disable(logging.CRITICAL)
port, first, count = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
accounts = [SIAAccount("%06X" % (first + i), allowed_timeband=None) for i in range(count)]
async def handle(event): pass
async def main():
    client = SIAClient("127.0.0.1", port, accounts, handle)
    await client.async_start(reuse_port=True)
    await asyncio.Event().wait()
asyncio.run(main())
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port):
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    sys.exit("The receiver does not answer.")


class Receiver:
    """A receiver in a process of its own, on a free port."""

    def __init__(self, command):
        self.port = free_port()
        command = [part.replace("PORT", str(self.port)) for part in command]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(self.port)
        # Of the first second, in which a receiver of ours makes its log long, no figure tells.
        time.sleep(SETTLED_SECONDS)

    def memory(self):
        """Resident, in bytes."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) * 1024

    def end(self):
        self.process.terminate()
        self.process.wait()


def measure(receiver, first, connections, *more):
    """One run: what dc09_load says of it."""
    command = [sys.executable, load, "--port", str(receiver.port), "--conns", str(connections), "--msgs",
               str(MESSAGES[connections]), "--account-base", f"{first:X}", *more]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(said.strip().splitlines()[-1])


def errors(run):
    return sum(run["errors"].values())


def line(name, connections, runs, ceiling=None):
    rate = statistics.median(run["msgs_per_s"] for run in runs)
    p50, p99, most = (statistics.median(run[key] for run in runs) / 1000 for key in ("p50_us", "p99_us", "max_us"))
    share = "" if ceiling is None else f"{rate / ceiling:.2f}"
    print(f"| {name} | {connections:,} | {rate:,.0f} | {p50:.2f} | {p99:.2f} | {most:.1f} | {sum(map(errors, runs))} "
          f"| {share} |", flush=True)
    return rate


def ours(store, per_address):
    return Receiver([canhlua, "alarm", "listen", "--database", store, "--port", "PORT",
                     "--connections-per-address", str(per_address)])


def serial(store):
    """Of a device in the sample ward's register; all accounts are its."""
    query = "SELECT MIN(serial) FROM transmitters WHERE serial IS NOT NULL"
    if not store.startswith("postgres"):
        return sqlite3.connect(store).execute(query).fetchone()[0]
    address, schema = store.split("#")
    query = query.replace("transmitters", f"{schema}.transmitters")
    return subprocess.run(["psql", "-qAt", address, "-c", query], check=True, capture_output=True,
                          text=True).stdout.strip()


def prepared(store, count, key=None):
    """A store with a ward and the accounts of all runs."""
    subprocess.run([canhlua, "sample", "--small", "--database", store], check=True, stdout=subprocess.DEVNULL)
    for start in range(0, count, ADDED_AT_ONCE):
        command = [canhlua, "alarm", "account", "add", f"{FIRST + start:X}", "--serial", serial(store), "--count",
                   str(min(ADDED_AT_ONCE, count - start)), "--database", store]
        if key:
            command += ["--key-stdin", "hex"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, input=key, text=True)


def table(title):
    print(f"## {title}\n")
    print("| receiver | connections | acknowledged/s | p50, ms | p99, ms | most, ms | errors | of the ceiling |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")


def compare():
    reference = os.path.join(folder, "reference")
    subprocess.run(["cc", "-O2", "-w", "-o", reference, os.path.join(bench, "dc09_durable_ref.c")], check=True)
    script = os.path.join(folder, "rival.py")
    with open(script, "w") as file:
        file.write(PYSIAALARM)
    store = os.path.join(folder, "gateway.sqlite")
    prepared(store, RUNS * sum(CONNECTIONS))
    table("Alarms: durable acknowledgements, SQLite")
    first = FIRST
    for connections in CONNECTIONS:
        runs = {"C, appends": [], "Canh Lửa": [], "pysiaalarm, stores nothing": []}
        for _ in range(RUNS):
            for name, make in [
                ("C, appends", lambda: Receiver([reference, "PORT", os.path.join(folder, "log"), "1"])),
                ("Canh Lửa", lambda: ours(store, connections + 10)),
                ("pysiaalarm, stores nothing", lambda: Receiver(
                    [sys.executable, script, "PORT", str(first), str(connections)])),
            ]:
                receiver = make()
                runs[name].append(measure(receiver, first, connections))
                receiver.end()
            first += connections
        ceiling = None
        for name, own in runs.items():
            rate = line(name, connections, own, ceiling)
            ceiling = ceiling or rate
    print()


def encrypted():
    store = os.path.join(folder, "encrypted.sqlite")
    prepared(store, RUNS * ENCRYPTED, KEY)
    table("The same, encrypted with AES-128")
    runs = []
    for number in range(RUNS):
        receiver = ours(store, ENCRYPTED + 10)
        runs.append(measure(receiver, FIRST + number * ENCRYPTED, ENCRYPTED, "--key", KEY))
        receiver.end()
    line("Canh Lửa", ENCRYPTED, runs)
    print()


def postgres():
    base = os.environ.get("CANHLUA_TEST_POSTGRES")
    if not base:
        return
    store = base + "#gateway"
    prepared(store, RUNS * sum(CONNECTIONS[:4]))
    table("The same on PostgreSQL 15")
    first = FIRST
    for connections in CONNECTIONS[:4]:
        runs = []
        for _ in range(RUNS):
            receiver = ours(store, connections + 10)
            runs.append(measure(receiver, first, connections))
            receiver.end()
            first += connections
        line("Canh Lửa", connections, runs)
    print()


def idle():
    """Memory of connections on which a device has said one thing and then nothing."""
    store = os.path.join(folder, "idle.sqlite")
    prepared(store, IDLE)
    receiver = ours(store, IDLE + 10)
    before = receiver.memory()
    sockets = []
    for number in range(IDLE):
        one = socket.create_connection(("127.0.0.1", receiver.port))
        sockets.append(one)
        body = f'"NULL"0000L0#{FIRST + number:06X}[]'.encode()
        one.sendall(b"\n%04X%04X%s\r" % (crc(body), len(body), body))
    for one in sockets:
        one.recv(100)
    after = receiver.memory()
    print("## Memory of idle connections\n")
    print("| connections | resident before, MB | after, MB | for each, bytes |")
    print("| ---: | ---: | ---: | ---: |")
    print(f"| {IDLE:,} | {before / 1e6:.0f} | {after / 1e6:.0f} | {(after - before) / IDLE:,.0f} |\n", flush=True)
    for one in sockets:
        one.close()
    receiver.end()


def crc(data):
    """CRC-16/ARC."""
    value = 0
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ 0xA001 if value & 1 else value >> 1
    return value


def main():
    if not os.path.exists(load):
        print("## Alarms\n\nNot measured: ../shared/bench is not here.\n")
        return
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    try:
        compare()
        encrypted()
        postgres()
        idle()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
