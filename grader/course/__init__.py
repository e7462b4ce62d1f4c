"""Exercises found and loaded, and the answer key of each."""

from grader.course.built_from import must_fit, sources, text_of, without_words
from grader.course.checks_file import definition_of, line_in
from grader.course.course import (
    Course,
    Lesson,
    Material,
    above,
    find,
    is_installed,
    named,
    packaged,
)
from grader.course.key import (
    KEY_VERSION,
    MAGIC,
    AnswerKey,
    KeyChange,
    KeyCheck,
    KeyMistake,
    StandIn,
    decode_key,
    encode_key,
    read_key,
    read_words,
    write_key,
)
from grader.course.syntax import parse
from grader.course.whole import write_whole

__all__ = [
    "KEY_VERSION",
    "MAGIC",
    "AnswerKey",
    "Course",
    "KeyChange",
    "KeyCheck",
    "KeyMistake",
    "Lesson",
    "Material",
    "StandIn",
    "above",
    "decode_key",
    "definition_of",
    "encode_key",
    "find",
    "is_installed",
    "line_in",
    "must_fit",
    "named",
    "packaged",
    "parse",
    "read_key",
    "read_words",
    "sources",
    "text_of",
    "without_words",
    "write_key",
    "write_whole",
]
