"""Messages as data: safe to render, the same over the wire, and all known to the translators."""

import ast
import re
import time
from pathlib import Path

import msgspec
import pytest
from conftest import ROOT
from support import catalogues

from grader.errors import UsageError
from grader.formats import Options, terminal
from grader.report import CheckResult, Report, Status, Verdict
from grader.text import Message, Words, catalogue

SOURCES = sorted((ROOT / "grader").rglob("*.py"))


def test_a_message_is_known_by_its_template_and_facts():
    """Never by its sentence."""
    one, other = Message("{a} b", a="x"), Message("x {b}", b="b")
    assert str(one) == str(other) and one != other
    assert one == Message("{a} b", a="x") and hash(one) == hash(Message("{a} b", a="x"))
    assert one != Message("{a} b", a="y")


def test_a_message_can_stand_in_another():
    """And a sentence is made of both, in one language."""
    message = Message("{reason} in {check}", reason=Message("killed after {s} s", s=2), check="f")
    assert str(message) == "killed after 2 s in f"


@pytest.mark.parametrize(
    "message",
    [
        Message("plain"),
        Message("{a} {b} {c}", a=1, b=0.5, c="x"),
        Message("{a}", a=Message("{b}", b=Message("{c}", c=3))),
    ],
    ids=str,
)
def test_a_message_crosses_the_wire_whole(message):
    """As msgpack and as JSON."""
    for codec in (msgspec.msgpack, msgspec.json):
        assert codec.decode(codec.encode(message), type=Message) == message


@pytest.mark.parametrize(
    "template",
    ["{a.__class__}", "{a!r}", "{a:>99999999}", "{0}", "{}", "{{a}}", "{a[0]}", "{nothing}"],
)
def test_a_template_is_no_format_string(template):
    """It may come from a student's process: only a name in braces is a place."""
    said = str(Message(template, a="fact"))
    assert said == template.replace("{a}", "fact")


def test_a_hostile_message_is_bounded():
    """Neither nesting nor repetition makes a long text, or takes long."""
    message = Message("x" * 25_000)
    for _ in range(8):
        message = Message("{a}" * 600, a=message)
    started = time.process_time()
    assert len(str(message)) <= 25_000
    assert len(str(Message("字{a}" * 600, a=Message("字{b}" * 600, b="x")))) <= 25_000
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "value",
    [
        {"template": "x" * 2001, "facts": {}},
        {"template": "", "facts": {"a": "x" * 25_001}},
        {"template": "", "facts": {str(n): 1 for n in range(21)}},
        {"template": "", "facts": {"a": []}},
        {"template": 1, "facts": {}},
    ],
)
def test_what_no_worker_of_ours_sends_is_not_decoded(value):
    """More than is ever sent, or another type."""
    with pytest.raises(msgspec.ValidationError):
        msgspec.msgpack.decode(msgspec.msgpack.encode(value), type=Message)


def test_an_error_is_a_message():
    """And one made of another error's has that as its fact."""
    error = UsageError("{path} is a folder", path=Path("a/b"))
    assert error.messages == (Message("{path} is a folder", path="a/b"),)
    assert str(error) == "a/b is a folder"
    outer = UsageError("{error}; name another", error=error)
    assert outer.messages[0].facts["error"] == error.messages[0]


def test_words_are_those_of_the_catalogue(monkeypatch):
    """A template is what is translated; one without a translation stays English."""
    words = Words("en")
    monkeypatch.setattr(words._catalogue, "gettext", {"{a} is wrong": "{a} 錯了"}.get)
    assert words("{a} is wrong", a="f") == "f 錯了"
    assert Words("xx")("{a} is wrong", a="f") == "f is wrong"
    assert Words("en")(Message("")) == ""


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("W", "b", "W 和 b"),
        (Message("first"), Message("second"), "第一個和第二個"),
        (Message("first"), "`b`", "第一個和 `b`"),
        ("'W'", "", "'W' 和"),
    ],
)
def test_latin_words_stand_apart_from_chinese(one, other, said):
    """Whichever of them a fact is."""
    assert Words("zh-TW")("{one} and {other}", one=one, other=other) == said


def test_a_language_is_one_file(tmp_path, monkeypatch):
    """A catalogue in its place is all that a report in another language takes."""
    folder = tmp_path / "qqa" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    po = catalogues.read(catalogues.TEMPLATE)
    po.locale = "de"
    for message in po:
        message.string = re.sub(
            r"(?<!\{)\b\w+\b(?!\})", lambda word: word.group().upper(), str(message.id)
        )
    with (folder / "grader.mo").open("wb") as file:
        catalogues.write_mo(file, po)
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    missing = Message("{function} is not implemented yet", function="mean")
    check = CheckResult("mean_a", "title", "mean", Verdict.NOT_ATTEMPTED, 0, 1, missing)
    report = Report("ex1", "T", "a.py", Status.GRADED, "open", 0, "k", True, (check,))
    text = terminal.render(report, Options(language="qqa"))
    assert "NOT ATTEMPTED: mean IS NOT IMPLEMENTED YET" in text and "SCORE" in text
    assert "not attempted: mean is not implemented yet" in terminal.render(report, Options())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        *((name, "總分") for name in ("zh-TW", "zh_TW", "zh_TW.UTF-8", "zh-Hant", "zh_Hant_TW")),
        *((name, "score") for name in ("zh_CN", "zh-Hans", "zh-CN.UTF-8", "zh", "de", "en", "C")),
    ],
)
def test_a_language_has_several_names(language, said):
    """Those of a locale and those of BCP 47; what is not known is English."""
    assert Words(language)("score") == said


def made() -> list[tuple[str, ast.Call]]:
    """Every place in the package where a message is made."""
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in catalogues.makers() and node.args:
                    found.append((f"{path.relative_to(ROOT)}:{node.lineno}", node))
    return found


def test_a_template_is_a_literal():
    """What is put together at run time is in no catalogue, and no identity."""
    composed = (ast.JoinedStr, ast.BinOp)
    assert [place for place, call in made() if isinstance(call.args[0], composed)] == []


def test_words_have_a_name_where_they_are_called():
    """Babel knows a call by the name before it, so it misses `words_of(language)("a template")`."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Call)
        if getattr(node.func.func, "id", getattr(node.func.func, "attr", "")).lower() == "words"
        if node.args and isinstance(node.args[0], ast.Constant)
    ]
    assert found == []


def test_the_places_of_a_template_are_its_facts():
    """Each is given, and nothing is given that has no place."""
    wrong = []
    for place, call in made():
        names = {keyword.arg for keyword in call.keywords}
        first = call.args[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            places = set(re.findall(r"\{(\w+)\}", first.value))
            if name != "template" and None not in names and places != names:
                wrong.append((place, places ^ names))
    assert wrong == []


def test_the_catalogues_have_every_template():
    """`make messages` extracts them and says what is not translated: when this fails, run it."""
    assert catalogues.TEMPLATE.read_bytes() == catalogues.extracted()
    for po in catalogues.LOCALE.glob("*/LC_MESSAGES/grader.po"):
        assert catalogues.missing(po) == []
        assert catalogues.translated(po).keys() <= {
            m.id for m in catalogues.read(catalogues.TEMPLATE)
        }


def test_what_is_said_is_in_the_catalogues_and_nothing_else():
    """Babel takes the next text behind a variable that is called `words` for one, and glues those
    of a condition together: of two templates, each is marked by itself. In an f-string it sees
    none. What the page of a class says stands in its templates and its script."""
    literal = {call.args[0].value for _, call in made() if isinstance(call.args[0], ast.Constant)}
    texts = {text for text in literal if isinstance(text, str)} | catalogues.helps()
    for path in (ROOT / "grader" / "classroom" / "publish" / "templates").iterdir():
        texts |= set(re.findall(r'\b(?:words|say)\("([^"]+)"', path.read_text("utf-8")))
    extracted = {message.id for message in catalogues.read(catalogues.TEMPLATE)}
    assert extracted - texts <= {""}
    assert texts - extracted <= {""}


@pytest.mark.parametrize("po", sorted(catalogues.LOCALE.glob("*/LC_MESSAGES/grader.po")), ids=str)
def test_a_translation_has_the_facts_of_its_template(po):
    """All of them: one that is left out is what the reader wanted to know. It is compiled, too."""
    translated = catalogues.translated(po)
    places = re.compile(r"\{\w+\}")
    lost = {
        text: said
        for text, said in translated.items()
        if sorted(set(places.findall(text))) != sorted(set(places.findall(said)))
    }
    assert lost == {}
    assert catalogues.compiled(po.with_suffix(".mo")) == translated


def test_chinese_is_written_as_in_taiwan():
    """With marks of full width beside Chinese, spaces around Latin words, and no Mainland terms."""
    odd = re.compile(
        "[一-鿿][,;:!?]|[,;:!?][一-鿿]|[一-鿿][A-Za-z0-9`]|[A-Za-z0-9`][一-鿿]"
        "|[个们这对时错误检调应该还没进过发现变转换数据认码环运优训练损权层张维类标签长]"
        "|(?<!損失|激勵)函數|默認|打印|信息|數組|循環|運行|優化"
    )
    po = catalogues.LOCALE / "zh_TW" / "LC_MESSAGES" / "grader.po"
    found = {said: odd.findall(said) for said in catalogues.translated(po).values()}
    assert {said: marks for said, marks in found.items() if marks} == {}


def test_a_stale_catalogue_is_found(tmp_path):
    """A template that is new has no translation yet; a fuzzy one counts as none."""
    po = tmp_path / "grader.po"
    text = catalogues.TEMPLATE.read_text("utf-8")
    complete = text.replace('msgstr ""', 'msgstr "x"')
    po.write_text(complete, "utf-8")
    assert catalogues.missing(po) == []
    entry = 'msgid "score"\nmsgstr "x"'
    po.write_text(complete.replace(entry, ""), "utf-8")
    assert catalogues.missing(po) == ["score"]
    po.write_text(complete.replace(entry, f"#, fuzzy\n{entry}"), "utf-8")
    assert catalogues.missing(po) == ["score"]
