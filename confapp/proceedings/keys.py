"""The keys that sign editions: Ed25519, one file each in the instance folder, never changed, never deleted.

`signing-0001.pem` is the first private key (mode 0600), `signing-0001.pub.pem` its public half for handing out. The
one with the highest number signs; the older ones stay for what they signed, since blacking out a paragraph needs them.
"""

import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

PRIVATE = "signing-[0-9][0-9][0-9][0-9].pem"


class KeyFileError(ValueError):
    """The file holds no key that can be used here; the message is a sentence for people."""


def encode(data: bytes) -> str:
    """base64url without padding."""
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def decode(text: str) -> bytes:
    """The bytes of what `encode` has written."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def fingerprint(public: Ed25519PublicKey) -> str:
    """The name of a key: SHA-256 of its 32 bytes."""
    return "SHA256:" + encode(sha256(public.public_bytes_raw()).digest())


def describe(public: Ed25519PublicKey) -> dict[str, str]:
    """A key as an edition states it."""
    return {"id": fingerprint(public), "algorithm": "Ed25519", "public": encode(public.public_bytes_raw())}


def signing_key(folder: Path) -> Ed25519PrivateKey:
    """The key that signs now; made on first need. Two processes that need it at once get the same one."""
    paths = private_paths(folder)
    return load_private(paths[-1]) if paths else _create(folder, 1)


def rotate(folder: Path) -> Ed25519PrivateKey:
    """Make a new key that signs from now on."""
    return _create(folder, len(private_paths(folder)) + 1)


def key_named(folder: Path, name: str) -> Ed25519PrivateKey | None:
    """The private key with this fingerprint, where this place has it."""
    keys = (load_private(path) for path in reversed(private_paths(folder)))
    return next((key for key in keys if fingerprint(key.public_key()) == name), None)


def private_paths(folder: Path) -> list[Path]:
    """The private keys' files, oldest first."""
    return sorted(folder.glob(PRIVATE))


def load_private(path: Path) -> Ed25519PrivateKey:
    """Read a private key's file."""
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise KeyFileError(f"The signing key {path} cannot be read ({error}).") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFileError(f"The signing key {path} is not an Ed25519 key.")
    return key


def load_public(data: bytes) -> Ed25519PublicKey:
    """Read a public key's file."""
    try:
        key = load_pem_public_key(data)
    except (ValueError, UnsupportedAlgorithm):
        raise KeyFileError(
            "The file holds no public key (it should begin with “-----BEGIN PUBLIC KEY-----”)."
        ) from None
    if not isinstance(key, Ed25519PublicKey):
        raise KeyFileError("The file holds a public key, but not an Ed25519 one.")
    return key


def public_pem(public: Ed25519PublicKey) -> bytes:
    """A public key as a file to hand out."""
    return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def _create(folder: Path, number: int) -> Ed25519PrivateKey:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"signing-{number:04}.pem"
    fresh = Ed25519PrivateKey.generate()
    _place(path, fresh.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), 0o600)
    key = load_private(path)
    _place(path.with_suffix(".pub.pem"), public_pem(key.public_key()), 0o644)
    return key


def _place(path: Path, data: bytes, mode: int) -> None:
    """Write a file that appears whole or not at all, and leave one that is there already."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        path.hardlink_to(fresh)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
