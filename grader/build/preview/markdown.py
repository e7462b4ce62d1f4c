"""A README as HTML: no HTML of its own, no link that leads away, formulas as MathML."""

import base64
import mimetypes
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from latex2mathml.converter import convert
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup, escape
from mdit_py_plugins.dollarmath import dollarmath_plugin

_MATHML = "{http://www.w3.org/1998/Math/MathML}m"

LARGEST_PICTURE = 2_000_000
"""Bytes of a picture that is put into the page."""


_SAME = {
    r"\\arg(?![A-Za-z])": r"\\operatorname{arg}",
    r"\\(begin|end)\{aligned\}": r"\\\1{align*}",
}
"""What GitHub knows and the converter does not, in words that it knows."""


def as_html(path: Path) -> Markup:
    """The page of a Markdown file, with the pictures that lie beside it."""
    parser = _parser()
    folder = path.parent

    def picture(
        renderer: RendererHTML, tokens: Sequence[Token], i: int, options: Any, env: Any
    ) -> str:
        return _picture(folder, str(tokens[i].attrs.get("src", "")), tokens[i].content)

    parser.add_render_rule("image", picture)
    for nothing in ("link_open", "link_close"):  # it would lead to where the page does not lie
        parser.add_render_rule(nothing, lambda *_: "")
    return Markup(parser.render(path.read_text(encoding="utf-8")))


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    return parser.use(
        dollarmath_plugin,
        allow_space=False,
        allow_digits=False,
        double_inline=True,
        renderer=lambda tex, options: formula(tex, block=options["display_mode"]),
    )


def left_as_text(path: Path) -> Iterator[tuple[int, str]]:
    """The formulas of a Markdown file that can't be converted, each with its line."""
    lines = path.read_text(encoding="utf-8").split("\n")
    begin = 0
    for token in _parser().parse("\n".join(lines)):
        begin, end = token.map or (begin, len(lines))
        for each in (token, *(token.children or ())):
            if not each.type.startswith("math") or _is_converted(each.content):
                continue
            first = each.content.strip().split("\n")[0]
            line = next((n for n in range(begin, end) if first in lines[n]), begin)
            yield line + 1, " ".join(each.content.split())


def _is_converted(tex: str) -> bool:
    return formula(tex, block=False).startswith("<math")


def formula(tex: str, *, block: bool) -> str:
    """A formula as MathML; as it is written where it can't be converted, or not wholly."""
    known = tex.strip()
    for unknown, same in _SAME.items():
        known = re.sub(unknown, same, known)
    try:
        made = convert(known, display="block" if block else "inline")
        parts = [*ElementTree.fromstring(made).iter()]
    except Exception:  # the converter raises anything, and it escapes nothing
        parts = []
    # A command that it does not know is left with its backslash.
    if parts and all(part.tag.startswith(_MATHML) and _is_plain(part) for part in parts):
        return made
    return f"<code>{escape(tex.strip())}</code>"


def _is_plain(part: ElementTree.Element) -> bool:
    attributes = {name for name in part.attrib if name == "href" or name.startswith("on")}
    return not attributes and "\\" not in (part.text or "")


def _picture(folder: Path, source: str, words: str) -> str:
    """A picture that lies in the folder, as data; else what it is called."""
    path = folder / source
    kind, _ = mimetypes.guess_type(source)
    inside = path.is_file() and folder.resolve() in path.resolve().parents
    if not inside or kind is None or path.stat().st_size > LARGEST_PICTURE:
        return f"<em>{escape(words or source)}</em>"
    data = base64.b64encode(path.read_bytes()).decode()
    return f'<img src="data:{escape(kind)};base64,{data}" alt="{escape(words)}">'
