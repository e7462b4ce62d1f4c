"""What can be asked of grader on the command line, and what `--help` says of it."""

import argparse
from pathlib import Path

from grader import __version__


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; `command` names what is to be done."""
    root = argparse.ArgumentParser(
        prog="grader", description="Exercises in machine learning, checked by machine."
    )
    root.add_argument("--version", action="version", version=f"grader {__version__}")
    commands = root.add_subparsers(required=True, metavar="COMMAND")
    _add_check(commands)
    listing = commands.add_parser("list", help="show the exercises")
    listing.set_defaults(command="list")
    _add_batch(commands)
    _add_record(commands)
    _add_build(commands)
    verify = commands.add_parser("verify", help="the course checks itself (for instructors)")
    verify.add_argument("exercises", nargs="*", metavar="EXERCISE", help="all when none is named")
    verify.add_argument("--quick", action="store_true", help="one key, and fewer random seeds")
    verify.set_defaults(command="verify")
    _add_data(commands)
    doctor = commands.add_parser("doctor", help="which isolation can be had here")
    doctor.set_defaults(command="doctor")
    key = commands.add_parser("key", help="look into an answer key (for instructors)")
    actions = key.add_subparsers(required=True, metavar="ACTION")
    show = actions.add_parser("show", help="print what is in a key")
    show.add_argument("key", metavar="KEY", help="an exercise, or a key's file")
    show.set_defaults(command="key_show")
    return root


def _add_check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    check = commands.add_parser("check", help="grade a file")
    check.add_argument("exercise", metavar="EXERCISE", help="its name: ex1")
    check.add_argument("file", metavar="FILE", nargs="?", help="default: the exercise's own file")
    check.add_argument("--only", action="append", metavar="NAME", help="a check or a function")
    check.add_argument("--format", choices=["terminal", "json"], default="terminal")
    check.add_argument("-v", "--verbose", action="store_true", help="names, output, key, time")
    check.add_argument("--key", type=Path, metavar="KEY", help="another answer key")
    check.add_argument(
        "--shrink",
        type=float,
        default=2.0,
        metavar="SECONDS",
        help="time to look for a smaller failing input, where the solution is at hand (default 2)",
    )
    check.add_argument(
        "--isolation",
        choices=["sealed", "confined", "open", "auto"],
        default="open",
        help="how the file is kept from everything else: `open` (default) is for a file of "
        "one's own, `auto` takes the strongest that can be had; see grader doctor",
    )
    check.set_defaults(command="check")


def _add_batch(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    batch = commands.add_parser(
        "batch",
        help="grade a class (for instructors)",
        description="Grade every submission of a class. The same command goes on where an "
        "earlier one stopped: what is graded is not graded again.",
    )
    batch.add_argument("exercise", metavar="EXERCISE", help="its name: ex1")
    batch.add_argument(
        "submissions", type=Path, metavar="SUBMISSIONS", help="a folder, or the zip of a platform"
    )
    batch.add_argument("-o", "--output", type=Path, metavar="OUT", help="folder for the result")
    batch.add_argument("--plan", action="store_true", help="only show who handed in what")
    batch.add_argument("--roster", type=Path, metavar="CSV", help="ids and names of the class")
    batch.add_argument("--seed", type=int, help="of the class's key; drawn at random by default")
    batch.add_argument("--key", type=Path, metavar="KEY", help="a secret key to grade with")
    batch.add_argument(
        "--regrade",
        nargs="*",
        metavar="STUDENT",
        help="grade these again, or all when none is named",
    )
    batch.add_argument("--jobs", type=_count, metavar="N", help="default: one a processor")
    batch.add_argument(
        "--cluster", metavar="ADDRESS", help="of a dask scheduler, whose workers are to grade"
    )
    batch.add_argument(
        "--isolation",
        choices=["sealed", "confined", "open", "auto"],
        default="auto",
        help="the tier; `auto` (default) takes sealed or confined, whichever can be had",
    )
    batch.add_argument(
        "--trust-submissions",
        action="store_true",
        help="allow `open`, in which a submission can do whatever you can",
    )
    batch.set_defaults(command="batch")


def _add_record(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    report = commands.add_parser("report", help="write a batch's page and tables again")
    report.add_argument("output", type=Path, metavar="OUT", help="folder of a batch")
    report.set_defaults(command="report")
    show = commands.add_parser("show", help="print one student's report out of a batch")
    show.add_argument("output", type=Path, metavar="OUT", help="folder of a batch")
    show.add_argument("student", metavar="STUDENT", help="an id")
    show.add_argument("--format", choices=["terminal", "json"], default="terminal")
    show.add_argument("-v", "--verbose", action="store_true", help="names, output, key, time")
    show.set_defaults(command="show")


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is no number of processes")
    return number


def _add_build(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    build = commands.add_parser("build", help="stub, notebook and answer key from the solution")
    build.add_argument("exercises", nargs="*", metavar="EXERCISE", help="all when none is named")
    build.add_argument("--seed", type=int, help="build only a key, from this secret seed")
    build.add_argument("-o", "--output", type=Path, metavar="KEY", help="where a secret key goes")
    build.set_defaults(command="build")


def _add_data(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    data = commands.add_parser("data", help="make data to train on")
    kinds = data.add_subparsers(required=True, metavar="KIND")
    signs = kinds.add_parser("signs", help="drawn traffic signs, in the layout of GTSRB")
    signs.add_argument("directory", type=Path, metavar="DIR", help="a new or empty folder")
    signs.add_argument("--classes", type=int, default=43, help="kinds of signs, up to 43")
    signs.add_argument("--tracks", type=int, default=6, help="signs of a class (default 6)")
    signs.add_argument("--frames", type=int, default=10, help="pictures of a sign (default 10)")
    signs.add_argument("--size", type=int, default=32, help="pixels of a side (default 32)")
    signs.add_argument("--seed", type=int, default=0, help="another one draws others")
    signs.set_defaults(command="data_signs")
