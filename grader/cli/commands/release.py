"""Make what leaves the course: a repository for students, a notebook for Colab, an autograder for
Gradescope. No solution is in any of it."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli import courses, language, spinner
from grader.cli.exit_codes import PASSED
from grader.errors import UsageError
from grader.text import Message

if TYPE_CHECKING:
    from argparse import _ActionsContainer

    from grader.classroom import Wheel
    from grader.course import AnswerKey, Course, Lesson

NAME, FOR, HELP = "release", "instructors", "make what students or a platform get"


def add_arguments(parser: ArgumentParser) -> None:
    """`grader release students`, `notebook` and `gradescope`."""
    actions = parser.add_subparsers(required=True, metavar="WHAT")
    students = actions.add_parser(
        "students", help="a repository: exercises, public keys, requirements.txt, a workflow"
    )
    students.add_argument("exercises", nargs="*", metavar="EXERCISE", help="default: all")
    _add_output(students, "DIR|ZIP", required=True)
    _add_source(students)
    students.set_defaults(act=_students)
    notebook = actions.add_parser("notebook", help="one notebook that runs on Colab")
    notebook.add_argument("exercise", metavar="EXERCISE")
    _add_output(notebook, "FILE", required=False)
    _add_address(notebook)
    notebook.set_defaults(act=_notebook)
    gradescope = actions.add_parser("gradescope", help="an autograder, as Gradescope takes it")
    gradescope.add_argument("exercise", metavar="EXERCISE")
    _add_output(gradescope, "ZIP", required=True)
    _add_wheel(gradescope)
    gradescope.add_argument(
        "--key",
        type=Path,
        metavar="KEY",
        help="a secret key's file (default: one is built, from a seed drawn at random)",
    )
    gradescope.add_argument(
        "--trust-submissions",
        action="store_true",
        help="grade also where Gradescope has no isolation: then a file can write its own grade",
    )
    gradescope.set_defaults(act=_gradescope)
    for each in (students, notebook, gradescope):
        courses.add_option(each, courses.ANY)
        language.add_option(each)


def run(args: Namespace) -> int:
    """Make it."""
    args.act(args)
    return PASSED


def _add_output(parser: ArgumentParser, metavar: str, *, required: bool) -> None:
    parser.add_argument("-o", "--output", type=Path, metavar=metavar, required=required)


def _add_wheel(parser: "_ActionsContainer") -> None:
    parser.add_argument(
        "--wheel",
        type=Path,
        metavar="FILE",
        help="the grader's wheel (default: one is built of the checkout)",
    )


def _add_address(parser: "_ActionsContainer") -> None:
    parser.add_argument(
        "--grader",
        metavar="ADDRESS",
        help="what pip installs the grader from, as git+https://... (default: what this one was "
        "installed from)",
    )


def _add_source(parser: ArgumentParser) -> None:
    """Where students get the grader from: an address, or a wheel that is among the files."""
    source = parser.add_mutually_exclusive_group()
    _add_address(source)
    _add_wheel(source)


def _students(args: Namespace) -> None:
    from grader import classroom

    course = courses.of_ones_own(args.course)
    lessons = _in_order(course, args.exercises)
    if args.output.suffix.lower() != ".zip":
        _must_be_apart(args.output, course)
    files = classroom.students_release(course, lessons, _address(args) or _wheel(args))
    _say(args, classroom.write_files(args.output, files))


def _in_order(course: "Course", names: list[str]) -> "list[Lesson]":
    """The exercises of these names, or all, in the order in which they are to be done."""
    asked = {course.lesson(name).folder for name in names}
    return [lesson for lesson in course.path if not asked or lesson.folder in asked]


def _must_be_apart(output: Path, course: "Course") -> None:
    """Raise UsageError where files of the course, or of its authors, would be written over."""
    place = output.resolve()
    root = course.root.resolve()
    inside = {root / "exercises", root / "solutions"}
    if place == root or inside & {place, *place.parents}:
        raise UsageError(
            "{place} is the course itself, or a part of it; name another folder, or a .zip",
            place=output,
        )
    if (place / "solutions").is_dir():
        raise UsageError(
            "{place} has solutions/ in it; name a folder that students may have", place=output
        )


def _notebook(args: Namespace) -> None:
    from grader import classroom
    from grader.classroom import File

    course = courses.of_ones_own(args.course)
    lesson = course.lesson(args.exercise)
    address = _address(args)
    if not address:
        raise UsageError(
            "say what pip is to install the grader from: --grader git+https://..., or the address "
            "of a wheel"
        )
    output = args.output or Path(f"{lesson.exercise.name}_{lesson.notebook_name}")
    text = classroom.colab_notebook(course, lesson, address)
    classroom.write_files(output.parent, {output.name: File(text.encode())})
    words = language.words(args.lang)
    print(words("{place}: on Colab: File, Upload notebook", place=output))


def _gradescope(args: Namespace) -> None:
    from grader import classroom

    if args.output.suffix.lower() != ".zip":
        raise UsageError("Gradescope takes a zip: -o {path}.zip", path=args.output)
    course = courses.of_ones_own(args.course)
    lesson = course.lesson(args.exercise)
    wheel = _wheel(args)  # first: to build a key takes longer
    key = _key(args, lesson)
    words = language.words(args.lang)
    files = classroom.gradescope_autograder(
        lesson, key, wheel, words.language, trusted=args.trust_submissions
    )
    _say(args, classroom.write_files(args.output, files))
    args.output.chmod(0o600)
    print(words("on Gradescope: Configure Autograder; it has a secret key in it, so keep it safe"))
    if lesson.exercise.framework != "numpy":
        print(words("a container has 768 MB there; for TensorFlow choose a larger one"))


def _key(args: Namespace, lesson: "Lesson") -> "AnswerKey":
    """The key that is named, or a new one that nobody has seen."""
    from grader import classroom
    from grader.cli import progress
    from grader.course import read_key

    if args.key is not None:
        return read_key(args.key)
    with progress.steps() as told:
        return classroom.secret_key(lesson, told)


def _address(args: Namespace) -> str:
    """What pip installs the grader from; "" where that is not known, or a wheel is named."""
    from grader import build

    if getattr(args, "wheel", None) is not None:
        return ""
    return args.grader or build.installed_from()


def _wheel(args: Namespace) -> "Wheel":
    from grader import classroom

    words = language.words(args.lang)
    with spinner.shown(words("building the grader's wheel"), after=0):
        return classroom.wheel_of(args.wheel)


def _say(args: Namespace, done: Message) -> None:
    print(language.words(args.lang)(done))
