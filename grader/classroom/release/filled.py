"""The templates of what is released, filled in; and of an exercise the stub, notebook and key."""

from grader.build import build_notebook, build_stub
from grader.course import Lesson, must_fit, read_key
from grader.errors import UsageError


def filled(template: str, **facts: object) -> bytes:
    """A template of text: nothing is escaped, and a line with only a tag leaves no line."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # slow, and seldom needed

    environment = Environment(
        loader=PackageLoader("grader.classroom.release"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(f"{template}.jinja").render(**facts).encode()


def to_write_in(lesson: Lesson) -> dict[str, bytes]:
    """The stub and the notebook.

    They are made anew where that is possible: an author may have tried the exercise in their place.
    """
    if lesson.has_solution:
        stub, notebook = build_stub(lesson), build_notebook(lesson)
        return {
            lesson.file_name: stub.encode(),
            lesson.notebook_name: notebook.encode(),
        }
    paths = [lesson.folder / name for name in (lesson.file_name, lesson.notebook_name)]
    return {path.name: path.read_bytes() for path in paths if path.is_file()}


def public_key(lesson: Lesson) -> bytes:
    """The bytes of the key that students get.

    Raises UsageError for another key in its place, StaleKeyError for one that was built of other
    files.
    """
    key = read_key(lesson.key_path)
    if not key.seed_is_public:
        raise UsageError(
            "{path} is a secret key, and students get the public one: grader build {name}",
            path=lesson.key_path,
            name=lesson.exercise.name,
        )
    must_fit(key, lesson)
    return lesson.key_path.read_bytes()
