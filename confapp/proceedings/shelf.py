"""Forms of editions that take their time, made once and kept in the instance folder by digest."""

from __future__ import annotations

import fcntl
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from confapp.config import current
from confapp.proceedings.exports.formats import FORMATS
from confapp.proceedings.models import Edition
from confapp.proceedings.queries import content_of

FOLDER = "renderings"


def shelved(edition: Edition, name: str, url: str) -> Path:
    """The file of an edition in a form such as `pdf`, made now if nobody has asked for it before.

    `url` is the address that stands in it. Of readers who ask at the same time one makes it, and the others wait.
    """
    return made_once(_place(edition, name, url), lambda: FORMATS[name].write(content_of(edition), url))


def made_once(path: Path, make: Callable[[], bytes]) -> Path:
    """The file at the path, made now if it is not there; of readers who ask at the same time one makes it."""
    if not path.exists():
        with _alone(path.parent):
            if not path.exists():
                _put(path, make())
    return path


def _place(edition: Edition, name: str, url: str) -> Path:
    """Under the digest, the version (a paragraph may have been blacked out) and the address, for a site that moves."""
    digest = edition.digest.removeprefix("sha256:")
    address = sha256(url.encode()).hexdigest()[:8]
    return current().instance / FOLDER / f"{digest}-{edition.version}-{address}{FORMATS[name].suffix}"


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One at a time on this machine: a rendering takes a processor and much memory."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _put(path: Path, content: bytes) -> None:
    """Whole or not at all, for whoever looks meanwhile."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
