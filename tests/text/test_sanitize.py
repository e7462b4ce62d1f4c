"""One sanitizer for all text that comes from outside."""

import pytest

from grader.classroom.collect.naming import fit
from grader.text import clean, label, plain, shown
from grader.text.sanitize import visible

HIDDEN = {
    "escape": "\x1b",
    "backspace": "\b",
    "zero-width space": "\u200b",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "soft hyphen": "\u00ad",
    "right-to-left override": "\u202e",
    "left-to-right isolate": "\u2066",
    "arabic letter mark": "\u061c",
    "tag": "\U000e0041",
    "next line": "\u0085",
    "line separator": "\u2028",
    "half a character": "\ud800",
    "hangul filler": "\u3164",
    "joiner between ascii": "\u200d",
}


@pytest.mark.parametrize("char", HIDDEN.values(), ids=HIDDEN.keys())
@pytest.mark.parametrize("policy", [visible, shown, clean, plain, label])
def test_what_cannot_be_seen_is_an_escape_everywhere(policy, char):
    """Whoever shows the text: no two policies, of which one lets something pass."""
    escape = char.encode("unicode_escape").decode("ascii")
    assert policy(f"soft{char}max") == f"soft{escape}max"


@pytest.mark.parametrize(
    "text",
    [
        "softmax",
        "王小明",
        "Zoë",
        "e\u0301",
        "می\u200cخواهم",
        "👩\u200d🔬",
        "a\u00a0b",
        "全\u3000角",
    ],
    ids=lambda text: text.encode("unicode_escape").decode()[:20],
)
def test_what_people_write_stays_as_it_is(text):
    """Letters of any script, combining marks, joiners where a script is spelled with them."""
    assert visible(text) == shown(text) == clean(text) == plain(text) == text


def test_lines_stay_lines_where_there_may_be_several():
    """In an output, tabs and line ends are layout; in a name they are escapes."""
    assert clean("a\tb\nc\x0bd") == "a   b\nc\\x0bd"
    assert plain("a\r\nb\rc") == "a\nb\nc"
    assert shown("a\tb\nc") == "a\\tb\\nc"


def test_what_is_safe_can_be_encoded():
    """Whatever characters there are, also halves of them."""
    every = "".join(map(chr, range(0x3000))) + "".join(map(chr, range(0xD7F0, 0xE010)))
    text = plain(every)
    text.encode("utf-8")
    assert all(char == "\n" or char.isprintable() or char.isspace() for char in text)
    assert fit(every).encode("utf-8")
