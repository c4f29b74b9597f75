"""Reports: a page for each third of a year, with links to what is still there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from living_strategy.artifact import Artifact, Page
from living_strategy.history.event import NO_HISTORY, History
from living_strategy.site.pages.changes import view as changes
from living_strategy.site.pages.report import view as report
from tests.factories import context_of
from tests.reported_year import COMMITS, reported_graph, reported_history

THIRDS = ("rapport/2026-3/", "rapport/2026-2/", "rapport/2026-1/")


def made(history: History, folder: Path) -> dict[str, str]:
    """The pages of reports, by their paths."""
    graph = reported_graph()
    return contents(report.render(graph, context_of(folder, graph, history=history)))


def contents(artifacts: Iterable[Artifact]) -> dict[str, str]:
    """What pages say, by their paths."""
    return {page.path: page.content for page in artifacts if isinstance(page, Page)}


def test_a_page_for_each_third(tmp_path: Path) -> None:
    """The one that runs, and those before it that the history says anything of."""
    assert tuple(made(reported_history(), tmp_path)) == ("rapport/", *THIRDS)
    assert tuple(made(reported_history(COMMITS[-1]), tmp_path)) == ("rapport/", THIRDS[0])
    assert made(NO_HISTORY, tmp_path) == {}


def test_entries_are_linked(tmp_path: Path) -> None:
    """An entry leads to its page; one that is gone leads nowhere."""
    page = made(reported_history(), tmp_path)["rapport/2026-3/"]

    assert '<a href="../../tiltak/plattform/">Felles plattform</a>' in page
    assert "Utprøving av nettbrett" in page
    assert "Utprøving av nettbrett</a>" not in page


def test_changes_lead_to_all_reports(tmp_path: Path) -> None:
    """So does the list of them, with the one that runs called so."""
    graph, history = reported_graph(), reported_history()
    context = context_of(tmp_path, graph, history=history)
    pages = contents(changes.render(graph, context)) | contents(report.render(graph, context))

    for path in ("endringer/", "rapport/"):
        for third in THIRDS:
            assert f'<a href="../{third}">' in pages[path]
        assert "september 2026 til desember 2026, så langt</a>" in pages[path]
        assert "mai 2026 til august 2026</a>" in pages[path]
