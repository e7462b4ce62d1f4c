"""A browser, and what shows the page of a class in it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from support.browsing import Opened, launched

from grader.classroom.publish import page as format_
from grader.classroom.publish.extras import Extras
from grader.classroom.record import ClassRecord


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    yield from launched()


@pytest.fixture
def show(browser, tmp_path):
    """Render a record and open it; afterwards nothing may have gone wrong or been asked for."""
    shown: list[Opened] = []

    def opened(
        record: ClassRecord, hash: str = "", extras: Extras | None = None, **options
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
