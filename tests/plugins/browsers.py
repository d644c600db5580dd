"""Chromium on a live server with the demonstration; a page fails its test when it complains or calls elsewhere."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
]
START_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A running confapp: its address and its instance folder."""

    url: str
    instance: Path


def pytest_collection_modifyitems(config, items):
    """Mark what needs a browser; it runs on SQLite alone."""
    kept, left = [], []
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
            if config.getoption("--database") != "sqlite":
                left.append(item)
                continue
        kept.append(item)
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = kept


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def confapp(*arguments: str, instance: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would, and give back what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "confapp", *arguments],
        env={**environment(instance), **settings},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"confapp {' '.join(arguments)}: {done.stderr}"
    return done


def environment(instance: Path) -> dict[str, str]:
    outside = {name: value for name, value in os.environ.items() if not name.startswith("CONFAPP_")}
    return {**outside, "CONFAPP_INSTANCE": str(instance), "CONFAPP_LOG_LEVEL": "warning"}


def wait_for(url: str, process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            urlopen(f"{url}/readyz").close()
        except URLError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"the server did not answer at {url}")


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory) -> Path:
    """An instance folder with the demonstration in its database."""
    instance = tmp_path_factory.mktemp("demonstration")
    confapp("db", "upgrade", instance=instance)
    confapp("demonstration", instance=instance)
    return instance


@contextmanager
def serving(instance: Path, workers: int = 1) -> Iterator[Server]:
    """Serve an instance on a free port of this machine; Ctrl-C must end it cleanly."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "confapp", "serve", "--port", str(port), "--workers", str(workers)],
        env=environment(instance),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        wait_for(url, process)
        yield Server(url=url, instance=instance)
    finally:
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=15)[1]
    assert (process.returncode, said) == (0, f"confapp answers at {url}/ (Ctrl-C ends it)\n")


@pytest.fixture(scope="session")
def server(demonstration) -> Iterator[Server]:
    """The demonstration, served on this machine."""
    with serving(demonstration) as running:
        yield running


@pytest.fixture(scope="session")
def chromium():
    if not shutil.which(CHROMIUM):
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing, and CI may not do without")
        pytest.skip(f"{CHROMIUM} is not on this machine (Debian: apt-get install chromium)")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  weight: most runs need no browser

    with sync_playwright() as playwright:
        program = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield program
        program.close()


@pytest.fixture
def new_page(server, chromium):
    """Open pages with a context's settings, such as `java_script_enabled=False` or a viewport."""
    contexts, complaints = [], []

    def make(**settings):
        context = chromium.new_context(base_url=server.url, **{"locale": "en-GB", **settings})
        contexts.append(context)
        page = context.new_page()
        listen(page, server.url, complaints)
        page.set_default_timeout(15_000)
        return page

    yield make
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def page(new_page):
    return new_page(viewport={"width": 1280, "height": 900})


def listen(page, base: str, complaints: list[str]) -> None:
    """Note what a page complains of: its console, what it asks of others, what it misses. A refused page is none."""

    def on_console(message):
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            complaints.append(message.text)

    def on_response(response):
        if response.status >= HTTPStatus.BAD_REQUEST and response.request.resource_type != "document":
            complaints.append(f"{response.status} {response.url}")

    def on_request(request):
        if not is_local(request.url, base):
            complaints.append(request.url)

    page.on("console", on_console)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", on_request)
    page.on("response", on_response)


def is_local(url: str, base: str) -> bool:
    return url.startswith((base, "data:", "blob:", "about:"))
