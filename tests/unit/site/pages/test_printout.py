"""The whole strategy on one page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from living_strategy.content.corpus import ProsePage, TextField
from living_strategy.content.source_file import SourceFile
from living_strategy.content.tree import MemorySource
from living_strategy.inspection import inspect_source
from living_strategy.model import Entry
from living_strategy.settings import Settings
from living_strategy.site.pages.printout import view as printout
from living_strategy.site.pages.printout import weight
from tests.factories import TODAY, a_goal, a_graph, a_measure, a_project, an_area, context_of
from tests.integration.plan_content import FILES
from tests.unit.site.pages.conftest import Show
from tests.unit.site.pages.overviews import Read, pages_of


def a_text(path: str, title: str, body: str = "") -> ProsePage:
    """A written page."""
    return ProsePage(
        path, title, SourceFile(f"strategy/{path}", "", body=body), TextField((), body, ())
    )


def printed(root: Path, texts: tuple[ProsePage, ...], *entries: Entry) -> Read:
    """The print of these texts and entries."""
    settings = Settings.model_validate({"title": "Strategy", "language": "en"})
    graph = a_graph(*entries, settings=settings, prose=texts)
    return pages_of(printout, context_of(root, graph, TODAY))["print/"]


def outline(page: Read) -> list[str]:
    """The headings after the contents, each with its level."""
    headings = re.findall(r"<h([2-6])[^>]*>(.*?)</h\1>", page.page.content)
    return [f"{level} {re.sub('<[^>]*>', '', words).strip()}" for level, words in headings][1:]


def test_entries_stand_below_their_areas(show: Show) -> None:
    """Each area with its goals, the adopted ones first; then measures and projects by area. Titles
    decide, not file names; what is retired is left out.
    """
    page = show(
        printout,
        an_area(id="b", title="Bane"),
        an_area(id="a", title="Arkiv"),
        a_goal(id="m1", title="Åpne", area="b"),
        a_goal(id="m2", title="Ærlige", area="b"),
        a_goal(id="m3", title="Forslag", area="b", standing="proposed"),
        a_goal(id="m4", title="Arkivet", area="a"),
        a_measure(id="t1", title="Zoom", goals=["m1"]),
        a_measure(id="t2", title="Arbeid", goals=["m1"]),
        a_measure(id="t3", title="Skann", goals=["m4"]),
        a_measure(id="t4", title="Gammelt", retired={"date": "2024", "reason": "Slått sammen."}),
        a_project(id="p", title="Prosjektet", measures=["t3"]),
    )["print/"]

    assert outline(page) == [
        "2 Priority areas and goals",
        "3 Bane",
        "4 Ærlige",
        "4 Åpne",
        "4 Forslag",
        "3 Arkiv",
        "4 Arkivet",
        "2 Measures",
        "3 Bane",
        "4 Arbeid",
        "4 Zoom",
        "3 Arkiv",
        "4 Skann",
        "2 Projects",
        "3 Arkiv",
        "4 Prosjektet",
    ]
    assert "Gammelt" not in page.text


def test_what_has_no_area_comes_last(show: Show) -> None:
    """It stands below a heading that says so."""
    page = show(printout, an_area(), a_goal(id="m", area="annet"), a_goal(title="Med"))["print/"]

    assert outline(page)[1:] == ["3 Område", "4 Med", "3 Without a priority area", "4 Mål"]


def test_written_pages_come_first(tmp_path: Path) -> None:
    """In the order of the menu, those of a folder after the page that leads to them; the front
    page has nothing of its own.
    """
    page = printed(
        tmp_path,
        (
            a_text("innledning.md", "Innledning", "## Hva?\n\n### Mer"),
            a_text("del/index.md", "Delen", "# Delen\n\n## Hvorfor?"),
            a_text("del/b.md", "Kapittel", "## Hvordan?"),
            a_text("index.md", "Forside"),
            a_text("slutt.md", "Slutt"),
        ),
        an_area(),
    )

    assert outline(page) == [
        "2 Innledning",
        "3 Hva?",
        "4 Mer",
        "2 Delen",
        "3 Hvorfor?",
        "3 Kapittel",
        "4 Hvordan?",
        "2 Slutt",
        "2 Priority areas",
        "3 Område",
    ]
    assert page.page.content.count("<h1") == 1


def test_links_of_texts_lead_from_the_print(tmp_path: Path) -> None:
    """Mentions, links between files, and links to a heading, which has its id on its own page."""
    body = "[[mal]] [Ned](b.md) [Opp](../om.md#x) [Her](#hva)\n\n## Hva"
    page = printed(
        tmp_path,
        (a_text("del/index.md", "Delen", body),),
        an_area(),
        a_goal(description="[Under](#under) [Om](om.md)\n\n## Under"),
    )

    assert {"../goals/mal/", "../del/b/", "../om/#x", "../del/#hva"} <= set(page.links)
    assert {"../goals/mal/#under", "../om/"} <= set(page.links)


def test_the_contents_lead_to_every_heading(tmp_path: Path) -> None:
    """To parts, areas and titles, all on this page, and each name is there once."""
    page = printed(
        tmp_path,
        (a_text("del/index.md", "Delen", "## Mål"), a_text("del/b.md", "Kapittel", "## Mål")),
        an_area(),
        a_goal(description="## Mål"),
        a_measure(),
        a_project(),
    )

    ids = re.findall(r' id="([^"]*)"', page.page.content)
    inside = [link.removeprefix("#") for link in page.links if link.startswith("#")]
    assert len(ids) == len(set(ids))
    assert set(inside) <= set(ids)
    contents = page.text[page.text.index("Contents") :].split()[1:13]
    assert " ".join(contents) == (
        "Delen Kapittel Priority areas and goals Område Mål Measures Område Tiltak Projects"
    )


def test_a_proposal_says_so(show: Show) -> None:
    """With the words of its own page; what is adopted does not."""
    words = "This goal is a proposal from this site. It has not been adopted."
    page = show(printout, a_goal(id="a"), a_goal(id="b", standing="proposed"))["print/"]

    assert page.text.count(words) == 1


def test_sources_stand_in_a_line(show: Show) -> None:
    """Title, publisher and date of each, and the date of the facts; no address."""
    sources = (
        {"title": "Strategien", "publisher": "KS", "date": "2017-02", "url": "https://ks.no/s"},
        {"title": "Samtale"},
    )
    page = show(printout, a_goal(sources=sources, as_of="2024"), a_goal(id="b", sources=()))

    blocks = page["print/"].blocks
    assert (
        "Sources: Strategien, KS, February 2017; Samtale (undated source). "
        "The facts are as of 2024."
    ) in blocks
    assert "No source is given. The facts are as of 2024." in blocks
    assert "ks.no" not in page["print/"].page.content


def test_headings_of_texts_go_below_the_title_of_the_entry(show: Show) -> None:
    """A text's own headings keep their order under the title, without ids that could be there
    twice.
    """
    text = "## Hvorfor?\n\nFordi.\n\n### Mer\n\n##### Dypt\n"
    page = show(printout, a_goal(id="m", description=text), a_goal(id="n", description=text))

    content = page["print/"].page.content
    assert content.count("<h5>Hvorfor?</h5>") == 2
    assert content.count("<h6>Mer</h6>") == 2
    assert content.count("<h6>Dypt</h6>") == 2


def test_it_is_not_searched(show: Show) -> None:
    """What stands on the entries' own pages is not found a second time here."""
    content = show(printout, a_goal(id="m"))["print/"].page.content

    assert content.lstrip().startswith('<div class="ls-print" data-pagefind-ignore="all">')


def test_a_large_strategy_is_printed_in_parts(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser gives up on a page of thousands; the parts lead to each other."""
    monkeypatch.setattr(weight, "MAX_PART", 1_500)
    pages = show(printout, *(a_goal(id=name, title=name.upper()) for name in ("a", "b", "c")))

    assert sorted(pages) == ["print/", "print/page-2/"]
    assert "C" in pages["print/page-2/"].text.split()
    assert "Contents Goals Without a priority area C Goals" in (pages["print/page-2/"].text)


_MANY = range(60)
_WORK = f"""title: Et tiltak med en lang tittel som står overalt der noen peker på det
status: ongoing
status_date: 2026-01
summary: {"Kort sagt dette. " * 10}
responsible: [lillevik, storvik]
milestones: [{", ".join(f"{{title: S{year}, date: 2026, done: 2026}}" for year in _MANY)}]
costs: [{", ".join(f"{{year: {2000 + year}, operating: 1}}" for year in _MANY)}]
as_of: 2026-01
sources: [{{title: Plan, publisher: Lillevik kommune}}]
"""


def _heavy(text: str) -> dict[str, str]:
    """A strategy whose entries are heavy each in its own way."""
    goals = {
        f"goals/m{number}.md": f"---\ntitle: Mål {number}\narea: tjenester\nstanding: adopted\n"
        f"as_of: 2026-01\nsources: [{{title: Plan}}]\n---\n{text}"
        for number in _MANY
    }
    all_goals = f"goals: [{', '.join(f'm{number}' for number in _MANY)}]"
    work = {
        f"measures/t{number}.yml": f"{_WORK}{all_goals if number % 2 else 'goals: [m1]'}\n"
        for number in _MANY
    }
    return FILES | goals | work


@pytest.mark.parametrize("text", ["Kort.\n", "- Et *punkt* om **noe**, og [[m1]].\n" * 100])
def test_no_part_is_too_heavy(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether texts, links or fields weigh most, and each part has about as much as it may."""
    most = 150_000
    monkeypatch.setattr(weight, "MAX_PART", most)
    files = {path: text.encode() for path, text in _heavy(text).items()}
    graph = inspect_source(MemorySource(files), TODAY).graph

    sizes = [
        len(page.content.encode())
        for page in printout.render(graph, context_of(tmp_path, graph, TODAY))
    ]

    assert len(sizes) > 4
    assert max(sizes) < most
    assert sum(sizes) > 0.5 * most * (len(sizes) - 1)


def test_a_part_leaves_room_for_the_frame() -> None:
    """No page to print has more than two megabytes, with what a host puts around it."""
    assert weight.MAX_PART <= 0.95 * 2_000_000
