"""Make the stub, the notebook and the answer key from the solution."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from grader.cli import here
from grader.cli.exit_codes import PASSED

NAME, FOR, HELP = "build", "authors", "make stub, notebook and answer key from the solution"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader build`."""
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help="all when none is named")
    parser.add_argument("--seed", type=int, help="build only a key, from this secret seed")
    parser.add_argument("-o", "--output", type=Path, metavar="KEY", help="file for a secret key")


def run(args: Namespace) -> int:
    """Build each exercise, and print what was written."""
    from grader import build
    from grader.cli import progress
    from grader.course import write_key
    from grader.sandbox import start

    for lesson in here.lessons_with_solution(args.exercises):
        secret = args.seed is not None
        path = lesson.key_path
        if secret:
            path = args.output or Path(f"{lesson.exercise.name}.secret.key")
        else:
            for copy in build.copy_shared(lesson):
                print(f"{copy}: a copy of {copy.parent.parent / 'shared' / copy.name}")
            stub, notebook = lesson.folder / lesson.file_name, lesson.folder / lesson.notebook_name
            stub.write_text(build.build_stub(lesson), encoding="utf-8")
            print(f"{stub}: stub")
            notebook.write_text(build.build_notebook(lesson), encoding="utf-8")
            print(f"{notebook}: the same as a notebook")
        seed = args.seed if secret else build.PUBLIC_SEED
        with start(lesson.exercise.framework) as zygote, progress.steps() as told:
            key = build.build_key(lesson, zygote, seed, not secret, told)
        write_key(path, key)
        cases = sum(len(check.cases) for check in key.checks.values())
        print(
            f"{path}: {cases} cases, {len(key.mistakes)} known mistakes, "
            f"{path.stat().st_size >> 10} KB"
        )
    return PASSED
