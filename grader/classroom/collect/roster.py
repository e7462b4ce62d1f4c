"""The list of a class: who is on it, and which student a name stands for."""

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from grader.classroom.collect.headers import GROUPS, IDS, is_family_name, key, parts_of_names
from grader.classroom.collect.naming import encoding_of, folded, squeezed, turned
from grader.classroom.collect.platforms import is_participant
from grader.classroom.collect.teams import must_be_groups
from grader.errors import UsageError
from grader.text import Message, shown

_MAX_BYTES = 16 << 20
_MAX_SHOWN = 12
_MAX_TITLES = 3
_TELLING = re.compile(r"\d{5,}|\w*[^\W\d]\w*\d\w*|\w*\d\w*[^\W\d]\w*")
_SHORT = re.compile(r"\d{1,4}|.")
"""Ids that mean nothing within a longer text."""
_HAN = re.compile(r"[㐀-鿿]{2,}")
_MAX_WORDS, _MAX_SPAN = 60, 6
ROUNDED = re.compile(r"\d([.,]\d+)?E\+\d+", re.IGNORECASE)


@dataclass(frozen=True)
class Person:
    """A student on a roster. `also` are further ids, `spellings` other forms of the name.

    Those with the same `group` hand in together.
    """

    id: str
    name: str
    also: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True)
class Roster:
    """A class, in the order of its list."""

    people: tuple[Person, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id, in order."""
        return tuple(person.id for person in self.people)

    def name(self, id: str) -> str:
        """The name of an id of this roster's."""
        return self._by_id[folded(id)].name

    def owner(self, text: str) -> str:
        """The id of the student whose file or folder is called `text`; empty where uncertain.

        `text` is an id, or a student's name, or has one student's id as one of its words.
        """
        return _only(self.fitting(text))

    def named(self, text: str, number: str = "") -> str:
        """The id of the student whom a learning platform calls `text`; empty where uncertain."""
        return _only(self.called(text, number))

    def has_name(self, text: str) -> bool:
        """Whether somebody has this name, and no longer one."""
        return squeezed(text) in self._by_name

    def with_id(self, text: str) -> str:
        """The id of the student one of whose ids is `text`; empty where there is none."""
        exact = self._by_id.get(folded(text))
        return exact.id if exact else ""

    def fitting(self, text: str) -> tuple[str, ...]:
        """The ids of all students whom `text` may mean: a group, or several of one name."""
        number = is_participant(text)
        exact = self.with_id(text) or self.participant(number)
        if exact or number:
            return (exact,) if exact else ()
        return self.called(text)

    def participant(self, number: str) -> str:
        """The id of the student whom Moodle calls `Participant NUMBER`; empty where it is nobody's.

        The number alone is no id: it may be another student's at the school.
        """
        return self._by_participant.get(number, "")

    def called(self, text: str, number: str = "") -> tuple[str, ...]:
        """The ids of all students whom a learning platform may call `text`.

        `number` is the platform's own number for a student. It may be another student's id here, so
        it only decides between students of one name, or where the roster has no name.
        """
        found = self._by_name.get(squeezed(text), frozenset())
        numbered = self._by_id.get(folded(number)) if number else None
        if len(found) == 1:
            return tuple(found)
        if numbered and (numbered.id in found or not numbered.name):
            return (numbered.id,)
        return tuple(sorted(found)) or self._mentioned(text)

    def _mentioned(self, text: str) -> tuple[str, ...]:
        """The ids that stand in `text`: one that cannot be part of a name, a count or a year; or
        several of a group, which may be names as well."""
        spans = self._spans(folded(text))
        telling = {id for id, _, is_telling in spans if is_telling}
        if len(telling) == 1:
            (one,) = telling
            own = set(re.split(r"[\W_]+", folded(self.name(one))))
            spans = [span for span in spans if span[0] == one or span[1] not in own]
        found = {id for id, _, _ in spans}
        return tuple(sorted(found)) if len(found) > 1 or found == telling else ()

    def _spans(self, text: str) -> list[tuple[str, str, bool]]:
        """The ids and the full names in `text`: (id, what stands there, whether it is telling)."""
        runs = [(word.start(), word.end()) for word in re.finditer(r"[^\W_]+", text)][:_MAX_WORDS]
        found = []
        for first in range(len(runs)):
            for last in range(first, min(first + _MAX_SPAN, len(runs))):
                span = text[runs[first][0] : runs[last][1]]
                person = self._by_id.get(span)
                if person and not _SHORT.fullmatch(span):
                    is_telling = bool(_TELLING.fullmatch(re.sub(r"\W", "_", span)))
                    part = first > 0 and _is_initial(text, runs[first - 1], runs[first])
                    longer = text[runs[first - 1][0] : runs[last][1]] if part else ""
                    # e_stone7 is one name; where that is an id too, both are possible.
                    if not (part and is_telling and not span.isdigit()) or longer in self._by_id:
                        found.append((person.id, span, is_telling))
                if last > first or _HAN.search(span):
                    found += [(id, span, False) for id in self._by_name.get(squeezed(span), ())]
        return found

    @cached_property
    def teams(self) -> dict[str, tuple[str, ...]]:
        """The ids of each group, by its folded name."""
        found: dict[str, list[str]] = defaultdict(list)
        for person in self.people:
            if person.group:
                found[folded(person.group)].append(person.id)
        return {name: tuple(ids) for name, ids in found.items()}

    @cached_property
    def _by_id(self) -> dict[str, Person]:
        """The students by each of their ids. First ids win; an id that two share is left out."""
        known: dict[str, list[Person]] = defaultdict(list)
        for person in self.people:
            for other in {folded(other) for other in person.also if other}:
                known[other].append(person)
        first = {folded(person.id): person for person in self.people}
        return {other: who[0] for other, who in known.items() if len(who) == 1} | first

    @cached_property
    def _by_participant(self) -> dict[str, str]:
        told = [(is_participant(id), p.id) for p in self.people for id in (p.id, *p.also)]
        counts = Counter(number for number, _ in set(told) if number)
        return {number: id for number, id in told if counts[number] == 1}

    @cached_property
    def _by_name(self) -> dict[str, frozenset[str]]:
        known: dict[str, set[str]] = defaultdict(set)
        for person in self.people:
            for spelling in (person.name, turned(person.name), *person.spellings):
                if key := squeezed(spelling):
                    known[key].add(person.id)
        return {key: frozenset(ids) for key, ids in known.items()}


def _only(ids: tuple[str, ...]) -> str:
    return ids[0] if len(ids) == 1 else ""


def _is_initial(text: str, before: tuple[int, int], word: tuple[int, int]) -> bool:
    """Whether the word before is one letter that is joined to this one: e_stone7 is one name."""
    letter, joint = text[before[0] : before[1]], text[before[1] : word[0]]
    return len(letter) == 1 and letter.isalpha() and joint in ("_", ".", "-")


def read_roster(path: Path) -> Roster:
    """The roster in a CSV file with one line of headers.

    It may be in UTF-8, UTF-16 or an encoding that Excel uses in China, Taiwan or the West, with any
    usual separator.
    Raises UsageError when it can't be read, has no column of ids, or has an id twice.
    """
    (_, header), *rows = _below_titles(list(rows_of(read_text(path), path))) or [(0, [])]
    keys = [key(cell) for cell in header]
    ids = sorted((IDS.index(each), column) for column, each in enumerate(keys) if each in IDS)
    if not ids:
        seen = ", ".join(shown(cell) for cell in header[:_MAX_SHOWN]) or Message("none")
        raise UsageError(
            "{path} has no column of student ids (columns: {seen}); call it student_id, "
            "and the column of names name",
            path=path,
            seen=seen,
        )
    # Platforms export columns that a school does not use.
    columns = [column for _, column in ids if any("".join(row[column:][:1]) for _, row in rows)]
    people: dict[str, tuple[int, Person]] = {}
    for line, row in rows:
        cells = dict(enumerate(cell.strip() for cell in row))
        if not (person := _person(cells, keys, columns or [ids[0][1]], f"{path}, line {line}")):
            continue
        before, _ = people.setdefault(folded(person.id), (line, person))
        if before != line:
            raise UsageError(
                "{path}, line {line}: {id} is there twice, first in line {before}; delete one "
                "of the lines",
                path=path,
                line=line,
                id=shown(person.id),
                before=before,
            )
    groups = ((line, each.id, each.name, each.group) for line, each in people.values())
    must_be_groups(path, groups)
    return Roster(tuple(person for _, person in people.values()))


def _below_titles(rows: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """The rows from the headers on: above them, some lists have lines with a title."""
    for start, (_, row) in enumerate(rows[: _MAX_TITLES + 1]):
        if any(key(cell) in IDS for cell in row) and len(row) > 1:
            return rows[start:]
        if sum(bool(cell.strip()) for cell in row) > 1:
            break
    return rows


def _person(cells: dict[int, str], keys: list[str], ids: list[int], where: str) -> Person | None:
    """The person in a row; none in an empty row, or in one that Canvas adds."""
    name, spellings = _name(cells, keys, ids[0])
    if folded(name) == "student, test":  # Canvas's own
        return None
    id = cells.get(ids[0], "")
    if not id:
        said = {folded(cell) for cell in cells.values() if cell}
        if folded(name) == "points possible" or not said - {"manual posting"}:
            return None
        raise UsageError(
            "{where}: {name} has no id; add it",
            where=where,
            name=shown(name) or Message("a student"),
        )
    if ROUNDED.fullmatch(id):
        raise UsageError(
            "{where}: the id {id} was rounded by a spreadsheet; format that column as text",
            where=where,
            id=id,
        )
    also = tuple(cells.get(column, "") for column in ids[1:])
    return Person(id, name, also, spellings, _first(cells, keys, GROUPS, ids[0]))


def _name(cells: dict[int, str], keys: list[str], id: int) -> tuple[str, tuple[str, ...]]:
    """A person's name, and the forms that its parts make in both orders."""
    kinds = parts_of_names(keys)
    whole, first, last = (_first(cells, keys, headers, id) for headers in kinds)
    if whole and not last and is_family_name(whole, first):
        whole, last = "", whole
    if not whole:
        space = "" if any("㐀" <= char <= "鿿" for char in first + last) else " "
        name = last + first if not space else f"{first} {last}".strip()
        return name, (f"{first} {last}", f"{last} {first}") if name else ()
    return whole, (f"{first} {last}", f"{last} {first}")


def _first(cells: dict[int, str], keys: list[str], headers: Iterable[str], id: int) -> str:
    for header in headers:
        if header in keys and (column := keys.index(header)) != id and cells.get(column):
            return cells[column]
    return ""


def rows_of(text: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, each with its line number."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    if told := re.fullmatch(r"sep=(.)", head.strip(), re.IGNORECASE):  # Excel's
        separator = told[1]
    else:
        separator = max(",;\t|", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for row in reader:
            if any(cell.strip() for cell in row) and not (told and row[0].lower() == "sep="):
                yield reader.line_num, row
    except csv.Error as error:
        raise UsageError(
            "{path}, line {line_num}: {error}; save it as CSV again",
            path=path,
            line_num=reader.line_num,
            error=error,
        ) from None


def read_table(path: Path) -> bytes:
    """The bytes of a table that a person names. Raises UsageError where it can't be one."""
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(
            "{path} can't be read: {strerror}", path=path, strerror=error.strerror or error
        ) from None
    if data.startswith((b"PK", b"\xd0\xcf")):
        raise UsageError("{path} is an Excel workbook; save it as CSV (UTF-8)", path=path)
    if len(data) > _MAX_BYTES:
        raise UsageError(
            "{path} is larger than {max_bytes} MB; is it the right file?",
            path=path,
            max_bytes=_MAX_BYTES >> 20,
        )
    return data


def read_text(path: Path) -> str:
    """The text of a table that a person names, in UTF-8 or whatever Excel has saved it in."""
    data = read_table(path)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        return _utf16(data, path)
    cells = [cell for cell in re.split(rb'[,;|\t\r\n"]', data) if not cell.isascii()]
    try:
        text = data.decode("utf-8-sig" if not cells else encoding_of(cells))
    except UnicodeDecodeError:
        # Excel in the West. No id is lost by it.
        text = data.decode("cp1252", "replace")
    return text.removeprefix("\ufeff")


def _utf16(data: bytes, path: Path) -> str:
    """The text of a file with NUL bytes, which is UTF-16 without a mark at its beginning, or none.

    The upper byte of every ASCII character is NUL.
    """
    is_little = data[1::2].count(0) > data[0::2].count(0)
    try:
        text = data.decode("utf-16-le" if is_little else "utf-16-be")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text or "\n" not in text.replace("\r", "\n"):
        raise UsageError("{path} is not text; save it as CSV (UTF-8)", path=path)
    return text
