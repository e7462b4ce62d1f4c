"""What `grader` alone says: the commands that one begins with, and which exercise comes next."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli import courses, here, links, progress_notes, screen
from grader.errors import GraderError
from grader.text import Message, Words, clean, folded, padded, template

if TYPE_CHECKING:
    from grader.course import Course, Lesson

_COMMANDS = {
    "grader init my-course": template("get the exercises, in a folder of your own"),
    "grader watch": template("grade at each save"),
    "grader check ex1": template("grade your file of exercise 1"),
    "grader check ex1 softmax": template("grade one function of it"),
    "grader hint": template("say more of the hint on what was found"),
    "grader list": template("the exercises, and what is done"),
    "grader --help": template("all commands"),
}


def text(words: Words) -> str:
    """The commands, and the next step. Nothing is graded."""
    lines = [padded(command, 28) + words(what) for command, what in _COMMANDS.items()]
    try:
        step = next_step(courses.of_ones_own(None), words)
    except GraderError:  # `grader list` says what is wrong with the course
        step = Message("next: {command}", command="grader list")
    return "\n".join([*lines, "", shown(step, words)])


def shown(step: Message, words: Words) -> str:
    """The next step within the width of the screen: what is folded is indented as the rest is."""
    first, *others = clean(words(step)).split("\n")
    indent = " " * (len(others[0]) - len(others[0].lstrip()) if others else 0)
    room = screen.width() - len(indent)
    head = folded(first, screen.width())[0]
    rest = [line.strip() for line in (first[len(head) :], *others) if line.strip()]
    return "\n".join([head, *(indent + piece for line in rest for piece in folded(line, room))])


def next_step(course: "Course", words: Words) -> Message:
    """The first exercise that is not done, and in which something is still to be written.

    What is done is remembered in a student's folder alone; elsewhere, all that is written counts.
    """
    begun = False
    path = course.path
    standings = progress_notes.standings(words)
    at_home = progress_notes.is_in_a_home()
    for lesson in path:
        name = lesson.exercise.name
        standing = standings.get(name)
        if standing is not None and standing.is_done:
            continue
        files = here.own_files(lesson)
        begun = begun or bool(files)
        left = _left(lesson, files)
        if left:
            return Message(
                "next: write {functions}\n      in {file}, then: {command}",
                functions=", ".join(left),
                file=os.path.relpath(files[0]),
                command=f"grader {'watch' if at_home else 'check'} {name}",
            )
        if standing is not None:
            return Message(
                "next: {command} (the last time: {share} of the points)",
                command=f"grader check {name}",
                share=f"{standing.last:.0%}",
            )
        if at_home and files:
            return Message("next: {command}", command=f"grader check {name}")
    command = f"grader check {path[0].exercise.name}"
    if all(lesson.exercise.name in standings for lesson in path):
        return Message("all exercises are done")
    if begun:
        return Message("next: {command} (everything is written in the files here)", command=command)
    if at_home:
        return Message("next: {command}", command=f"grader reset {path[0].exercise.name}")
    return Message("next: {command}", command=progress_notes.to_begin(course))


def begun(course: "Course", *, own: bool) -> list[str]:
    """The exercises in which a student has written something here, in the order of the path."""
    return [lesson.exercise.name for lesson in course.path if _is_begun(lesson, own=own)]


def first_here(course: "Course") -> str | None:
    """The first exercise, in the order of the path, of which a file is here."""
    return next((lesson.exercise.name for lesson in course.path if here.own_files(lesson)), None)


def _is_begun(lesson: "Lesson", *, own: bool) -> bool:
    files = here.own_files(lesson)
    for file in files:
        links.leads_away(file, own=own)  # what others handed in could have any file read
    return bool(files) and len(_left(lesson, files)) < len(lesson.exercise.functions)


def _left(lesson: "Lesson", files: list[Path]) -> list[str]:
    """The functions that are as in the stub in all of the files: in .py and notebook."""
    from grader.judge import is_stub

    texts = [file.read_text(encoding="utf-8", errors="replace") for file in files]
    return [
        function
        for function in lesson.exercise.functions
        if texts and all(is_stub(text, function) for text in texts)
    ]
