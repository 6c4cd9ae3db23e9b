#!/usr/bin/env python3
"""How long an alarm takes from its frame to open desks; prints Markdown.

    desk.py CANHLUA [--desks 200] [--devices 20] [--frames 300] [--rate 5] [--small]

`canhlua serve` runs with the usual sample ward, or its small one (`--small`). Transmitters of so many facilities
get numbers; so many desks hold their streams of server-sent events open. Frames go over one connection at the
rate, by a schedule that does not wait for answers: each is an alarm of a zone that did not report before, so that
every desk must be told of each. Measured is the time from just before a frame is written until its step is read
on each stream, by one clock; this program reads all streams in one thread, so its own work is in the figures.
Afterwards the response card of each alarm is asked for.
"""
import argparse
import asyncio
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(here))
from serving import Server, free_port
from sizes import size

LOGIN = "congan"
CARDS = size(100, 5)
FIRST_NUMBER = 0xB10001
ZONES_MAX = 999
# A stream is ended by the server after five minutes.
SECONDS_MAX = 240
STEP = re.compile("vùng (\\d{3})(?: báo cháy)?\"".encode())
# Of a chunk, kept for a step that the next one completes.
TAIL = 64


def crc16(data):
    """CRC-16/ARC, as SIA DC-09 asks for."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ 0xA001 if crc & 1 else crc >> 1
    return crc


def frame(number, sequence, zone):
    body = f'"ADM-CID"{sequence:04}L0#{number}[#{number}|1110 00 {zone:03}]'.encode()
    return b"\n%04X%04X" % (crc16(body), len(body)) + body + b"\r"


def share(values, part):
    return values[min(len(values) - 1, int(len(values) * part))]


def figures(seconds):
    values = sorted(value * 1000 for value in seconds)
    return " | ".join(f"{value:.0f}" for value in (share(values, 0.5), share(values, 0.99), values[-1]))


class Desks:
    """Open streams, and when each saw the step of each zone."""

    def __init__(self, count):
        self.seen = [{} for _ in range(count)]
        self.bytes = 0

    async def follow(self, index, port, cookie, ready):
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)
        writer.write(
            f"GET /desk/events?after=0 HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n".encode())
        rest, seen = b"", self.seen[index]
        while True:
            chunk = await reader.read(1 << 18)
            now = time.perf_counter()
            if not chunk:
                return
            self.bytes += len(chunk)
            if not ready.is_set() and b"event: " in chunk:
                ready.set()
            text = rest + chunk
            for zone in STEP.findall(text):
                seen.setdefault(int(zone), now)
            rest = text[-TAIL:]


async def run(arguments, server, alarm_port, numbers):
    desks = Desks(arguments.desks)
    cookie = server.sign_in(LOGIN)
    readies = [asyncio.Event() for _ in range(arguments.desks)]
    tasks = [
        asyncio.create_task(desks.follow(index, server.port, cookie, ready))
        for index, ready in enumerate(readies)]
    await asyncio.wait_for(asyncio.gather(*(ready.wait() for ready in readies)), 60)
    reader, writer = await asyncio.open_connection("127.0.0.1", alarm_port)
    sent, acknowledged = {}, {}

    async def hear():
        for zone in range(1, arguments.frames + 1):
            answer = await reader.readuntil(b"\r")
            acknowledged[zone] = time.perf_counter()
            if b'"ACK"' not in answer:
                sys.exit(f"a frame was refused: {answer!r}")

    hearing = asyncio.create_task(hear())
    begin = time.perf_counter()
    for zone in range(1, arguments.frames + 1):
        wait = begin + zone / arguments.rate - time.perf_counter()
        if wait > 0:
            await asyncio.sleep(wait)
        number = numbers[zone % len(numbers)]
        sent[zone] = time.perf_counter()
        writer.write(frame(number, zone, zone))
    await asyncio.wait_for(hearing, 60)
    end = time.perf_counter() + 10
    while time.perf_counter() < end and any(len(seen) < arguments.frames for seen in desks.seen):
        await asyncio.sleep(0.05)
    for task in tasks:
        task.cancel()
    missing = sum(arguments.frames - len(seen) for seen in desks.seen)
    waits = [at - sent[zone] for seen in desks.seen for zone, at in seen.items()]
    first = [min(seen[zone] for seen in desks.seen if zone in seen) - sent[zone] for zone in sent
             if any(zone in seen for seen in desks.seen)]
    acks = [acknowledged[zone] - sent[zone] for zone in sent]
    print(f"## From a frame to {arguments.desks} open desks\n")
    print(f"{arguments.frames} alarms of {len(numbers)} facilities, {arguments.rate:g} a second;"
          f" {desks.bytes / 1e6:.0f} MB read from the streams; {missing} steps not seen;"
          f" server {server.memory_megabytes():.0f} MB.\n")
    print("| ms | p50 | p99 | max |\n| --- | ---: | ---: | ---: |")
    print(f"| frame to acknowledgement | {figures(acks)} |")
    print(f"| frame to the first desk | {figures(first)} |")
    print(f"| frame to each desk | {figures(waits)} |\n")
    return missing


def cards(server, path):
    """One client opens the response card of one alarm after the other."""
    with sqlite3.connect(path) as store:
        cases = [row[0] for row in store.execute(
            "SELECT id FROM alarm_cases WHERE kind = 'alarm' AND closed_at IS NULL ORDER BY id")]
    waits = []
    for index in range(CARDS):
        begin = time.perf_counter()
        page = server.opener.open(f"{server.address}/desk/cases/{cases[index % len(cases)]}/card").read()
        waits.append(time.perf_counter() - begin)
        if "Gọi 114".encode() not in page:
            sys.exit("a card was not shown")
    print("| ms | p50 | p99 | max |\n| --- | ---: | ---: | ---: |")
    print(f"| response card, asked for to read | {figures(waits)} |\n")


def numbers_of(canhlua, database, count):
    """Numbers for transmitters of so many facilities."""
    with sqlite3.connect(database) as store:
        devices = [row[0] for row in store.execute(
            "SELECT MIN(id) FROM transmitters WHERE ended_at IS NULL GROUP BY facility ORDER BY 1 LIMIT ?",
            (count,))]
    if len(devices) < count:
        sys.exit(f"the ward has transmitters in {len(devices)} facilities alone")
    numbers = [f"{FIRST_NUMBER + index:X}" for index in range(count)]
    for number, device in zip(numbers, devices):
        subprocess.run(
            [canhlua, "alarm", "account", "add", number, "--transmitter", device, "--database", database],
            check=True, stdout=subprocess.DEVNULL)
    return numbers


parser = argparse.ArgumentParser()
parser.add_argument("canhlua")
parser.add_argument("--desks", type=int, default=size(200, 5))
parser.add_argument("--devices", type=int, default=size(20, 3))
parser.add_argument("--frames", type=int, default=size(300, 10))
parser.add_argument("--rate", type=float, default=5)
parser.add_argument("--small", action="store_true")
asked = parser.parse_args()
if not 0 < asked.frames <= ZONES_MAX or asked.frames / asked.rate > SECONDS_MAX:
    sys.exit(f"frames are at most {ZONES_MAX}, within {SECONDS_MAX} seconds")

folder = tempfile.mkdtemp(prefix="canhlua-desk-")
try:
    store = os.path.join(folder, "desk.sqlite")
    subprocess.run(
        [asked.canhlua, "sample", "--database", store] + (["--small"] if asked.small else []), check=True,
        stdout=subprocess.DEVNULL)
    known = numbers_of(asked.canhlua, store, asked.devices)
    port = free_port()
    serving = Server(asked.canhlua, store, "--alarm-port", str(port))
    try:
        lost = asyncio.run(run(asked, serving, port, known))
        cards(serving, store)
    finally:
        serving.stop()
finally:
    shutil.rmtree(folder, ignore_errors=True)
sys.exit(1 if lost else 0)
