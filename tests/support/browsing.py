"""The page of a class in a real browser, and all that it did there and should not have done.

A module of tests that names this one in `pytest_plugins` has the fixtures `browser` and `show`.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

from grader.classroom.publish import page as format_
from grader.classroom.publish.extras import Extras
from grader.classroom.record import ClassRecord

CHROMIUM = Path("/usr/bin/chromium")
OPTIONS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium; without one these tests are passed over, but never in CI."""
    if not CHROMIUM.exists() and not os.environ.get("MUST_WORK"):
        pytest.skip(f"no browser at {CHROMIUM}")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS.split())
        yield opened
        opened.close()


class Opened:
    """A page in the browser, with all that it did and should not have done."""

    def __init__(self, page: Page, address: str):
        self.page, self.address = page, address
        self.wrong: list[str] = []
        self.requests: list[str] = []

        def dismissed(dialog: Dialog) -> None:
            self.wrong.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", dismissed)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", lambda message: self.wrong.append(message.text))
        page.on("request", lambda request: self.requests.append(request.url))

    def go(self, hash: str = "") -> Page:
        """The page, loaded anew at a place in it."""
        self.page.goto("about:blank")
        self.requests.clear()
        self.page.goto(self.address + hash)
        return self.page


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Render a record and open it; afterwards nothing may have gone wrong or been asked for."""
    shown: list[Opened] = []

    def opened(
        record: ClassRecord, hash: str = "", extras: Extras | None = None, **options: Any
    ) -> Page:
        path = tmp_path / "index.html"
        path.write_text(format_.render(record, extras), encoding="utf-8")
        size = {"width": 1200, "height": 900}
        context = browser.new_context(**{"viewport": size, **options})
        shown.append(Opened(context.new_page(), path.as_uri()))
        return shown[-1].go(hash)

    yield opened
    for one in shown:
        assert one.wrong == []
        assert {url.partition("#")[0] for url in one.requests} == {one.address}
        one.page.context.close()
