"""`canhlua serve` on a free port with the sample ward, for as long as a `with` block lasts."""
import socket
import subprocess
import sys
import time
import urllib.request


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_served(address, server, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if server.poll() is not None:
            sys.exit(f"the server ended by itself with {server.returncode}")
        try:
            urllib.request.urlopen(address + "/session", timeout=5)
            return
        except OSError:
            time.sleep(0.05)
    sys.exit("the server did not answer")


class Server:
    def __init__(self, canhlua, database):
        self.canhlua, self.database = canhlua, database.removeprefix("sqlite:")

    def __enter__(self):
        subprocess.run(
            [self.canhlua, "sample", "--small", "--database", self.database], check=True,
            stdout=subprocess.DEVNULL)
        port, self.alarm_port = free_port(), free_port()
        self.address = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            [self.canhlua, "serve", "--database", self.database, "--port", str(port),
             "--rate-limit", "0", "--alarm-port", str(self.alarm_port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until_served(self.address, self.process)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=30)
