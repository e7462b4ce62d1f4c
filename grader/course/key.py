"""The answer key: inputs, the reference's outcomes, and those of each known mistake.

A file has a magic line, a format version, a checksum, and compressed msgpack. It is data: to read
it, neither the reference nor TensorFlow is needed.
"""

import hashlib
import struct
import zlib
from pathlib import Path

import msgspec

from grader.course.sealed import SEALED_MAGIC
from grader.course.whole import write_whole
from grader.errors import KeyFileError
from grader.text import Message
from grader.wire import Outcome, Returned, Said, Value

MAGIC = b"grader answer key\n"
KEY_VERSION = 5
PUBLIC_SEED = 0
_HEAD = struct.Struct(">H32s")
_MAX_BYTES = 256 * 1024 * 1024


class KeyMistake(msgspec.Struct, frozen=True):
    """A known mistake. `outcomes` maps a check to the cases on which its outcome is kept.

    Where a predicate decides, what it said is kept in place of the value.

    `hints` are the paragraphs of its hint, `traits` those of its function's source: where values
    alone show several causes, it is named only for a function with the same ones.
    """

    name: str
    hints: tuple[str, ...]
    function: str
    outcomes: dict[str, dict[int, Outcome | Said]]
    traits: tuple[str, ...] = ()


class KeyChange(msgspec.Struct, frozen=True):
    """A single change of the reference. `outcomes` maps a check to the cases that are kept.

    `said` completes "a right solution ...", the plainest first: more than one stand there where
    several changes have the same outcomes. `failing` are all cases of a check that it fails, and
    `sketches` has a number for each of them, as bytes of float32: what is made of all its numbers.
    """

    said: list[Message]
    outcomes: dict[str, dict[int, Returned]]
    failing: dict[str, list[int]]
    sketches: dict[str, bytes]


class KeyCheck(msgspec.Struct, frozen=True):
    """The cases of a check, from small to large, and the reference's outcome on each."""

    cases: list[dict[str, Value]]
    expected: list[Outcome]


class StandIn(msgspec.Struct, frozen=True):
    """The reference's function with all that it needs, as a packed tree.

    `holds` are the graded functions that are in it, itself among them.
    """

    tree: bytes
    holds: list[str]


class AnswerKey(msgspec.Struct, frozen=True, omit_defaults=True):
    """All that is needed to grade. It is built once and read many times.

    `sources` are the digests of the files that it was built from, by name; `signatures` are those
    of the reference's functions, `versions` what computed the outcomes. `stand_ins` are those
    of the reference's graded functions that others of them use. `changes` are single changes of
    the reference, the plainest first. `results` are what a function's docstring calls the several
    values that it returns, which a student reads in the stub. `words` are the author's words in
    other languages: by language, from the English text to the other. A key that was built before
    there were these has none, and its bytes and its fingerprint are what they were.
    """

    exercise: str
    sources: dict[str, str]
    seed: int
    seed_is_public: bool
    versions: dict[str, str]
    signatures: dict[str, str]
    checks: dict[str, KeyCheck]
    mistakes: list[KeyMistake]
    stand_ins: dict[str, StandIn]
    changes: list[KeyChange] = msgspec.field(default_factory=list)
    results: dict[str, list[str]] = msgspec.field(default_factory=dict)
    words: dict[str, dict[str, str]] = msgspec.field(default_factory=dict)

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that tell this key from any other."""
        return hashlib.sha256(_encoder.encode(self)).hexdigest()[:16]

    @property
    def evidence(self) -> str:
        """The same of the key without the hints and words, which decide no verdict."""
        silent = [msgspec.structs.replace(mistake, hints=()) for mistake in self.mistakes]
        return msgspec.structs.replace(self, mistakes=silent, words={}).fingerprint


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(AnswerKey, strict=True)


def encode_key(key: AnswerKey) -> bytes:
    """The key as a file's bytes."""
    payload = zlib.compress(_encoder.encode(key), 9)
    return MAGIC + _HEAD.pack(KEY_VERSION, hashlib.sha256(payload).digest()) + payload


def decode_key(data: bytes, name: str) -> AnswerKey:
    """The key in a file's bytes; raises KeyFileError where it can't be used, with what to do."""
    rebuild = Message("run `grader build` in the course, or get the file again")
    start = len(MAGIC) + _HEAD.size
    if data.startswith(SEALED_MAGIC):
        raise KeyFileError(
            "{name} is sealed: --key is for its secret, and --sealed for this file", name=name
        )
    if not data.startswith(MAGIC):
        raise KeyFileError(
            "{name} is not an answer key of grader; {rebuild}", name=name, rebuild=rebuild
        )
    if len(data) < start:
        raise KeyFileError("{name} is cut off; {rebuild}", name=name, rebuild=rebuild)
    version, digest = _HEAD.unpack_from(data, len(MAGIC))
    if version != KEY_VERSION:
        newer = Message("update grader") if version > KEY_VERSION else rebuild
        raise KeyFileError(
            "{name} has format {version}, this grader reads {key_version}; {newer}",
            name=name,
            version=version,
            key_version=KEY_VERSION,
            newer=newer,
        )
    payload = data[start:]
    if hashlib.sha256(payload).digest() != digest:
        raise KeyFileError(
            "{name} is damaged or cut off (its checksum does not fit); {rebuild}",
            name=name,
            rebuild=rebuild,
        )
    try:
        return _decoder.decode(_inflate(payload))
    except (msgspec.MsgspecError, zlib.error) as error:
        raise KeyFileError(
            "{name} can't be read ({error}); {rebuild}", name=name, error=error, rebuild=rebuild
        ) from None


def _inflate(payload: bytes) -> bytes:
    inflater = zlib.decompressobj()
    data = inflater.decompress(payload, _MAX_BYTES)
    if not inflater.eof:
        raise zlib.error("incomplete, or too large")
    return data


def read_key(path: Path) -> AnswerKey:
    """The key in a file; raises KeyFileError when there is none that can be used."""
    return decode_key(key_file(path), path.name)


def key_file(path: Path) -> bytes:
    """The bytes of a key's file; raises KeyFileError where it can't be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise KeyFileError(
            "no answer key at {path} ({strerror}); run `grader build`",
            path=path,
            strerror=error.strerror,
        ) from None


class _WordsAlone(msgspec.Struct):
    words: dict[str, dict[str, str]] = {}


_decoder_of_words = msgspec.msgpack.Decoder(_WordsAlone)


def read_words(path: Path, language: str) -> dict[str, str]:
    """Of a key's file, the author's words in a language; none where it can't be read.

    Whoever grades reads the key, and is told there what is wrong with it.
    """
    try:
        payload = path.read_bytes()[len(MAGIC) + _HEAD.size :]
        return _decoder_of_words.decode(_inflate(payload)).words.get(language, {})
    except (OSError, zlib.error, msgspec.MsgspecError):
        return {}


def write_key(path: Path, key: AnswerKey, *, private: bool = False) -> None:
    """Write the key; a `private` one is its owner's alone."""
    write_whole(path, encode_key(key), private=private)
