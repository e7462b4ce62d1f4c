"""What a roster says of groups: none may be called as a student, and nobody is in two."""

import re
from collections.abc import Iterable
from pathlib import Path

from grader.classroom.collect.naming import squeezed, turned
from grader.errors import UsageError
from grader.text import shown


def must_be_groups(path: Path, people: Iterable[tuple[int, str, str, str]]) -> None:
    """Raise UsageError for a line (its number, an id, a name, a group) that can't be meant."""
    rows = [*people]
    lines: dict[str, int] = {}
    for line, id, name, _ in rows:
        lines |= dict.fromkeys(map(squeezed, (id, name, turned(name))), line)
    lines.pop("", None)
    for line, id, _, group in rows:
        if re.search(r"[,;|]", group):
            raise UsageError(
                "{path}, line {line}: {id} is in several groups ({groups}); leave one",
                path=path,
                line=line,
                id=shown(id),
                groups=shown(group),
            )
        if squeezed(group) in lines:
            raise UsageError(
                "{path}, line {line}: the group {group} is called as the student in line {other}; "
                "call it otherwise",
                path=path,
                line=line,
                group=shown(group),
                other=lines[squeezed(group)],
            )
