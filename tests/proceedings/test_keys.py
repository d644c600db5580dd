from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from confapp.proceedings.keys import (
    KeyFileError,
    _place,
    decode,
    encode,
    fingerprint,
    key_named,
    load_private,
    load_public,
    private_paths,
    public_pem,
    rotate,
    signing_key,
)
from confapp.proceedings.shape import is_fingerprint
from tests.proceedings.samples import KEY


def test_the_first_need_makes_a_key(tmp_path):
    first = signing_key(tmp_path / "keys")
    assert signing_key(tmp_path / "keys").private_bytes_raw() == first.private_bytes_raw()


def test_private_keys_are_for_their_owner_alone(tmp_path):
    signing_key(tmp_path / "keys")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "keys").iterdir()}
    assert modes == {"signing-0001.pem": 0o600, "signing-0001.pub.pem": 0o644}
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700


def test_all_who_need_the_first_key_at_once_get_the_same(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda _: signing_key(tmp_path), range(16)))
    assert len({fingerprint(key.public_key()) for key in keys}) == 1
    assert len(private_paths(tmp_path)) == 1


def test_a_key_that_is_there_is_never_written_over(tmp_path):
    _place(tmp_path / "key", b"first", 0o600)
    _place(tmp_path / "key", b"second", 0o600)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("key", b"first")]


def test_a_new_key_signs_and_the_old_one_stays(tmp_path):
    old = fingerprint(signing_key(tmp_path).public_key())
    new = fingerprint(rotate(tmp_path).public_key())
    assert fingerprint(signing_key(tmp_path).public_key()) == new != old
    found = key_named(tmp_path, old)
    assert found is not None
    assert fingerprint(found.public_key()) == old
    assert key_named(tmp_path, "SHA256:unknown") is None


def test_the_public_half_is_written_for_handing_out(tmp_path):
    key = signing_key(tmp_path)
    public = load_public((tmp_path / "signing-0001.pub.pem").read_bytes())
    assert fingerprint(public) == fingerprint(key.public_key())


def test_a_fingerprint_has_one_form():
    assert is_fingerprint(fingerprint(KEY.public_key()))
    assert not is_fingerprint(fingerprint(KEY.public_key()).lower())


def test_bytes_come_back():
    assert [decode(encode(bytes(range(length)))) for length in range(5)] == [bytes(range(n)) for n in range(5)]


def test_files_without_a_usable_key_are_refused(tmp_path):
    other = rsa.generate_private_key(65537, 2048)
    wrong = tmp_path / "signing-0001.pem"
    wrong.write_bytes(other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    with pytest.raises(KeyFileError, match="not an Ed25519 key"):
        load_private(wrong)
    with pytest.raises(KeyFileError, match="not an Ed25519 one"):
        load_public(other.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    wrong.write_text("nothing")
    with pytest.raises(KeyFileError, match="cannot be read"):
        signing_key(tmp_path)
    with pytest.raises(KeyFileError, match="BEGIN PUBLIC KEY"):
        load_public(public_pem(KEY.public_key())[:40])
