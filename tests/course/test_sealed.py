"""A sealed key: anybody may have its file, and nobody reads it without the secret."""

import sys

import pytest

from grader.course import (
    SEALED_MAGIC,
    decode_key,
    encode_key,
    is_secret,
    new_secret,
    read_key,
    seal,
    unseal,
)
from grader.errors import KeyFileError, UsageError


def test_a_sealed_key_is_opened_by_its_secret(toy_key):
    """Byte for byte the same, and the secret is short enough for any platform's store."""
    data, secret = encode_key(toy_key), new_secret()
    sealed = seal(data, secret)
    assert unseal(sealed, secret, "sealed.key") == data
    assert is_secret(secret) and len(secret) == 44
    assert not any(word in sealed for word in (data[-500:], secret, b"mean_values"))
    assert len(sealed) < len(data) + 150


def test_another_secret_does_not_open_it(toy_key):
    """And the error does not show the one that was tried."""
    other = new_secret()
    with pytest.raises(KeyFileError, match="does not open") as error:
        unseal(seal(encode_key(toy_key), new_secret()), other, "sealed.key")
    assert other.decode() not in str(error.value)


@pytest.mark.parametrize("at", [len(SEALED_MAGIC), 40, 500, -1])
def test_what_was_changed_is_not_opened(toy_key, at):
    """Not one byte, wherever it is; nor one that was cut off."""
    secret = new_secret()
    sealed = bytearray(seal(encode_key(toy_key), secret))
    with pytest.raises(KeyFileError, match="damaged"):
        unseal(bytes(sealed[: len(sealed) // 2]), secret, "sealed.key")
    sealed[at] ^= 1
    with pytest.raises(KeyFileError, match="damaged"):
        unseal(bytes(sealed), secret, "sealed.key")


def test_only_a_sealed_key_is_opened_with_a_secret(toy_key, tmp_path):
    """And one that is sealed is not read as if it were not: each error says what goes where."""
    secret, path = new_secret(), tmp_path / "sealed.key"
    with pytest.raises(KeyFileError, match="not a sealed key"):
        unseal(encode_key(toy_key), secret, "answers.key")
    path.write_bytes(seal(encode_key(toy_key), secret))
    with pytest.raises(KeyFileError, match="--sealed for this file"):
        read_key(path)
    assert decode_key(unseal(path.read_bytes(), secret, ""), "").exercise == "ex1"


@pytest.mark.parametrize("text", [b"", b"GRADER_KEY", b"A" * 44, b"A" * 40 + b"=", b"\xff" * 44])
def test_the_form_of_a_secret(text):
    """32 bytes as base64, and nothing else."""
    assert not is_secret(text)


def test_without_the_package_a_line_says_what_to_install(monkeypatch):
    """It is an extra: whoever has no sealed key needs none of it."""
    monkeypatch.setitem(sys.modules, "cryptography", None)
    with pytest.raises(UsageError, match=r"grader\[ci\]"):
        new_secret()
