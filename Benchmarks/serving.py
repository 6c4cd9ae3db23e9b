"""`canhlua serve` on a store and commands that are measured, as the benchmarks use them."""
import http.cookiejar
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

PASSWORD = "canh-lua-2026"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run(command, **more):
    """Seconds and peak megabytes of a command, with what it said."""
    begin = time.perf_counter()
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT, **more)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        said.seek(0)
        text = said.read()
    if status:
        sys.exit(f"{' '.join(command)}: {text}")
    return seconds, usage.ru_maxrss / 1024, text


class Server:
    """The server, with the time it took to answer first."""

    def __init__(self, canhlua, database, *more):
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        begin = time.perf_counter()
        self.process = subprocess.Popen(
            [canhlua, "serve", "--database", database, "--port", str(self.port),
             "--rate-limit", "0", *more],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while True:
            try:
                urllib.request.urlopen(self.address + "/session", timeout=5).read()
                break
            except OSError:
                if self.process.poll() is not None:
                    sys.exit("the server ended by itself")
                time.sleep(0.002)
        self.start_ms = (time.perf_counter() - begin) * 1000

    def memory_megabytes(self):
        status = open(f"/proc/{self.process.pid}/status").read()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024

    def sign_in(self, login, password=PASSWORD):
        jar = http.cookiejar.CookieJar()
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        body = urllib.parse.urlencode({"login": login, "password": password}).encode()
        opener.open(self.address + "/session", body).read()
        self.opener = opener
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)

    def stop(self):
        self.process.terminate()
        self.process.wait(30)
