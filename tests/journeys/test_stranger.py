"""What somebody who has never seen confapp finds out about the conference of 1884, beginning at the front page."""

from __future__ import annotations

import io
import re
import subprocess
import sys

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.plugins.browsers import environment

PHONE = {"width": 360, "height": 740}
READERS = {
    "with a mouse": {"viewport": {"width": 1280, "height": 900}},
    "without JavaScript": {"java_script_enabled": False, "viewport": {"width": 1280, "height": 900}},
    "on a phone": {"viewport": PHONE, "has_touch": True},
}


@pytest.fixture(params=READERS)
def reader(new_page, request) -> Page:
    """The front page, as three readers open it."""
    page = new_page(**READERS[request.param])
    page.goto("/")
    return page


def main(page: Page):
    return page.get_by_role("main")


def go_to_the_conference(page: Page) -> None:
    main(page).get_by_role("link", name="International Meridian Conference").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("International Meridian Conference")


def part(page: Page, name: str):
    return page.get_by_role("navigation", name="Parts of this conference").get_by_role("link", name=name, exact=True)


def test_finds_how_brazil_voted_on_the_meridian_of_greenwich(reader):
    go_to_the_conference(reader)
    main(reader).get_by_role("link", name="Greenwich is the initial meridian for longitude").click()
    abstaining = main(reader).get_by_role("row").filter(has_text="Abstaining").first
    expect(abstaining.get_by_role("listitem")).to_have_text(["Brazil", "France"])
    abstaining.get_by_role("link", name="Brazil").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Brazil")
    row = main(reader).get_by_role("row").filter(has_text="Greenwich transit instrument")
    expect(row).to_contain_text("Abstained")
    expect(row).to_contain_text("13 October 1884")


def test_finds_who_presided_on_13_october(reader):
    go_to_the_conference(reader)
    part(reader, "Sessions").click()
    row = main(reader).get_by_role("row").filter(has_text="13 October 1884")
    expect(row).to_contain_text("Rear-Admiral C. R. P. Rodgers")
    row.get_by_role("link", name="Fourth session").click()
    expect(main(reader)).to_contain_text(re.compile(r"Presiding\s*Rear-Admiral C\. R\. P\. Rodgers, President"))


def test_finds_which_letters_there_were_and_what_became_of_them(reader):
    go_to_the_conference(reader)
    part(reader, "Letters").click()
    letters = main(reader).locator("ol > li")
    expect(letters).to_have_count(26)
    proposal = letters.filter(has=reader.get_by_role("heading", name="A. S. de Chancourtois"))
    expect(proposal.filter(has_text="Sixth session").first).to_contain_text(
        "Outside instructions; not to be entered upon"
    )


def test_takes_the_pdf_home(reader):
    go_to_the_conference(reader)
    answer = reader.request.get(main(reader).get_by_role("link", name="PDF").first.get_attribute("href"))
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    book = PdfReader(io.BytesIO(answer.body()))
    assert book.metadata.title == "International Meridian Conference. Proceedings"
    assert len(book.pages) > 20
    assert any("Abstaining: Brazil" in " ".join(sheet.extract_text().split()) for sheet in book.pages) or any(
        "Brazil, France" in " ".join(sheet.extract_text().split()) for sheet in book.pages
    )


def test_verifies_the_signed_edition_by_the_commands_that_the_page_names(reader, server, tmp_path):
    go_to_the_conference(reader)
    main(reader).get_by_role("link", name="Verify").first.click()
    command = main(reader).locator("pre").filter(has_text="confapp verify").inner_text().splitlines()[1].split()
    signed = main(reader).get_by_role("link", name="Signed file (JSON)").first.get_attribute("href")
    path = tmp_path / command[2]
    path.write_bytes(reader.request.get(signed).body())
    verified = run(server, *command[1:2], str(path), *command[3:])
    assert (verified.returncode, verified.stderr) == (0, "")
    path.write_bytes(path.read_bytes().replace(b"13 October", b"14 October", 1))
    assert run(server, "verify", str(path)).returncode != 0


def run(server, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "confapp", *arguments],
        env=environment(server.instance),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
