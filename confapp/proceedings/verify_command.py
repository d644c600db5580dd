"""`confapp verify`: needs no application and no database, so that it starts at once."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from confapp.proceedings import shape
from confapp.proceedings.keys import KeyFileError, fingerprint, load_public
from confapp.proceedings.report import ChainReport, Report
from confapp.proceedings.verify import verify_file, verify_folder

SHOWN = 20
KEY_FILE_BYTES = 100_000


@click.command("verify")
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--key",
    "keys",
    multiple=True,
    metavar="FILE|FINGERPRINT",
    help="The key that you trust: its public file or its fingerprint. May be given again after a change of keys.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.pass_context
def verify(context: click.Context, path: Path, keys: Sequence[str], *, as_json: bool) -> None:
    """Check an exported edition, or a folder of them with their chain, offline."""
    trusted = [_fingerprint(key) for key in keys]
    report = verify_folder(path, expected_keys=trusted) if path.is_dir() else _verify_file(path, trusted)
    if as_json:
        click.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
    else:
        lines = _chain_lines(report, trusted) if isinstance(report, ChainReport) else _lines(report, trusted)
        click.echo("\n".join(map(_plain, lines)))
    context.exit(0 if report.ok else 1)


def _plain(line: str) -> str:
    """A file that does not hold may say anything; nothing in it shall move the cursor or turn the line around."""
    return "".join(character if character.isprintable() else "�" for character in line)


def _verify_file(path: Path, trusted: list[str]) -> Report:
    report = Report(file=str(path))
    if not path.exists():
        report.add("unreadable", "There is no such file.")
    elif not path.is_file():
        report.add("unreadable", "This is neither a file nor a folder.")
    return report if report.problems else verify_file(path, expected_keys=trusted)


def _fingerprint(key: str) -> str:
    """A fingerprint as it was given, or that of the key in the file."""
    if shape.is_fingerprint(key.strip()):
        return key.strip()
    path = Path(key)
    if not path.is_file():
        raise click.BadParameter(f"{key} is neither a file nor a fingerprint (SHA256: and 43 characters).")
    try:
        with path.open("rb") as stream:
            return fingerprint(load_public(stream.read(KEY_FILE_BYTES)))
    except (OSError, KeyFileError) as error:
        raise click.BadParameter(f"{key}: {error}") from None


def _chain_lines(chain: ChainReport, trusted: list[str]) -> list[str]:
    lines = []
    for report in chain.editions:
        lines += [*_lines(report, trusted), ""]
    lines += [f"  · {note}" for note in chain.notes]
    if chain.ok:
        return [*lines, f"OK: all {len(chain.editions)} editions in {chain.folder} hold, and so does their chain."]
    failed = sum(not report.ok for report in chain.editions)
    summary = "FAILED: the chain does not hold."
    if failed:
        summary = f"FAILED: {failed} of {len(chain.editions)} files in {chain.folder} do not hold."
    return [*lines, *(f"  ✗ {problem.message}" for problem in chain.problems), summary]


def _lines(report: Report, trusted: list[str]) -> list[str]:
    verdict = "OK" if report.ok else "FAILED"
    about = [f"{verdict}: {report.file}"]
    if report.digest:
        about += [
            f"  {report.title} (edition {report.number}, published {report.published_at})",
            f"  digest  {report.digest}",
            f"  key     {report.fingerprint}{_trust(report, trusted)}",
        ]
    return about + (_proof(report) if report.ok else _problems(report))


def _trust(report: Report, trusted: list[str]) -> str:
    if not trusted:
        return "  (compare it with the publisher's, or give it as --key)"
    return "  (the key you trust)" if report.fingerprint in trusted else "  (NOT a key you trust)"


def _proof(report: Report) -> list[str]:
    counted = f"  {report.sections} sections and {report.paragraphs} paragraphs are as they were signed."
    return [counted, *(f"  blacked out: {gap.paragraph}, {gap.at}: {gap.reason}" for gap in report.blacked_out)]


def _problems(report: Report) -> list[str]:
    lines = [f"  ✗ {problem.message}" for problem in report.problems[:SHOWN]]
    if len(report.problems) > SHOWN:
        lines.append(f"  … and {len(report.problems) - SHOWN} more (--json lists all).")
    if report.first_altered:
        lines.append(f"  First altered paragraph: {report.first_altered}")
    return lines
