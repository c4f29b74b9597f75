"""The overview of local strategies: what stands there when there is little to tell."""

from __future__ import annotations

import re
from pathlib import Path

from living_strategy.artifact import Page
from living_strategy.model.collected import Collected, CollectedJudgement, Silence
from living_strategy.partial_date import PartialDate
from living_strategy.publication import Publication
from tests.factories import TODAY, inspect_files, valid_files

SETTINGS = "strategy/strategy.yml"
ADDRESS = "https://lokal.example/"
DAY = PartialDate("2026-11-29")


def a_copy(number: str, **changes: object) -> Collected:
    """What is kept of a site that follows, and has said nothing yet."""
    fields = {
        "number": number, "address": f"{ADDRESS}{number}/", "title": "En lokal strategi",
        "fetched": DAY, "changed": DAY, "follows": True,
    }  # fmt: skip
    return Collected.model_validate(fields | changes)


def pages(*kept: Collected | str) -> dict[str, Page]:
    """The pages of the valid strategy in bokmål, with these copies; a number has none."""
    numbers = [copy if isinstance(copy, str) else copy.number for copy in kept]
    sites = "".join(
        f'  - number: "{number}"\n    address: {ADDRESS}{number}/\n' for number in numbers
    )
    settings = str(valid_files()[SETTINGS]).replace("language: en", "language: nb")
    files = {
        SETTINGS: settings,
        "strategy/local-sites.yml": f"sites:\n{sites}",
        **{
            f"collected/{copy.number}.json": copy.text()
            for copy in kept
            if not isinstance(copy, str)
        },
    }
    publication = Publication(Path("/nowhere"), inspect_files(files), TODAY)
    return {page.path: page for page in publication.overviews if isinstance(page, Page)}


def words(page: Page) -> str:
    """The words of a page in one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page.content))


def test_sites_that_were_never_reached() -> None:
    """Nothing is counted, and nobody is said to have declined."""
    said = words(pages("3301")["lokale-strategier/"])

    assert "0 av 1 nettsted" in said
    row = r"Drammen Nettstedet (ikke kjent ){3}Nettstedet er ikke spurt ennå\."
    assert re.search(row, said, re.I)
    assert not re.search(r"Mål \d", said)


def test_a_site_that_has_treated_nothing() -> None:
    """It follows, and every goal waits there: that is no answer."""
    said = words(pages(a_copy("3301"))["lokale-strategier/"])

    assert "1 av 1 nettsted" in said
    assert re.search(r"Mål 0 0 0 0 0 0 1 ", said)


def test_all_have_declined() -> None:
    """Both say no, with their reasons on the page of the goal."""
    judgements = (
        CollectedJudgement.model_validate({"id": "mal", "state": "declined", "reason": "Ikke vi."}),
    )
    made = pages(a_copy("3301", judgements=judgements), a_copy("1532", judgements=judgements))
    goal = words(made["lokale-strategier/mal/mal/"])

    assert re.search(r"Mål 0 0 0 0 2 0 0 ", words(made["lokale-strategier/"]))
    assert "Avslått: 2" in goal
    assert goal.count("Ikke vi.") == 2
    assert "Vedtatt:" not in goal


def test_a_site_that_vanished() -> None:
    """What it said last is shown, with the day and that it has not answered since."""
    judgements = (CollectedJudgement.model_validate({"id": "mal", "state": "adopted"}),)
    quiet = a_copy(
        "3301",
        judgements=judgements,
        silence=Silence.UNREACHABLE,
        silent_since=PartialDate("2026-12-02"),
    )
    said = words(pages(quiet)["lokale-strategier/"])

    assert "29. november 2026" in said
    assert "2. desember 2026" in said
    assert re.search(r"Mål 1 0 0 0 0 0 0 ", said)
