from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from confapp.proceedings.format import to_bytes
from confapp.proceedings.keys import fingerprint, public_pem
from confapp.proceedings.sealing import redact
from confapp.proceedings.verify_command import verify
from tests.proceedings.samples import KEY, OTHER_KEY, sealed
from tests.proceedings.test_format import NOW

FINGERPRINT = fingerprint(KEY.public_key())


def run(*arguments):
    done = CliRunner().invoke(verify, [str(one) for one in arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def digest(document):
    return f"sha256:{document['tree']['root']}"


@pytest.fixture
def edition(tmp_path):
    path = tmp_path / "1.json"
    path.write_bytes(to_bytes(sealed()))
    return path


@pytest.fixture
def chain(tmp_path):
    """Editions 1 to 3 in a folder, the last with another key."""
    folder = tmp_path / "editions"
    folder.mkdir()
    previous = None
    for number, key in enumerate((KEY, KEY, OTHER_KEY), 1):
        document = sealed(number, previous, key)
        (folder / f"{number}.json").write_bytes(to_bytes(document))
        previous = digest(document)
    (folder / "1.csl.json").write_text("[]")
    (folder / "1.pdf").write_text("")
    return folder


def test_a_good_edition(edition):
    done = run(edition)
    assert done.exit_code == 0
    assert (
        done.output
        == f"""\
OK: {edition}
  Proceedings of the International Meridian Conference (edition 1, published 2026-11-21T12:00:00Z)
  digest  {digest(sealed())}
  key     {FINGERPRINT}  (compare it with the publisher's, or give it as --key)
  2 sections and 6 paragraphs are as they were signed.
"""
    )


def test_an_altered_edition_names_the_paragraph(edition):
    edition.write_bytes(edition.read_bytes().replace(b"took the chair", b"left the room!"))
    done = run(edition)
    assert done.exit_code == 1
    assert done.output.splitlines()[0] == f"FAILED: {edition}"
    assert done.output.splitlines()[-2:] == [
        "  ✗ Paragraph s1.p2 (section s1) was altered.",
        "  First altered paragraph: s1.p2",
    ]


def test_a_file_cannot_write_its_own_verdict(edition):
    document = sealed()
    document["edition"]["title"] = "A\nOK: all holds\x1b[2J\u202e"
    edition.write_bytes(to_bytes(document))
    assert run(edition).output.splitlines()[1].startswith("  A�OK: all holds�[2J� (edition 1")


def test_a_black_out_is_told(edition):
    edition.write_bytes(to_bytes(redact(sealed(), "s1.p2", "By order of a court", KEY, at=NOW)))
    done = run(edition)
    assert done.exit_code == 0
    assert done.output.splitlines()[-1] == "  blacked out: s1.p2, 2026-11-23T12:00:00Z: By order of a court"


def test_many_problems_are_counted(edition):
    document = sealed()
    document["tree"]["sections"][0]["leaves"] += [{"id": f"x{number}", "hash": "0" * 64} for number in range(40)]
    edition.write_bytes(to_bytes(document))
    assert "  … and 21 more (--json lists all)." in run(edition).output.splitlines()


@pytest.mark.parametrize("key", ["fingerprint", "file"])
def test_the_trusted_key_is_compared(edition, tmp_path, key):
    given = {}
    for name, private in (("own", KEY), ("other", OTHER_KEY)):
        path = tmp_path / f"{name}.pem"
        path.write_bytes(public_pem(private.public_key()))
        given[name] = fingerprint(private.public_key()) if key == "fingerprint" else str(path)
    assert run(edition, "--key", given["own"]).exit_code == 0
    assert "(the key you trust)" in run(edition, "--key", given["own"]).output
    other = run(edition, "--key", given["other"])
    assert other.exit_code == 1
    assert "✗ The edition is signed with another key than the one you trust" in other.output


@pytest.mark.parametrize("key", ["nowhere.pem", "SHA256:short", "{edition}", "."])
def test_a_key_that_is_none_is_refused(edition, key):
    done = run(edition, "--key", key.format(edition=edition))
    assert done.exit_code == 2
    assert "Error: Invalid value" in done.output


def test_report_as_json(edition):
    report = json.loads(run(edition, "--json").output)
    assert (report["ok"], report["digest"], report["fingerprint"]) == (True, digest(sealed()), FINGERPRINT)
    edition.write_bytes(edition.read_bytes().replace(b"took the chair", b"left the room!"))
    report = json.loads(run(edition, "--json").output)
    assert (report["ok"], report["first_altered"], report["problems"][0]["code"]) == (
        False,
        "s1.p2",
        "paragraph_altered",
    )


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"hello", b"[1]", b'{"a": 1}', b"[" * 50_000])
def test_other_files_are_answered_with_a_sentence(edition, content):
    edition.write_bytes(content)
    done = run(edition)
    assert done.exit_code == 1
    assert done.output.startswith("FAILED: ")


def test_a_missing_file(tmp_path):
    done = run(tmp_path / "no.json")
    assert (done.exit_code, done.output.splitlines()[-1]) == (1, "  ✗ There is no such file.")


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.json")
    assert run(tmp_path / "pipe.json").exit_code == 1


def test_a_whole_chain(chain):
    done = run(chain)
    assert done.exit_code == 0
    assert done.output.splitlines()[-1] == f"OK: all 3 editions in {chain} hold, and so does their chain."
    assert "meridian-1884: the editions are signed with 2 different keys" in done.output


def test_a_chain_with_the_keys_of_both_times(chain):
    both = ("--key", FINGERPRINT, "--key", fingerprint(OTHER_KEY.public_key()))
    assert (run(chain, *both).exit_code, run(chain, *both[:2]).exit_code) == (0, 1)


def test_a_copy_with_a_black_out_is_the_same_edition(chain):
    (chain / "1-public.json").write_bytes(to_bytes(redact(sealed(), "s1.p2", "Court", KEY, at=NOW)))
    assert run(chain).exit_code == 0


def test_a_missing_edition_is_named(chain):
    (chain / "2.json").unlink()
    done = run(chain)
    assert done.exit_code == 1
    assert "  ✗ meridian-1884: edition 2 is missing; the newest here is edition 3." in done.output


def test_a_fork_is_named(chain):
    (chain / "2b.json").write_bytes(to_bytes(sealed(2, digest(sealed()), OTHER_KEY)))
    done = run(chain)
    assert done.exit_code == 1
    assert "  ✗ meridian-1884: there are 2 different editions 2." in done.output


def test_a_broken_chain_is_named(chain):
    (chain / "3.json").write_bytes(to_bytes(sealed(3, "sha256:" + "0" * 64)))
    done = run(chain)
    assert done.exit_code == 1
    assert "  ✗ meridian-1884: edition 3 does not follow edition 2 here." in done.output


def test_an_altered_edition_in_a_chain(chain):
    (chain / "2.json").write_bytes((chain / "2.json").read_bytes()[:-1])
    done = run(chain)
    assert (done.exit_code, done.output.splitlines()[-1]) == (1, f"FAILED: 1 of 3 files in {chain} do not hold.")


def test_an_empty_folder(tmp_path):
    done = run(tmp_path)
    assert done.exit_code == 1
    assert "There are no editions in this folder" in done.output


def test_json_of_a_chain(chain):
    report = json.loads(run(chain, "--json").output)
    assert (report["ok"], [one["number"] for one in report["editions"]]) == (True, [1, 2, 3])


def test_it_starts_without_the_application(edition):
    program = f"""
import sys
from confapp.cli import cli
try:
    cli(["verify", {str(edition)!r}])
finally:
    heavy = {{"flask", "sqlalchemy", "typst", "babel", "jsonschema"}} & set(sys.modules)
    assert not heavy, heavy
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
