"""An autograder for Gradescope: the grader, an exercise, and a key that no student has.

<https://gradescope-autograders.readthedocs.io/en/latest/specs/>. Gradescope unpacks the zip into
/autograder/source, runs setup.sh there once, and run_autograder for each submission.
"""

import json
import shlex

from grader.classroom.grading import must_be_secret
from grader.classroom.release.filled import filled, to_write_in
from grader.classroom.release.packed import File
from grader.classroom.release.wheel import Wheel
from grader.course import AnswerKey, Lesson, encode_key, must_fit
from grader.text import Message, Words

_ENDED_EARLY = Message(
    "not graded: the grader was stopped before it had a result. This is no fault of yours; hand in "
    "again, and tell your instructor if it happens again."
)


def gradescope_autograder(
    lesson: Lesson, key: AnswerKey, wheel: Wheel, language: str, *, trusted: bool = False
) -> dict[str, File]:
    """The files of the zip. Reports are in `language`.

    With `trusted`, what is handed in is run without isolation where Gradescope has none to give.
    Raises UsageError for the public key, and StaleKeyError for the key of another exercise.
    """
    must_be_secret(key, lesson)
    must_fit(key, lesson)
    name = lesson.exercise.name
    facts = {
        "exercise": shlex.quote(name),
        "key": shlex.quote(f"{name}.secret.key"),
        "wheel": shlex.quote(wheel.name),
        "language": shlex.quote(language),
        "trusted": trusted,
    }
    folder = f"course/exercises/{lesson.folder.name}"
    course = dict(lesson.material.files) | to_write_in(lesson)
    return {
        "setup.sh": File(filled("setup.sh", **facts), is_program=True),
        "run_autograder": File(filled("run_autograder", **facts), is_program=True),
        "not_graded.json": File(_not_graded(language)),
        wheel.name: File(wheel.data),
        f"{name}.secret.key": File(encode_key(key)),
        **{f"{folder}/{file}": File(data) for file, data in course.items()},
    }


def _not_graded(language: str) -> bytes:
    """The results.json that is there before there is a better one."""
    made = {
        "score": 0,
        "output": Words(language)(_ENDED_EARLY),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "extra_data": {"graded": False},
    }
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()
