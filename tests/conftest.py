"""What every test may use: a content root made from a mapping of paths to texts."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.examples import register
from tests.factories import write_files

# Sites that are built once, and a browser: for the tests of every folder.
pytest_plugins = (
    "tests.content_guard",
    "tests.template_code",
    "tests.uncounted",
    "tests.integration.site_fixtures",
    "tests.browser.browser_fixtures",
)

# A shell has interruptions ignored by what it starts in the background, and so by the programs that
# tests start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

register()

Content = Callable[[Mapping[str, str | bytes | None]], Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden files are rewritten on demand; the difference is for a person to review."""
    parser.addoption("--update-golden", action="store_true", help="rewrite what is expected")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long tests begin first: workers that have nothing left take short ones from each other.

    Lines are not counted while a property is tried on its examples: it would double the time, and
    each of these lines has a test of its own.
    """
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("no_cover")
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """What has been loaded and collected stays until the end: thousands of tests need not look
    through it for garbage again and again.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """Writes a small valid strategy, with some files replaced (None: left out)."""

    def write(files: Mapping[str, str | bytes | None]) -> Path:
        write_files(tmp_path, files)
        return tmp_path

    return write
