"""The key of a class: its own, from a secret seed that is kept in the record."""

import secrets
from pathlib import Path

from grader import build
from grader.build import Progress, silent
from grader.classroom.faults import not_written
from grader.classroom.store import Store
from grader.course import (
    PUBLIC_SEED,
    AnswerKey,
    Lesson,
    must_fit,
    read_key,
    sources,
    write_key,
)
from grader.errors import KeyFileError, UsageError
from grader.sandbox import start

KEY = "class.key"


def can_have_key(lesson: Lesson, folder: Path, given: AnswerKey | None) -> None:
    """Raise UsageError where `obtain_key` would: before there is a folder for the result."""
    if given is None and not lesson.has_solution and not (folder / KEY).exists():
        raise _no_key(lesson)


def obtain_key(
    lesson: Lesson,
    folder: Path,
    store: Store,
    *,
    seed: int | None = None,
    given: AnswerKey | None = None,
    progress: Progress = silent,
) -> AnswerKey:
    """The key with which the class of `folder` is graded: the one that it has, or a new one.

    A new key is built from a seed drawn at random (or `seed`), which is kept in the record; or it
    is the one that is `given`. Raises UsageError for the public key, and where no key can be built.
    """
    path = folder / KEY
    if seed == PUBLIC_SEED:
        raise UsageError(
            "--seed {seed} is the seed of the public key; name another one, or none", seed=seed
        )
    if given is not None:
        must_be_secret(given, lesson)
        must_fit(given, lesson)  # the key of another exercise must not replace the class's
        _keep(path, given)
        store.settle({"seed": ""})
        return given
    settled = store.settings().get("seed", "")
    if path.exists() and (seed is None or str(seed) == settled):
        kept = _kept(path, lesson, can_be_built=bool(settled) and lesson.has_solution)
        if kept is not None:
            return kept
    if seed is None:
        seed = int(settled) if settled else _random_seed()
    return _built(lesson, path, store, seed, progress)


def _kept(path: Path, lesson: Lesson, can_be_built: bool) -> AnswerKey | None:
    """The class's key from its file; None where it is stale or damaged and can be built again."""
    try:
        key = read_key(path)
    except KeyFileError as error:
        if can_be_built:
            return None
        raise KeyFileError("{error}; or name the key with --key", error=error) from None
    return None if can_be_built and key.sources != sources(lesson) else key


def must_be_secret(key: AnswerKey, lesson: Lesson) -> None:
    """Raise UsageError for the public key of an exercise."""
    if key.seed_is_public:
        raise UsageError(
            "--key names the public key, which every student has; `grader build {name} --seed N` "
            "makes a secret one",
            name=lesson.exercise.name,
        )


def _built(lesson: Lesson, path: Path, store: Store, seed: int, progress: Progress) -> AnswerKey:
    if not lesson.has_solution:
        raise _no_key(lesson)
    # If the process is killed from here on, its next start builds the same key.
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise not_written(error, "{path} is in the way: {strerror}", path=path) from None
    store.settle({"seed": str(seed)})
    key = _from_seed(lesson, seed, progress)
    _keep(path, key)
    return key


def secret_key(lesson: Lesson, progress: Progress = silent) -> AnswerKey:
    """A new key, from a seed that nobody knows."""
    if not lesson.has_solution:
        raise UsageError(
            "a secret key is built from {solution}, which is not here; name a key with --key",
            solution=lesson.solution,
        )
    return _from_seed(lesson, _random_seed(), progress)


def _from_seed(lesson: Lesson, seed: int, progress: Progress) -> AnswerKey:
    with start(lesson.exercise.framework) as zygote:
        return build.build_key(lesson, zygote, seed, False, progress)


def _random_seed() -> int:
    return secrets.randbits(62)


def _keep(path: Path, key: AnswerKey) -> None:
    try:
        write_key(path, key, private=True)
    except OSError as error:
        raise not_written(error, "{path} can't be written: {strerror}", path=path) from None


def _no_key(lesson: Lesson) -> UsageError:
    return UsageError(
        "a class gets a key of its own, built from {solution}, which is not here; name a "
        "key with --key",
        solution=lesson.solution,
    )
