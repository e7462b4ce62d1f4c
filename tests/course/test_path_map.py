"""The map from which a student starts: the picture, and the tables, in both languages."""

import re
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from support import path_map
from support.path_map import Box

from grader.course import Course, find, read_words

CATALOGUE = {
    "ex4": (),
    "ex5": ("ex4",),
    "ex6": (),
    "ex7": ("ex4",),
    "ex8": ("ex7",),
    "ex1": ("ex7",),
    "ex2": ("ex7",),
    "ex9": ("ex1",),
    "ex10": ("ex2",),
    "ex11": ("ex1", "ex4"),
    "ex3": ("ex2",),
    "ex12": ("ex3", "ex9"),
    "ex13": ("ex11",),
    "ex14": ("ex3", "ex13"),
    "ex15": ("ex3",),
    "ex16": ("ex2", "ex15"),
}
"""The sixteen exercises in the order in which they are to be done, and what each comes after."""

PATH = list(Course(ROOT).path)
MADE = [Box(name, f"The title of {name}", "numpy", after) for name, after in CATALOGUE.items()]
languages = pytest.mark.parametrize("language", path_map.LANGUAGES)
_ROW = re.compile(
    r"\| \[(?P<name>\w+)\]\((?P<page>[\w./-]+)\)\W+\[[^]]+\]\((?P<other>[\w./-]+)\)\W? "
    r"\| \*\*(?P<title>.+)\*\*<br>(?P<functions>.+) \| (?P<learns>.+) "
    r"\| (?P<after>[^|]+) \| (?P<framework>\w+) \| (?P<points>\d+) \|"
)


def test_sixteen_exercises_are_in_the_order_of_the_course(tmp_path):
    """Each says what it comes after, and nothing says the order beside that."""
    for name in sorted(CATALOGUE):
        folder = tmp_path / "exercises" / f"{name}_x"
        folder.mkdir(parents=True)
        (folder / "checks.py").write_text(
            "from grader.authoring import Exercise\n"
            f"exercise = Exercise({name!r}, title='t', module='m', after={CATALOGUE[name]!r})\n"
            "@exercise.check(points=10)\n"
            "def f_values(student, x):\n    '''title'''\n    return student.f(x)\n"
        )
    assert [lesson.exercise.name for lesson in find(tmp_path).path] == list(CATALOGUE)


def rows(language):
    """The rows of a table, by the groups of `_ROW`."""
    page = ROOT / "exercises" / path_map.page_name(language)
    lines = [x for x in page.read_text(encoding="utf-8").splitlines() if x.startswith("| [ex")]
    found = [_ROW.fullmatch(line) for line in lines]
    assert None not in found, lines[found.index(None)]
    return [row.groupdict() for row in found]


@languages
def test_the_table_says_what_the_exercises_say(language):
    """In their order: names, titles, functions, what comes before, points, and both READMEs."""
    said, true = [], []
    other = next(each for each in path_map.LANGUAGES if each != language)
    for row in rows(language):
        assert row.pop("learns").strip()
        split = {key: re.findall(r"\w+", row[key]) for key in ("functions", "after")}
        said.append({**row, **split})
    for lesson in PATH:
        exercise = lesson.exercise
        words = read_words(lesson.key_path, language) if language else {}
        pages = [f"{lesson.folder.name}/{path_map.page_name(x)}" for x in (language, other)]
        assert all((lesson.folder.parent / page).is_file() for page in pages)
        true.append(
            {
                "name": exercise.name,
                "page": pages[0],
                "other": pages[1],
                "title": words.get(exercise.title, exercise.title),
                "functions": list(exercise.functions),
                "after": list(exercise.after),
                "framework": {"numpy": "NumPy"}.get(exercise.framework, "TensorFlow"),
                "points": f"{sum(check.points for check in exercise.checks):g}",
            }
        )
    assert said == true


@languages
def test_the_picture_is_the_one_that_is_drawn_of_the_exercises(language):
    """`make map` draws it anew, when one is added or comes after another one."""
    kept = ROOT / "exercises" / path_map.file_name(language)
    drawn = path_map.drawn(path_map.boxes(PATH, language), language)
    assert kept.read_text(encoding="utf-8") == drawn
    page = (ROOT / "exercises" / path_map.page_name(language)).read_text(encoding="utf-8")
    assert re.search(rf"^!\[.+\]\({re.escape(kept.name)}\)$", page, re.MULTILINE)


def test_more_time_is_said_of_those_that_have_it():
    """The page says what a call may take, and which exercises may take longer."""
    page = (ROOT / "exercises" / path_map.page_name("")).read_text(encoding="utf-8")
    for lesson in PATH:
        limits = lesson.exercise.limits
        if (limits.call_seconds, limits.submission_seconds) != (10, 120):
            number = lesson.exercise.name.removeprefix("ex")
            told = (
                rf"{limits.call_seconds:g} and {limits.submission_seconds:g} in exercise {number}\b"
            )
            assert re.search(told, " ".join(page.split())), told


def rectangles(picture):
    """The boxes of a picture with their names: left, top, right, bottom."""
    found, space = {}, "{http://www.w3.org/2000/svg}"
    tree = ElementTree.fromstring(picture)
    names = [x.text for x in tree.iter(f"{space}text") if x.get("font-weight")]
    for name, shape in zip(names, tree.iter(f"{space}rect"), strict=False):
        x, y, wide, high = (float(shape.attrib[k]) for k in ("x", "y", "width", "height"))
        found[name] = (x, y, x + wide, y + high)
    return found, [x.get("d") for x in tree.iter(f"{space}path") if x.get("fill") == "none"]


def courses():
    """The course, and what is left of it when it ends early."""
    return [MADE[:count] for count in range(1, len(MADE) + 1)]


@pytest.mark.parametrize("made", courses(), ids=len)
def test_nothing_in_the_picture_covers_anything(made):
    """Each box stands free, in the picture, and below all that come before it."""
    boxes, _ = rectangles(path_map.drawn(made))
    assert list(boxes) == [box.name for box in made]
    for one, other in combinations(boxes.values(), 2):
        assert one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]
    assert all(left >= 0 and right <= path_map.WIDTH for left, _, right, _ in boxes.values())
    for box in made:
        assert all(boxes[earlier][3] < boxes[box.name][1] for earlier in box.after)


def test_an_arrow_leads_to_each_from_those_before_it():
    """But not from ex4 to ex11, nor from ex2 to ex16, where longer ways lead; and none cross."""
    found = path_map.arrows(MADE)
    needless = {("ex4", "ex11"), ("ex2", "ex16")}
    assert set(found) == {(a, b) for b in CATALOGUE for a in CATALOGUE[b]} - needless
    levels, pieces = path_map.levels(MADE)
    levels = path_map.untangled(levels, pieces)
    assert [path_map.crossings(*two, pieces) for two in pairwise(levels)] == [0] * 5
    boxes, curves = rectangles(path_map.drawn(MADE))
    assert len(curves) == len(pieces)
    for curve in curves:
        x, y = (float(part) for part in curve[1:].split("C")[0].split())
        assert y in {bottom for _, _, _, bottom in boxes.values()} and 0 < x < path_map.WIDTH


@pytest.mark.parametrize("language", path_map.LANGUAGES)
def test_titles_stand_in_their_boxes(language):
    """In two lines at the most, of so many letters as a box is wide for."""
    for box in path_map.boxes(PATH, language):
        lines = path_map.wrapped(box.title)
        glue = " " if box.title.isascii() else ""
        assert glue.join(lines) == box.title and len(lines) <= 2
        assert all(path_map.length(line) <= path_map.LETTERS for line in lines)


def test_the_picture_can_be_seen_on_white_and_on_black():
    """What stands outside of the boxes has three times the light of black, a third of white's."""
    red, green, blue = (int(path_map.GREY[i : i + 2], 16) / 255 for i in (1, 3, 5))
    light = sum(
        share * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
        for share, part in zip((0.2126, 0.7152, 0.0722), (red, green, blue), strict=True)
    )
    assert 1.05 / (light + 0.05) >= 3 and (light + 0.05) / 0.05 >= 3
