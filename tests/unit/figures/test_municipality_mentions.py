"""Where a municipality or county is named, and what is no name of one."""

from __future__ import annotations

from typing import Any

import pytest

from living_strategy.content.corpus import ProsePage, TextField
from living_strategy.content.markdown.prose import scan
from living_strategy.content.source_file import SourceFile
from living_strategy.figures.municipality_mentions import municipality_mentions
from tests.factories import a_graph, a_measure, a_project, an_organisation


def a_page(text: str) -> ProsePage:
    """A written page called `Side`."""
    field = TextField(("description",), text, scan(text).mentions)
    return ProsePage("side.md", "Side", SourceFile("strategy/side.md", ""), field)


def numbers(text: str) -> set[str]:
    """The places that a measure with this summary names."""
    return set(municipality_mentions(a_graph(a_measure(summary=text))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rådet ledes av Halden kommune.", {"3101"}),
        ("Halden kommunes plan.", {"3101"}),
        ("Kommunene rundt byen: Molde, Aukra og Vestnes.", {"1506", "1547", "1535"}),
        ("Ørland, Indre Fosen, Åfjord og Osen gjør det sammen.", {"5057", "5054", "5058", "5020"}),
        ("Se planen i Nord-Fron.", {"3436"}),
        ("Planen til Kárášjohka.", {"5610"}),
        ("Herøy kommune i Nordland", {"1818"}),
        ("en plan for Våler (Østfold)", {"3114"}),
        ("Telemark fylkeskommune betaler.", {"40"}),
        ("Oslo kommune", {"0301"}),
        ("Les mer på https://okonomiplan.giske.kommune.no/2024/", {"1532"}),
        ("heroy-no.kommune.no", {"1818"}),
    ],
)
def test_names(text: str, expected: set[str]) -> None:
    """With its office, in a list, inside a sentence, in other languages, or as a website."""
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Time etter time går.",  # at the beginning of a sentence
        "Ferdig. Hole er ikke et sted her.",
        "- **Gran** står i skogen",
        "Planen for Herøy",  # there are two
        "herøy.kommune.no og heroy.kommune.no",
        "Oslofjorden og Bergen-modellen",  # parts of other words
        "Digi Agder er et nettverk i Telemark.",  # a county is its authority
        "https://example.org/Halden/Giske",
        "i sandnes",
    ],
)
def test_what_names_nobody(text: str) -> None:
    """Words that may mean something else say nothing."""
    assert numbers(text) == set()


def test_every_field_counts() -> None:
    """Sources, notes and reports as much as texts, each entry once; retired entries not."""
    source = {"title": "Plan", "publisher": "Giske kommune"}
    gone = {"retired": {"date": "2024", "reason": "Slutt."}}
    graph = a_graph(
        a_measure(sources=[source], note="Giske kommune igjen."),
        a_project(updates=[{"date": "2024", "text": "Giske kommune kom med."}]),
        a_project(id="borte", summary="Giske kommune.", **gone),
    )

    assert [holder.title for holder in municipality_mentions(graph)["1532"]] == [
        "Tiltak",
        "Prosjekt",
    ]


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [
        ("Byavisa Drammen", set()),
        ("Statsforvalteren i Oslo og Viken", set()),
        ("Indre Fosen", {"5054"}),
        ("Senter for digitalisering, Bergen kommune", {"4601"}),
    ],
)
def test_a_publisher_called_after_a_place_is_another(publisher: str, expected: set[str]) -> None:
    """A newspaper or an office of the state is not the municipality, wherever it is named."""
    source = {"title": "Plan", "publisher": publisher}
    graph = a_graph(a_measure(sources=[source], note=f"Fra {publisher}."))

    assert set(municipality_mentions(graph)) == expected


def test_an_organisation_with_a_number_is_the_place() -> None:
    """What links to it or mentions it names the place, whatever words it uses; so does itself."""
    council = an_organisation(id="rad", title="Byen ved elva", type="municipality", number="3101")
    graph = a_graph(
        council, a_measure(description="Se [[rad|denne byen]]."), a_project(lead="rad"),
        prose=(a_page("Les om [[rad]]."),),
    )  # fmt: skip

    mentions: list[Any] = list(municipality_mentions(graph)["3101"])

    assert [entry.title for entry in mentions] == ["Byen ved elva", "Prosjekt", "Tiltak", "Side"]
