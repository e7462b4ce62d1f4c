"""Who handed in what, as Gradescope's export says: `submission_metadata.yml` beside the folders.

"Download Submissions" gives a folder `assignment_NUMBER_export`. In it lies a folder for each
submission (`submission_NUMBER`; for a PDF, a file), and one YAML file in which each of them has
`:submitters:` with `:name:`, `:sid:` and `:email:`, several for a group, beside `:created_at:`,
`:results:` and more.

Only the submitters are read, and when it was handed in, event by event: so a student called No is
not False, an id of 007 is not 7, and neither a result of a megabyte nor an alias of an alias costs
anything.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml

from grader.classroom.collect import tree
from grader.classroom.collect.dates import time_of
from grader.classroom.collect.platforms import Claim, Layout
from grader.errors import SubmissionError
from grader.text import Message, shown

METADATA = "submission_metadata.yml"
EXPORT = re.compile(r"assignment_\d+_export", re.IGNORECASE)
_FOLDER = re.compile(r"submission_\d+", re.IGNORECASE)
_MAX_BYTES = 256 << 20
_MOST_SHOWN = 60
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml is thirty times as fast; it is not there on every machine."""

_NULLS = ("", "~", "null", "Null", "NULL")


def is_submission(name: str) -> bool:
    """Whether a folder is called as Gradescope calls one."""
    return bool(_FOLDER.fullmatch(name))


def claims(folder: Path) -> dict[str, Claim]:
    """For each name at the top of an export, whose it is.

    Raises SubmissionError where the file can't be read, or names a submission twice.
    """
    path = folder / METADATA
    data = tree.read(path, _MAX_BYTES + 1)
    if len(data) > _MAX_BYTES:
        raise _unreadable(Message("it is larger than {most} MB", most=_MAX_BYTES >> 20))
    try:
        triples = list(_submissions(data))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        said = " ".join(str(error).split())[:_MOST_SHOWN]
        raise _unreadable(Message("it is no YAML: {error}", error=shown(said))) from None
    found: dict[str, Claim] = {}
    for name, people, when in triples:
        if name in found:
            raise _unreadable(Message("it has {name} twice", name=shown(name)))
        found[name] = replace(_claim(name, people), when=time_of(when))
    return found


def of_nobody(name: str) -> Claim:
    """The claim of a submission that the file does not name."""
    note = Message("{metadata} does not say whose {name} is", metadata=METADATA, name=shown(name))
    return Claim(Layout.GRADESCOPE, name, file=name, notes=(note,))


def _unreadable(why: Message) -> SubmissionError:
    return SubmissionError(
        "{name} of Gradescope's export can't be read: {why}; download the submissions again",
        name=METADATA,
        why=why,
    )


def _claim(name: str, people: list[dict[str, str]]) -> Claim:
    """The claim of all who handed it in; of several, the first has the others."""
    each = [_of_one(person, name) for person in people if any(person.values())]
    if not each:
        return of_nobody(name)
    first = each[0]
    if len(each) > 1:
        first = replace(first, student="+".join(one.student for one in each))
    return replace(first, others=tuple(each[1:]))


def _of_one(person: dict[str, str], name: str) -> Claim:
    sid, email, full = (person.get(key, "") for key in ("sid", "email", "name"))
    student = sid or email or full
    return Claim(Layout.GRADESCOPE, student, full, sid or email, name, ids=(sid, email))


@dataclass
class _Open:
    """A mapping or list that has begun: of a mapping, the key whose value comes next."""

    is_mapping: bool
    key: str | None = None
    values: list[dict[str, str]] = field(default_factory=list)
    """Of a submission, its submitters."""
    when: str = ""
    """Of a submission, when it was handed in."""


def _submissions(data: bytes) -> Iterator[tuple[str, list[dict[str, str]], str]]:
    """Each submission's name, of each submitter what stands there (name, sid, email), and when.

    The file is a mapping of mappings: submission, `:submitters:`, a list of mappings. The time is
    the value of `:created_at:`, or `utc` in a mapping there.
    """
    level: list[_Open] = []
    for event in yaml.parse(data, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            if len(level) == 3 and _is_list_of_people(level):
                level[1].values.append({})
            level.append(_Open(isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.CollectionEndEvent):
            ended = level.pop()
            if len(level) == 1 and level[0].is_mapping:
                yield level[0].key or "", ended.values, ended.when
            _pass_value(level)
        elif isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            text = _text(event)
            if level and level[-1].is_mapping and level[-1].key is None:
                level[-1].key = text
                continue
            if len(level) == 4 and level[3].is_mapping and _is_list_of_people(level):
                level[1].values[-1][_plain(level[3].key)] = text
            elif len(level) == 1 and level[0].is_mapping:
                yield level[0].key or "", [], ""
            elif _is_time(level):
                level[1].when = text
            _pass_value(level)


def _is_list_of_people(level: list[_Open]) -> bool:
    return level[1].is_mapping and _plain(level[1].key) == "submitters" and not level[2].is_mapping


def _is_time(level: list[_Open]) -> bool:
    """Whether the value that comes now is the time of a submission."""
    if len(level) not in (2, 3) or not all(each.is_mapping for each in level):
        return False
    keys = [_plain(each.key) for each in level[1:]]
    return keys in (["created_at"], ["created_at", "utc"])


def _pass_value(level: list[_Open]) -> None:
    """A value has ended; in a mapping, a key comes next."""
    if level and level[-1].is_mapping:
        level[-1].key = None


def _plain(key: str | None) -> str:
    """A key without the colons of a symbol of Ruby's."""
    return (key or "").strip(":")


def _text(event: yaml.ScalarEvent | yaml.AliasEvent) -> str:
    """What a scalar says; nothing for one that stands for nothing."""
    if isinstance(event, yaml.AliasEvent):
        return ""
    is_null = event.style is None and event.value in _NULLS
    return "" if is_null else str(event.value).strip()
