"""Which key grades: a file's, or what a variable of the environment holds, as CI keeps secrets."""

import base64
import binascii
import os
import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from grader.errors import IsolationError, KeyFileError, UsageError

if TYPE_CHECKING:
    from grader.course import AnswerKey, Lesson

_VARIABLE = "env:"
_NAME = re.compile(r"[A-Za-z_]\w{0,99}", re.ASCII)


def add_options(parser: ArgumentParser, told: str) -> None:
    """`--key KEY` and `--sealed FILE`; `told` says what the key is for."""
    parser.add_argument(
        "--key",
        metavar="KEY",
        help=f"{told}: its file, or env:NAME for what that variable holds, "
        "a whole key as base64 or the secret of a sealed one",
    )
    parser.add_argument(
        "--sealed",
        type=Path,
        metavar="FILE",
        help="the sealed key that the secret opens (default: sealed.key beside the exercise)",
    )


@dataclass(frozen=True)
class Named:
    """What `--key` names: a whole key, or the secret of a sealed one, which is never shown."""

    name: str
    """What an error calls it."""
    key: bytes = field(default=b"", repr=False)
    secret: bytes = field(default=b"", repr=False)
    sealed: Path | None = None
    folder: Path | None = None
    """Where its file lies, if it has one."""

    def of(self, lesson: "Lesson") -> "AnswerKey":
        """The key for an exercise; raises KeyFileError where there is none that can be used."""
        from grader.course import SEALED_KEY, decode_key, unseal

        if not self.secret:
            return decode_key(self.key, self.name)
        path = self.sealed or lesson.folder / SEALED_KEY
        try:
            data = path.read_bytes()
        except OSError as error:
            raise KeyFileError(
                "{name} has the secret of a sealed key, and no such key is at {path} ({strerror}); "
                "`grader key seal` makes one",
                name=self.name,
                path=path,
                strerror=error.strerror,
            ) from None
        return decode_key(unseal(data, self.secret, path.name), path.name)


def named(args: Namespace) -> Named | None:
    """What the options name; None where no key is named.

    A variable is taken out of the environment, so that no process that is started later has it.
    """
    if args.key is None:
        if args.sealed is not None:
            raise UsageError("--sealed needs the secret that opens it: --key env:NAME")
        return None
    found = _of_variable(args) if args.key.startswith(_VARIABLE) else _of_file(args)
    if args.sealed is not None and not found.secret:
        raise UsageError("{name} is a whole key, and --sealed goes with a secret", name=found.name)
    return found


def secret(text: str) -> bytes:
    """The secret of sealed keys that a file or a variable holds."""
    found = named(Namespace(key=text, sealed=None))
    if found is None or not found.secret:
        raise UsageError("there is a whole key in {name}, and no secret", name=text)
    return found.secret


def must_be_hidden(args: Namespace) -> None:
    """Raise UsageError where the file that is graded could read the variable with the key."""
    if (args.key or "").startswith(_VARIABLE) and args.isolation == "open":
        raise UsageError(
            "{key} is a secret, and without isolation the file that is graded could read it; "
            "add --isolation auto",
            key=_VARIABLE + _name(args.key),
        )


def must_not_be_secret(args: Namespace, keys: "Iterable[AnswerKey]") -> None:
    """Raise IsolationError for a secret key where `auto` has found no isolation.

    The file that is graded could read it there. That it may has to be said.
    """
    if vars(args).get("trust_submissions") or all(key.seed_is_public for key in keys):
        return
    raise IsolationError(
        "{key} is a secret, and no isolation can be had here, without which the file that is "
        "graded could read it; `grader doctor` says what is missing, and without --key the public "
        "key is used",
        key=args.key,
    )


def _of_variable(args: Namespace) -> Named:
    value = os.environ.pop(_name(args.key), "").encode("utf-8", "surrogateescape")
    if not value.strip():
        raise UsageError(
            "--key {key}: the variable is not set, or it is empty, as in a run to which a platform "
            "gives no secrets; without --key the public key is used",
            key=args.key,
        )
    found = _read(value, args)
    if found is None:
        raise KeyFileError(
            "{key} holds neither a whole key as base64 nor the secret of a sealed one", key=args.key
        )
    return found


def _name(key: str) -> str:
    """The name of the variable. What stands in its place by mistake may be a secret: it is not
    shown."""
    name = key.removeprefix(_VARIABLE)
    if not _NAME.fullmatch(name):
        raise UsageError(
            "after env: stands the name of a variable and not what it holds: --key env:GRADER_KEY"
        )
    return name


def _of_file(args: Namespace) -> Named:
    from grader.course import MAGIC, key_file

    if _read(args.key.encode("utf-8", "surrogateescape"), args) is not None:
        raise UsageError(
            "a key and its secret are not for the command line, where other users see them; "
            "keep it in a variable, and name that: --key env:GRADER_KEY"
        )
    path = Path(args.key)
    data = key_file(path)
    found = None if data.startswith(MAGIC) else _read(data, args)
    return replace(found or Named("", key=data), name=path.name, folder=path.parent)


def _read(value: bytes, args: Namespace) -> Named | None:
    """What is in some bytes; None where it is neither a key as base64 nor a secret."""
    from grader.course import MAGIC, is_secret

    value = b"".join(value.split())  # base64 comes in lines
    if is_secret(value):
        return Named(args.key, secret=value, sealed=args.sealed)
    if not value.startswith(base64.b64encode(MAGIC)):
        return None
    try:
        # One that was cut off is decoded as far as it goes: its checksum will not fit.
        key = base64.b64decode(value[: len(value) // 4 * 4])
    except binascii.Error:
        key = MAGIC
    return Named(args.key, key=key)
