"""Look into an answer key, or seal one: it lies encrypted in a repository then, and a short secret
opens it."""

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from grader.cli import courses, which_key
from grader.cli.exit_codes import PASSED
from grader.errors import UsageError

NAME, FOR, HELP = "key", "authors", "look into an answer key, or seal one"

_STANDARD_OUTPUT = Path("-")


def add_arguments(parser: ArgumentParser) -> None:
    """`grader key show KEY` and `grader key seal KEY ...`."""
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    show = actions.add_parser("show", help="print what is in a key")
    show.add_argument("key", metavar="KEY", help="an exercise, or a key's file")
    courses.add_option(show, courses.ANY)
    show.set_defaults(act=_show)
    seal = actions.add_parser(
        "seal",
        help="encrypt secret keys, so that a repository can hold them, and a platform "
        "only the secret that opens them",
    )
    seal.add_argument("keys", nargs="+", type=Path, metavar="KEY", help="a secret key's file")
    seal.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="the sealed key (default: sealed.key beside the exercise)",
    )
    secret = seal.add_mutually_exclusive_group(required=True)
    secret.add_argument(
        "--secret-out", type=Path, metavar="FILE", help="write a new secret there; - prints it"
    )
    secret.add_argument(
        "--secret",
        metavar="FILE",
        help="seal with a secret that there is: its file, or env:NAME for what that variable holds",
    )
    courses.add_option(seal)
    seal.set_defaults(act=_seal)


def run(args: Namespace) -> int:
    """Do what was asked for."""
    args.act(args)
    return PASSED


def _show(args: Namespace) -> None:
    """Print what is in the key."""
    from grader.cli.key_text import render
    from grader.course import read_key

    path = Path(args.key)
    if not path.is_file():
        path = courses.of_ones_own(args.course).lesson(args.key).key_path
    sys.stdout.write(render(read_key(path)))


def _seal(args: Namespace) -> None:
    """Encrypt each key with one secret. Nothing is written before all of it can be."""
    from grader.course import new_secret, seal, write_whole

    if args.output is not None and len(args.keys) > 1:
        raise UsageError("-o is one file, for one key; name one key, or leave -o out")
    places = {path: _place_of(path, args) for path in args.keys}
    if len({*places.values()}) < len(args.keys):
        raise UsageError("two of these keys are of one exercise; name one of them")
    secret = new_secret() if args.secret is None else which_key.secret(args.secret)
    sealed = {place: seal(path.read_bytes(), secret) for path, place in places.items()}
    if args.secret_out is not None:
        _write_secret(args.secret_out, secret)
    for path, place in places.items():
        write_whole(place, sealed[place])
        size = len(sealed[place]) >> 10
        print(f"{place}: {path.name}, sealed, {size} KB; commit it", file=sys.stderr)


def _place_of(path: Path, args: Namespace) -> Path:
    """Where the key's sealed form goes. Raises UsageError for a public key, and for a place where
    something else is."""
    from grader.course import SEALED_KEY, SEALED_MAGIC, must_fit, read_key

    key = read_key(path)
    if key.seed_is_public:
        raise UsageError("{path} is the public key, which every student has", path=path)
    place: Path | None = args.output
    if place is None:
        lesson = courses.of_an_author(args.course).lesson(key.exercise)
        must_fit(key, lesson)
        place = lesson.folder / SEALED_KEY
    if not place.parent.is_dir():
        raise UsageError("there is no folder {folder}", folder=place.parent)
    if place.is_dir() or (place.is_file() and not place.read_bytes().startswith(SEALED_MAGIC)):
        raise UsageError("{place} is there and is no sealed key; name another file", place=place)
    return place


def _write_secret(path: Path, secret: bytes) -> None:
    """Write the secret where nobody else can read it. An earlier one may be that of other keys."""
    if path == _STANDARD_OUTPUT:
        print(secret.decode())
        return
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise UsageError(
            "{path} is there: it may be the secret of other keys; to seal with that one: "
            "--secret {path}",
            path=path,
        ) from None
    except OSError as error:
        raise UsageError(
            "{path} can't be written: {strerror}", path=path, strerror=error.strerror
        ) from None
    with open(number, "wb") as file:
        file.write(secret + b"\n")
    print(
        f"{path}: the secret; put it into the platform's secret store, then delete it here",
        file=sys.stderr,
    )
