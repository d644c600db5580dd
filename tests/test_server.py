"""confapp as it is served: real processes, real sockets."""

from __future__ import annotations

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen

import pytest

from tests.plugins.browsers import confapp, serving


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    instance = tmp_path_factory.mktemp("instance")
    confapp("db", "upgrade", instance=instance)
    with serving(instance, workers=2) as server:
        yield server


HALF_A_FORM = b"POST /sign-in/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\na="
QUICK = 5


def read(url: str) -> str:
    with urlopen(url) as response:
        return response.read().decode()


def test_it_answers_many_at_once(running):
    with ThreadPoolExecutor(16) as pool:
        answers = set(pool.map(lambda _: read(f"{running.url}/readyz"), range(200)))
    assert answers == {"ready\n"}


def test_figures_are_those_of_all_workers(running):
    for _ in range(20):
        read(f"{running.url}/healthz")
    lines = [line for line in read(f"{running.url}/metrics").splitlines() if 'endpoint="health.live"' in line]
    assert [line for line in lines if line.startswith("confapp_requests_total")] == [
        'confapp_requests_total{endpoint="health.live",method="GET",status="200"} 20.0'
    ]


def test_addresses_follow_the_port(running):
    assert f"Sitemap: {running.url}/" in read(f"{running.url}/robots.txt")


def test_the_stylesheet_of_a_page_is_there(running):
    page = read(f"{running.url}/sign-in/")
    address = page.split('rel="stylesheet" href="', 1)[1].split('"', 1)[0]
    assert "@" in read(f"{running.url}{address}")


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nHost: 127", HALF_A_FORM])
def test_it_ends_at_once_although_somebody_never_finishes(running, sent):
    with serving(running.instance) as server:
        slow = socket.create_connection(("127.0.0.1", int(server.url.rpartition(":")[2])))
        slow.sendall(sent)
        read(f"{server.url}/readyz")
        asked = time.monotonic()
    assert time.monotonic() - asked < QUICK
    slow.close()
