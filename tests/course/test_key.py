"""The answer key's file: read strictly, or refused with what to do."""

import struct

import pytest

from grader.cli.key_text import render
from grader.course import key as keys
from grader.errors import KeyFileError


def test_a_key_survives_its_file(toy_key, tmp_path):
    """Written and read again, it is the same, by its fingerprint too."""
    path = tmp_path / "a.key"
    keys.write_key(path, toy_key)
    again = keys.read_key(path)
    assert keys.encode_key(again) == keys.encode_key(toy_key)
    assert again.fingerprint == toy_key.fingerprint
    assert list(tmp_path.iterdir()) == [path]


def damaged(data: bytes) -> dict[str, bytes]:
    head = len(keys.MAGIC)
    return {
        "not an answer key": b"PK\x03\x04" + data,
        "cut off": data[: head + 3],
        "damaged": data[:-20],
        "checksum": data[:-1] + bytes([data[-1] ^ 1]),
        "update grader": data[:head] + struct.pack(">H", 99) + data[head + 2 :],
        "run `grader build`": data[:head] + struct.pack(">H", 1) + data[head + 2 :],
    }


@pytest.mark.parametrize(
    "message",
    ["not an answer key", "cut off", "damaged", "checksum", "update grader", "run `grader build`"],
)
def test_a_damaged_foreign_or_future_key_is_refused(toy_key, message):
    """Nothing is graded with a key that is not whole."""
    with pytest.raises(KeyFileError, match=message) as error:
        keys.decode_key(damaged(keys.encode_key(toy_key))[message], "answers.key")
    assert error.value.exit_code == 3


def test_a_missing_key_says_how_to_make_one(tmp_path):
    """No key is our failure, not the student's."""
    with pytest.raises(KeyFileError, match="grader build"):
        keys.read_key(tmp_path / "no.key")


def test_a_bomb_of_a_key_is_refused(toy_key, monkeypatch):
    """Compressed zeros beyond the bound are not unpacked."""
    monkeypatch.setattr(keys, "_MAX_BYTES", 100)
    with pytest.raises(KeyFileError, match="too large"):
        keys.decode_key(keys.encode_key(toy_key), "answers.key")


def test_a_key_says_what_is_in_it(toy_key):
    """Origin, cases, mistakes and hints, in words."""
    text = render(toy_key)
    assert "answer key of ex1" in text
    assert "public seed 0" in text
    assert "mean_values" in text
    assert "These are sums" in text


@pytest.mark.slow
def test_a_secret_seed_is_not_in_the_key(toy, numpy_zygote):
    """Who has the key file can't draw it again from its seed."""
    from grader.build.generate import build_key

    key = build_key(toy, numpy_zygote, seed=987654321, public=False, mistakes=())
    assert b"987654321" not in keys.encode_key(key)
    assert key.seed == 0
    assert "a secret seed" in render(key)
