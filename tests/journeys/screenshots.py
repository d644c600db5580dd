"""`make screenshots`: a picture of every kind of page, wide and narrow, light and dark, and one as it prints.

`python -m tests.journeys.screenshots [--url ADDRESS] [KIND …]` takes only some kinds, or those of a running server.
"""

from __future__ import annotations

import argparse
import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.journeys.kinds import KINDS
from tests.plugins.browsers import CHROMIUM, FLAGS, confapp, serving
from tests.plugins.libraries import put_on_shelves

FOLDER = Path("screenshots")
WIDTHS = {"1280": 1280, "360": 360}
SCHEMES = ("light", "dark")
TALLEST = 4000
PRINTED = ("record", "vote")


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--url", help="a server that runs already")
    arguments.add_argument("--lang", default="en")
    arguments.add_argument("--folder", type=Path, default=FOLDER)
    arguments.add_argument("kinds", nargs="*", choices=[[], *KINDS], default=[])
    chosen = arguments.parse_args()
    chosen.folder.mkdir(exist_ok=True)
    with address(chosen.url) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        kinds = {kind: KINDS[kind] for kind in chosen.kinds or KINDS}
        for width in WIDTHS:
            for scheme in SCHEMES:
                take(browser, kinds, chosen.folder, url=url, lang=chosen.lang, width=width, scheme=scheme)
        print_out(browser, kinds, chosen.folder, url)
        browser.close()


@contextlib.contextmanager
def address(url: str | None) -> Iterator[str]:
    """The server that was named, or one of our own with both conferences."""
    if url:
        yield url
        return
    with tempfile.TemporaryDirectory(prefix="confapp-screenshots-") as folder:
        demonstration = Path(folder, "demonstration")
        confapp("db", "upgrade", instance=demonstration)
        confapp("demonstration", instance=demonstration)
        library = put_on_shelves(demonstration, Path(folder, "library"))
        with serving(library.instance) as server:
            yield server.url


def take(
    browser: Browser, kinds: dict[str, str], folder: Path, *, url: str, lang: str, width: str, scheme: str
) -> None:
    """Take one picture per kind; long pages are cut."""
    context = browser.new_context(
        base_url=url, viewport={"width": WIDTHS[width], "height": 800}, color_scheme=scheme, locale=lang
    )
    page = context.new_page()
    for kind, path in kinds.items():
        page.goto(path, wait_until="load")
        page.evaluate("document.fonts.ready")
        height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
        clip = {"x": 0, "y": 0, "width": WIDTHS[width], "height": height}
        page.screenshot(path=folder / f"{kind}-{width}-{scheme}.png", full_page=True, clip=clip)
    context.close()


def print_out(browser: Browser, kinds: dict[str, str], folder: Path, url: str) -> None:
    page = browser.new_page(base_url=url)
    for kind in set(PRINTED) & set(kinds):
        page.goto(kinds[kind], wait_until="load")
        page.pdf(path=folder / f"{kind}-print.pdf", format="A4", prefer_css_page_size=True)


if __name__ == "__main__":
    main()
