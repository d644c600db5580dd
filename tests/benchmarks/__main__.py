"""`make bench`: the public pages beside a bare Flask "hello", and what import and PDF take. Nothing here is a test.

Every figure is measured in the same run on the same machine, since only the ratio to "hello" means anything elsewhere.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from tests.benchmarks import servers
from tests.benchmarks.made_up import made_up_case

CONNECTIONS = 8
ROOT = Path(__file__).parents[2]
MERIDIAN = ROOT / "confapp" / "imports" / "cases" / "meridian-1884.yaml"
PAGES = {
    "schedule of 400": "/conferences/made-up/schedule/",
    "schedule of 1884": "/conferences/meridian-1884/schedule/",
    "session": "/conferences/meridian-1884/sessions/4/",
    "participants": "/conferences/meridian-1884/participants/",
    "participants of 400": "/conferences/made-up/participants/",
    "proceedings": "/proceedings/meridian-1884/",
    "calendar of 400": "/conferences/made-up/schedule.ics",
}
PAGE_RATIO, UNCHANGED_RATIO = 0.4, 0.5
MOST_SCHEDULE_BYTES, MOST_PAGE_BYTES, MOST_FONT_BYTES = 40_000, 100_000, 120_000
LATIN = re.compile(r"unicode-range:\s*U\+0*(?:0|20)-", re.IGNORECASE)
MOST_WORKER_MIB, MOST_IMPORT_SECONDS, MOST_PDF_SECONDS = 150, 10, 5


@dataclass(frozen=True)
class Figure:
    name: str
    value: float
    unit: str
    bound: str = ""
    holds: bool = True

    def __str__(self) -> str:
        verdict = "" if not self.bound else ("  ok" if self.holds else "  MISSED")
        return f"{self.name:<44} {self.value:>12,.2f} {self.unit:<8} {self.bound:<10}{verdict}"


def at_most(name: str, value: float, unit: str, bound: float) -> Figure:
    return Figure(name, value, unit, f"≤ {bound:g}", value <= bound)


def at_least(name: str, value: float, unit: str, bound: float) -> Figure:
    return Figure(name, value, unit, f"≥ {bound:g}", value >= bound)


def main() -> int:
    options = _options()
    if not shutil.which("wrk"):
        sys.stderr.write("wrk is not on this machine (Debian: apt-get install wrk)\n")
        return 2
    folder = Path(tempfile.mkdtemp(prefix="confapp-bench-"))
    os.environ["CONFAPP_INSTANCE"] = str(folder)
    figures: list[Figure] = []
    try:
        figures += prepare(folder)
        figures += measure(options.seconds)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.stdout.write("".join(f"{figure}\n" for figure in figures))
    return 0 if all(figure.holds for figure in figures) else 1


def prepare(folder: Path) -> list[Figure]:
    """Import both conferences and write the PDF, each with its time."""
    run("db", "upgrade")
    made_up = folder / "made-up.json"
    made_up.write_text(json.dumps(made_up_case(), ensure_ascii=False), encoding="utf-8")
    return [
        at_most(
            "import of 1884 with edition", run("case", "import", str(MERIDIAN), "--publish"), "s", MOST_IMPORT_SECONDS
        ),
        Figure("import of the made-up conference", run("case", "import", str(made_up), "--publish"), "s"),
        at_most("PDF of 1884", pdf_seconds(folder), "s", MOST_PDF_SECONDS),
    ]


def pdf_seconds(folder: Path) -> float:
    out = str(folder / "1884.pdf")
    return run("proceedings", "export", "meridian-1884", "--edition", "1", "--format", "pdf", "--out", out)


def run(*arguments: str) -> float:
    start = time.monotonic()
    subprocess.run([servers.CONFAPP, *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - start


def measure(seconds: int) -> list[Figure]:
    port, hello_port = servers.free_port(), servers.free_port()
    with servers.running(servers.hello(hello_port), hello_port):
        hello = requests_per_second(f"http://127.0.0.1:{hello_port}/", seconds)
        figures = [Figure("hello", hello, "req/s")]
        environment = {"CONFAPP_BASE_URL": f"http://127.0.0.1:{port}"}
        with servers.running(servers.confapp(port), port, environment) as process:
            site = f"http://127.0.0.1:{port}"
            for name, path in PAGES.items():
                figures += page_figures(name, site + path, hello, seconds)
            figures += weights(site)
            for pid in servers.workers_of(process):
                figures.append(at_most(f"worker {pid}, resident", servers.resident_mib(pid), "MiB", MOST_WORKER_MIB))
                figures.append(Figure(f"worker {pid}, its share", servers.memory_mib(pid), "MiB"))
    return figures


def page_figures(name: str, url: str, hello: float, seconds: int) -> list[Figure]:
    body, headers = fetch(url)
    page = requests_per_second(url, seconds)
    unchanged = requests_per_second(url, seconds, {"If-None-Match": headers["ETag"]})
    figures = [
        Figure(f"{name}", page, "req/s"),
        at_least(f"{name}, to hello", page / hello, "", PAGE_RATIO),
        at_least(f"{name}, 304 to hello", unchanged / hello, "", UNCHANGED_RATIO),
        Figure(f"{name}, compressed", len(body), "bytes"),
    ]
    if name == "schedule of 400":
        figures[-1] = at_most(f"{name}, compressed", len(body), "bytes", MOST_SCHEDULE_BYTES)
    return figures


def weights(site: str) -> list[Figure]:
    """What a first visit to the proceedings loads: the page with its styles and scripts, and the fonts of its text."""
    page = fetch(site + PAGES["proceedings"], encoding="identity")[0].decode()
    styles = re.findall(r'<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"', page)
    scripts = re.findall(r'<script[^>]+src="([^"]+)"', page)
    size = len(fetch(site + PAGES["proceedings"])[0])
    size += sum(len(fetch(site + path)[0]) for path in [*styles, *scripts])
    fonts = {font for style in styles for font in latin_fonts(site + style)}
    font_bytes = sum(len(fetch(font)[0]) for font in fonts)
    return [
        at_most("proceedings with styles and scripts", size, "bytes", MOST_PAGE_BYTES),
        at_most("fonts of a Latin text", font_bytes, "bytes", MOST_FONT_BYTES),
    ]


def latin_fonts(style: str) -> set[str]:
    """Where the faces of a stylesheet are whose range has plain Latin letters."""
    faces = re.findall(r"@font-face\s*{[^}]*}", fetch(style, encoding="identity")[0].decode())
    latin = (face for face in faces if LATIN.search(face))
    return {urljoin(style, path) for face in latin for path in re.findall(r"url\([\"']?([^\"')]+\.woff2)", face)}


def fetch(url: str, encoding: str = "br") -> tuple[bytes, dict[str, str]]:
    request = urllib.request.Request(url, headers={"Accept-Encoding": encoding, "Accept-Language": "en"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read(), dict(answer.headers)


def requests_per_second(url: str, seconds: int, headers: dict[str, str] | None = None) -> float:
    """Wrk with eight connections; the first second only warms every worker."""
    for _ in range(24):
        fetch(url)
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s"]
    for name, value in {"Accept-Encoding": "br", "Accept-Language": "en", **(headers or {})}.items():
        command += ["-H", f"{name}: {value}"]
    done = subprocess.run([*command, url], check=True, capture_output=True, text=True)
    if wrong := re.search(r"Non-2xx or 3xx responses: (\d+)", done.stdout):
        raise RuntimeError(f"{url}: {wrong[1]} wrong answers")
    found = re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
    assert found, done.stdout
    return float(found[1])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=15, help="how long each page is asked for")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
