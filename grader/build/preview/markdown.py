"""A README as HTML: no HTML of its own, no link that leads away, formulas as MathML."""

import base64
import mimetypes
from collections.abc import Sequence
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


def as_html(path: Path) -> Markup:
    """The page of a Markdown file, with the pictures that lie beside it."""
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.use(
        dollarmath_plugin,
        allow_space=False,
        allow_digits=False,
        double_inline=True,
        renderer=lambda tex, options: formula(tex, block=options["display_mode"]),
    )
    folder = path.parent

    def picture(
        renderer: RendererHTML, tokens: Sequence[Token], i: int, options: Any, env: Any
    ) -> str:
        return _picture(folder, str(tokens[i].attrs.get("src", "")), tokens[i].content)

    parser.add_render_rule("image", picture)
    for nothing in ("link_open", "link_close"):  # it would lead to where the page does not lie
        parser.add_render_rule(nothing, lambda *_: "")
    return Markup(parser.render(path.read_text(encoding="utf-8")))


def formula(tex: str, *, block: bool) -> str:
    """A formula as MathML; as it is written where it can't be converted, or not wholly."""
    try:
        made = convert(tex.strip(), display="block" if block else "inline")
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
