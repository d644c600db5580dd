"""Two servers on loopback with the same worker class, stopped when the measuring ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CONFAPP = str(Path(sys.executable).with_name("confapp"))
GUNICORN = str(Path(sys.executable).with_name("gunicorn"))
WORKERS, THREADS = 2, 8
PATIENCE_SECONDS = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(
    command: list[str], port: int, environment: dict[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Start a server, wait until it answers, and end it with all its workers."""
    process = subprocess.Popen(command, env={**os.environ, **(environment or {})}, start_new_session=True)
    try:
        _wait(port, process)
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


def hello(port: int) -> list[str]:
    arguments = [
        "--workers",
        str(WORKERS),
        "--threads",
        str(THREADS),
        "--worker-class",
        "gthread",
        "--log-level",
        "warning",
    ]
    return [GUNICORN, "--bind", f"127.0.0.1:{port}", *arguments, "--keep-alive", "5", "tests.benchmarks.hello:app"]


def confapp(port: int) -> list[str]:
    return [CONFAPP, "serve", "--port", str(port), "--workers", str(WORKERS), "--threads", str(THREADS)]


def workers_of(process: subprocess.Popen[bytes]) -> list[int]:
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii")
    return [int(pid) for pid in children.split()]


def memory_mib(pid: int) -> float:
    """The proportional share of what the process holds: pages that the workers have in common are counted once."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise LookupError(pid)


def resident_mib(pid: int) -> float:
    """All that the process has in memory, shared or not."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise LookupError(pid)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the server did not answer in time")
