"""Texts, dates and figures in the sentences about them."""

from __future__ import annotations

import pytest

from living_strategy.history.compare import compare
from living_strategy.history.sentences import sentence
from living_strategy.history.sentences.durations import moved_by
from living_strategy.history.slips import may_be_slip
from living_strategy.history.texts import MAX_WORDS, Difference, Rewording, difference
from living_strategy.language import Language
from living_strategy.model import Measure, Project

NB = Language.load("nb")
TITLES = {"fiks": "Fiks-plattformen", "digihelse": "Digihelse"}
LONG = (
    "Kommunene går sammen om en felles løsning for arkiv, og hver av dem betaler etter hvor mange "
    "som bor der. De som kommer til senere, betaler det samme som de andre."
)


def _told(old: str, new: str) -> str:
    (change,) = compare(Measure, {"description": old}, {"description": new})
    return sentence(change, Measure, TITLES, NB)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Se planen.", "Se planen!", "Tekst rettet fra «Se planen.» til «Se planen!»"),
        (
            LONG,
            LONG.replace("arkiv,", "arkiv"),
            "Tegnsetting eller oppsett er rettet i «Tekst»",
        ),
        ("Se [planen](a.md).", "Se [planen](b.md).", "En lenke i «Tekst» leder et annet sted"),
        ("Se [[fiks|planen]].", "Se planen.", "«Tekst» lenker ikke lenger til «Fiks-plattformen»"),
        (
            "Se [[fiks|planen]].",
            "Se [[digihelse|planen]].",
            "«Tekst» lenker nå til «Digihelse»; lenker ikke lenger til «Fiks-plattformen»",
        ),
        (
            "## Mål\n\n- Se [[fiks]].",
            "## Mål\n\n- Se **alt** om [[fiks]].",
            "Tekst endret fra «Mål Se Fiks-plattformen.» til «Mål Se alt om Fiks-plattformen.»",
        ),
        (LONG, f"{LONG} Staten er med.", "Lagt til i «Tekst»: «Staten er med.»"),
        (f"{LONG} Staten er med.", LONG, "Tatt bort fra «Tekst»: «Staten er med.»"),
        (
            LONG,
            LONG.replace("hvor mange som bor der", "evne"),
            "Tekst endret fra «… av dem betaler etter hvor mange som bor der. De som kommer til …» "
            "til «… av dem betaler etter evne. De som kommer til …»",
        ),
    ],
)  # fmt: skip
def test_text(old: str, new: str, told: str) -> None:
    """A reader sees what differs, as it stands on the page."""
    assert _told(old, new) == told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("2026", "2027", "1 år senere"),
        ("2027", "2025", "2 år tidligere"),
        ("2026-11", "2027-01", "2 måneder senere"),
        ("2027-01", "2026-12", "1 måned tidligere"),
        ("2026-01", "2028-01", "2 år senere"),
        ("2026-01-31", "2026-02-28", "28 dager senere"),
        ("2026-02-01", "2026-01-31", "1 dag tidligere"),
        ("2026-06-15", "2026-12-15", "6 måneder senere"),
        ("2026-06-15", "2027-01-02", "omtrent 7 måneder senere"),
        ("2026", "2027-06", ""),
        ("2026", "2026", ""),
        ("snart", "2027", ""),
    ],
)
def test_duration(old: str, new: str, told: str) -> None:
    """As exactly as both dates are known, and nothing where one is not."""
    assert moved_by(old, new, NB) == told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "30000000",
            "45000000",
            "fra 30\u00a0000\u00a0000\u00a0kr til 45\u00a0000\u00a0000\u00a0kr",
        ),
        ("mye", "45000000", "fra mye til 45\u00a0000\u00a0000\u00a0kr"),
        ("1e400", "1e401", "fra 1e400 til 1e401"),
        ("NaN", "1", "fra NaN til 1\u00a0kr"),
    ],
)
def test_sum(old: str, new: str, told: str) -> None:
    """A sum as readers write it; what is none stays as it was written."""
    (change,) = compare(Project, {"total_cost": old}, {"total_cost": new})

    assert sentence(change, Project, {}, NB) == f"Totalkostnad endret {told}"


def test_a_text_that_is_another_altogether() -> None:
    """More words than anybody mends at once are not compared one by one."""
    assert difference("kommnune " * 3, "kommune " * 3) == Difference(
        Rewording.SLIPS, (("kommnune", "kommune"),)
    )
    words = [f"ord{chr(97 + index % 26)}x{index}" for index in range(MAX_WORDS)]
    assert difference(" ".join(words), " ".join(reversed(words))) == Difference(Rewording.WORDS)


@pytest.mark.parametrize(
    ("old", "new", "is_name", "may_be"),
    [
        ("standardar", "standarder", False, True),
        ("barnane", "barnene", False, True),
        ("utgreiingen", "utgreiinga", False, True),
        ("ilgjengelig", "tilgjengelig", False, True),
        ("avhengig", "uavhengig", False, False),
        ("lager", "lagre", False, False),
        ("Hole", "Hol", True, False),
        ("DIGIHJELPEN", "DIGIHJELPA", True, False),
    ],
)
def test_slips_of_the_pen(old: str, new: str, is_name: bool, may_be: bool) -> None:
    """Another form of the same is one, another meaning is none."""
    assert may_be_slip(old, new, is_name=is_name) is may_be


@pytest.mark.parametrize(("times", "rewording"), [(20, Rewording.SLIPS), (400, Rewording.WORDS)])
def test_the_same_few_words_over_and_over_are_another_text(
    times: int, rewording: Rewording
) -> None:
    """Comparing them would take seconds."""
    between = "en to " * times

    found = difference(f"Strategien {between} strategien.", f"Strateigen {between} strateigen.")
    assert found.rewording is rewording
