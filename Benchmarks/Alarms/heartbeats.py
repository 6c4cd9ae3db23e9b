#!/usr/bin/env python3
"""Plays a million devices that say every so often that they live, with alarms among them; one JSON line.

    heartbeats.py PORT DEVICES SECONDS INTERVAL ALARMS_PER_SECOND [FIRST_ACCOUNT [SENT_FILE [SILENT_EVERY]]]

Frames are DC-09 over UDP from SOCKETS sockets, at an even rate; the device of each is its account. Every answer is
checked against what was sent; what is not answered within REPEATED seconds is sent again, as devices do, and lost
is what had no answer after TRIES. Latency is of the first sending to the answer. SENT_FILE gets a line for each
alarm: its account and when it was first sent, by the clock that all processes of a machine share. One device of
SILENT_EVERY says nothing more from the middle on.
"""
import collections
import json
import selectors
import socket
import sys
import time

SOCKETS = 64
REPEATED = 5.0
TRIES = 3
BUFFER = 4 << 20

port, devices, seconds, interval = (int(part) for part in sys.argv[1:5])
alarm_rate = float(sys.argv[5])
first = int(sys.argv[6], 16) if len(sys.argv) > 6 else 0xA00001
sent_file = open(sys.argv[7], "w") if len(sys.argv) > 7 else None
silent_every = int(sys.argv[8]) if len(sys.argv) > 8 else 0

table = []
for byte in range(256):
    value = byte
    for _ in range(8):
        value = value >> 1 ^ 0xA001 if value & 1 else value >> 1
    table.append(value)


def crc(data):
    value = 0
    for byte in data:
        value = value >> 8 ^ table[(value ^ byte) & 255]
    return value


def frame(body):
    return b"\n%04X%04X%s\r" % (crc(body), len(body), body)


def heartbeat(account):
    return frame(b'"NULL"0000L0#%06X[]' % account)


def alarm(account, number):
    return frame(b'"ADM-CID"%04dL0#%06X[#%06X|1110 00 %03d]' % (number, account, account, number % 900 + 1))


def quantile(values, share):
    values = sorted(values)
    return round(values[min(len(values) - 1, int(len(values) * share))] * 1000, 2) if values else 0


def falls_silent(account):
    return silent_every and (account - first) % silent_every == silent_every - 1


class Fleet:
    def __init__(self):
        self.selector = selectors.DefaultSelector()
        self.sockets = []
        for _ in range(SOCKETS):
            own = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            own.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER)
            own.setblocking(False)
            own.connect(("127.0.0.1", port))
            self.selector.register(own, selectors.EVENT_READ, own)
            self.sockets.append(own)
        # By account and number: when first sent, frame, tries so far.
        self.waiting = {}
        self.repeats = collections.deque()
        self.latencies = {"heartbeat": [], "alarm": []}
        self.counts = collections.Counter()

    def send(self, account, number, data):
        now = time.perf_counter()
        began, _, tries = self.waiting.get((account, number), (now, data, 0))
        self.waiting[account, number] = began, data, tries + 1
        self.repeats.append((now + REPEATED, account, number))
        self.sockets[account % SOCKETS].send(data)

    def listen(self, until):
        while True:
            left = until - time.perf_counter()
            ready = self.selector.select(max(0, left))
            for key, _ in ready:
                try:
                    while True:
                        self.take(key.data.recv(512))
                except BlockingIOError:
                    pass
            if time.perf_counter() >= until:
                return

    def take(self, data):
        body = data[9:-1]
        if data[:1] != b"\n" or data[-1:] != b"\r" or int(data[1:5], 16) != crc(body):
            self.counts["unreadable"] += 1
            return
        if not body.startswith(b'"ACK"'):
            self.counts["refused"] += 1
            return
        number, account = int(body[5:9]), int(body.split(b"#")[1].split(b"[")[0], 16)
        found = self.waiting.pop((account, number), None)
        if found is None:
            self.counts["answered twice"] += 1
            return
        self.latencies["alarm" if number else "heartbeat"].append(time.perf_counter() - found[0])

    def repeat(self):
        now = time.perf_counter()
        while self.repeats and self.repeats[0][0] <= now:
            _, account, number = self.repeats.popleft()
            found = self.waiting.get((account, number))
            if not found:
                continue
            if found[2] >= TRIES:
                self.counts["lost"] += 1
                del self.waiting[account, number]
            else:
                self.counts["repeated"] += 1
                self.send(account, number, found[1])

    def run(self):
        begin = time.perf_counter()
        beat, called = 0, 0
        rate = devices / interval
        while (passed := time.perf_counter() - begin) < seconds:
            while beat < passed * rate:
                account = first + beat % devices
                if passed < seconds / 2 or not falls_silent(account):
                    self.send(account, 0, heartbeat(account))
                beat += 1
            while called < passed * alarm_rate:
                # Spread over the fleet; the same device calls again after many others.
                account, number = first + called * 7919 % devices, called % 9999 + 1
                if falls_silent(account):
                    account -= 1
                if sent_file:
                    sent_file.write(f"{account:X} {time.perf_counter()}\n")
                self.send(account, number, alarm(account, number))
                called += 1
            self.repeat()
            self.listen(time.perf_counter() + 0.002)
        self.ended = time.time()
        end = time.perf_counter() + REPEATED * (TRIES + 1)
        while self.waiting and time.perf_counter() < end:
            self.repeat()
            self.listen(time.perf_counter() + 0.05)
        return beat, called


fleet = Fleet()
beats, calls = fleet.run()
print(json.dumps({
    "devices": devices, "seconds": seconds, "ended": fleet.ended, "heartbeats": beats, "alarms": calls,
    "lost": fleet.counts["lost"] + len(fleet.waiting), "repeated": fleet.counts["repeated"],
    "refused": fleet.counts["refused"], "unreadable": fleet.counts["unreadable"],
    "answered_twice": fleet.counts["answered twice"],
    **{f"{kind}_{name}_ms": quantile(values, share) for kind, values in fleet.latencies.items()
       for name, share in [("p50", .5), ("p99", .99), ("max", 1)]}}))
