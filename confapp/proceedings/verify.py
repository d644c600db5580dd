"""Verify editions offline: no database, no application, nothing but the file.

An edition holds when its bytes are the canonical form of its content, its hash tree is the one that its content
gives, and the key that it names has signed the tree's root. Everything but the signatures is under that root. Which
key to trust is for the reader to say: `expected_keys`, or the fingerprint compared by eye.
"""

from collections import defaultdict
from collections.abc import Collection
from pathlib import Path
from typing import cast

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from confapp.proceedings import canonical, shape
from confapp.proceedings.comparison import compare_paragraphs, compare_sections
from confapp.proceedings.format import Document, paragraph_id, paragraphs_of, place, redaction_bytes, signed_bytes
from confapp.proceedings.keys import decode, describe
from confapp.proceedings.locate import paragraph_at
from confapp.proceedings.report import BlackOut, ChainReport, Report
from confapp.proceedings.tree import digest_of, header_hash, root_hash, tree_of

TOO_LARGE = f"The file is larger than an edition may be ({canonical.MAX_BYTES // 2**20} MB)."


def verify_document(
    data: bytes, *, expected_keys: Collection[str] = (), previous: str | None = None, file: str = ""
) -> Report:
    """Check one edition; `previous` is the digest of the edition before it, where the caller has it."""
    report = Report(file=file)
    document = _read(data, report)
    if document is None:
        return report
    _identify(document, report)
    _check_content(document, report)
    _check_signatures(document, report)
    if expected_keys and report.fingerprint not in expected_keys:
        wanted = " or ".join(sorted(expected_keys))
        report.add("key", f"The edition is signed with another key than the one you trust ({wanted}).")
    if previous is not None and report.previous != previous:
        report.add("previous", f"The edition does not follow the one before it: it names {report.previous} instead.")
    return report


def verify_file(path: Path, *, expected_keys: Collection[str] = ()) -> Report:
    """Check one file."""
    report = Report(file=str(path))
    try:
        with path.open("rb") as stream:
            data = stream.read(canonical.MAX_BYTES + 1)
    except OSError as error:
        report.add("unreadable", f"The file cannot be read: {error.strerror or error}.")
        return report
    return verify_document(data, expected_keys=expected_keys, file=str(path))


def verify_folder(path: Path, *, expected_keys: Collection[str] = ()) -> ChainReport:
    """Check every edition in a folder (`*.json`, citations aside) and the chain that they form."""
    chain = ChainReport(folder=str(path))
    files = sorted(one for one in path.glob("*.json") if one.is_file() and not one.name.endswith(".csl.json"))
    if not files:
        chain.add("empty", "There are no editions in this folder (no files that end in .json).")
    chain.editions = [verify_file(one, expected_keys=expected_keys) for one in files]
    by_conference = defaultdict(list)
    for report in chain.editions:
        if report.conference is not None:
            by_conference[report.conference].append(report)
    for conference, reports in sorted(by_conference.items()):
        _check_chain(conference, reports, chain)
    return chain


def _read(data: bytes, report: Report) -> Document | None:
    """The document, as far as it can be read; everything against its bytes and its members is in the report."""
    if len(data) > canonical.MAX_BYTES:
        report.add("too_large", TOO_LARGE)
        return None
    text = _text(data, report)
    try:
        value = canonical.parse(text)
    except canonical.JsonError as error:
        _report_unparsed(text, error, report)
        return None
    faults = shape.faults_of_head(value)
    for fault in faults:
        report.add("form", fault.message, fault.section, fault.paragraph or paragraph_at(text, None))
    if faults or not _compare_spelling(value, text, report):
        return None
    return cast("Document", value)


def _text(data: bytes, report: Report) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        report.add("encoding", f"The file is not UTF-8 at byte {error.start + 1}.")
        return data.decode(errors="replace")


def _report_unparsed(text: str, error: canonical.JsonError, report: Report) -> None:
    paragraph = paragraph_at(text, error.position)
    at = f" at character {error.position + 1}" if error.position is not None else ""
    within = f" It breaks in paragraph {paragraph}." if paragraph else ""
    report.add("json", f"The file cannot be read as an edition: {error}{at}.{within}", None, paragraph)


def _compare_spelling(value: object, text: str, report: Report) -> bool:
    """Note where the text is not the canonical form; whether checking can go on."""
    try:
        canonical.check(value)
    except canonical.CanonicalError as error:
        sentence = f"The edition is not in canonical form: {error} ({place(value, error.path)})."
        report.add("canonical", sentence, None, paragraph_id(value, error.path))
    try:
        expected = canonical.dump(value).decode()
    except (UnicodeEncodeError, RecursionError):
        return False
    if expected != text:
        pairs = enumerate(zip(expected, text, strict=False))
        position = next((index for index, (one, other) in pairs if one != other), min(len(expected), len(text)))
        sentence = "The file is not written in canonical form (white space, order of members or escapes differ)"
        report.add("canonical", f"{sentence}, first at character {position + 1}.", None, paragraph_at(text, position))
    return True


def _identify(document: Document, report: Report) -> None:
    edition = cast("dict[str, str]", document["edition"])
    report.fingerprint = document["key"]["id"]
    report.digest = digest_of(document["tree"])
    report.conference = str(document["conference"]["slug"])
    report.title = edition["title"]
    report.number = int(edition["number"])
    report.previous = edition["previous"]
    report.published_at = edition["published_at"]
    report.sections = len(document["sections"])
    report.paragraphs = sum(1 for _ in paragraphs_of(document))


def _check_content(document: Document, report: Report) -> None:
    tree, sections = document["tree"], document["sections"]
    count = len(report.problems)
    if header_hash(document) != tree["header"]:
        report.add("header", "What stands before the text (conference, edition or key) was altered.")
    report.problems += compare_paragraphs(sections, tree) + compare_sections(sections, tree)
    plain = cast("list[dict[str, object]]", sections)
    for fault in (*shape.faults_of_sections(plain), *shape.faults_of_ids(plain)):
        report.add("form", *fault)
    if root_hash(tree["header"], [branch["hash"] for branch in tree["sections"]]) != tree["root"]:
        report.add("root", "The root of the hash tree does not follow from its parts: hashes were altered.")
    if len(report.problems) == count and tree_of(document, sections) != tree:
        report.add("tree", "The hash tree is not the one that the text gives.")


def _check_signatures(document: Document, report: Report) -> None:
    public = Ed25519PublicKey.from_public_bytes(decode(document["key"]["public"]))
    if describe(public) != document["key"]:
        report.add("key", "The key's fingerprint does not belong to the key.")
    digest = digest_of(document["tree"])
    if not _is_signed(public, document["signature"], signed_bytes(digest)):
        report.add("signature", "The signature does not hold: the key that the edition names did not sign this digest.")
    faulty = {problem.paragraph for problem in report.problems}
    for gap in paragraphs_of(document):
        if "redacted" not in gap or gap["id"] in faulty:
            continue
        report.blacked_out.append(BlackOut(gap["id"], gap["reason"], gap["at"]))
        if not _is_signed(public, gap["signature"], redaction_bytes(digest, gap)):
            sentence = f"Paragraph {gap['id']} is blacked out, but not by the key of this edition."
            report.add("black_out", sentence, None, gap["id"])


def _is_signed(public: Ed25519PublicKey, signature: str, message: bytes) -> bool:
    try:
        public.verify(decode(signature), message)
    except InvalidSignature:
        return False
    return True


def _check_chain(conference: str, reports: list[Report], chain: ChainReport) -> None:
    digests: dict[int, set[str | None]] = defaultdict(set)
    for report in reports:
        digests[report.number or 0].add(report.digest)
    newest = max(digests)
    for number in range(1, newest):
        if number not in digests:
            chain.add("missing", f"{conference}: edition {number} is missing; the newest here is edition {newest}.")
    for number, found in sorted(digests.items()):
        if len(found) > 1:
            chain.add("fork", f"{conference}: there are {len(found)} different editions {number}.")
    for report in sorted(reports, key=lambda one: (one.number or 0, one.file)):
        before = digests.get((report.number or 0) - 1)
        if before and report.previous not in before:
            sentence = f"{conference}: edition {report.number} does not follow edition {(report.number or 0) - 1} here."
            chain.add("previous", sentence)
    keys = sorted({report.fingerprint for report in reports if report.fingerprint})
    if len(keys) > 1:
        chain.notes.append(f"{conference}: the editions are signed with {len(keys)} different keys: {', '.join(keys)}.")
