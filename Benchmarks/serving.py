"""`canhlua serve` on a store, as the benchmarks use it."""
import http.cookiejar
import re
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request

PASSWORD = "canh-lua-2026"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


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
