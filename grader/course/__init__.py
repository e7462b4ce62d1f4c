"""Exercises found and loaded, and the answer key of each."""

from grader.course.built_from import MISTAKES, must_fit, sources, text_of, without_words
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
from grader.course.for_students import files_of, handed_out
from grader.course.key import (
    KEY_VERSION,
    MAGIC,
    PUBLIC_SEED,
    AnswerKey,
    KeyChange,
    KeyCheck,
    KeyMistake,
    StandIn,
    decode_key,
    encode_key,
    key_file,
    read_key,
    read_words,
    write_key,
)
from grader.course.sealed import SEALED_KEY, SEALED_MAGIC, is_secret, new_secret, seal, unseal
from grader.course.whole import write_whole

__all__ = [
    "KEY_VERSION",
    "MAGIC",
    "MISTAKES",
    "PUBLIC_SEED",
    "SEALED_KEY",
    "SEALED_MAGIC",
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
    "files_of",
    "find",
    "handed_out",
    "is_installed",
    "is_secret",
    "key_file",
    "line_in",
    "must_fit",
    "named",
    "new_secret",
    "packaged",
    "read_key",
    "read_words",
    "seal",
    "sources",
    "text_of",
    "unseal",
    "without_words",
    "write_key",
    "write_whole",
]
