"""Letters to those who are responsible: whole texts, in three languages."""

from __future__ import annotations

from typing import Any

import pytest

from living_strategy.figures.status_summary import status_summary
from living_strategy.language import Language
from living_strategy.model import Entry
from living_strategy.papers.owner_letter import OwnerLetter, owner_letters
from living_strategy.settings import Settings
from tests.factories import (
    TODAY,
    a_goal,
    a_graph,
    a_measure,
    a_project,
    an_area,
    an_organisation,
)

FRESH: dict[str, Any] = {
    "reviewed": "2026-11", "status_date": "2026-10", "period": {"start": "2024", "end": "2028"},
}  # fmt: skip
ENTRIES = (
    an_area(), an_organisation(), an_organisation(id="etaten", title="Etaten"), a_goal(),
    a_measure(
        id="sent", title="Innfør felles journal i alle kommunene i fylket", responsible=["ks"],
        status="ongoing", status_date="2026-06", reviewed="2026-11",
        period={"start": "2024", "end": "2025"},
        milestones=[{"title": "Pilot", "date": "2026-02-01"}],
    ),
    a_measure(id="gammelt", title="Kurs", responsible=["ks", "etaten"], status_date="2021"),
    a_measure(id="fersk", title="Ferskt tiltak", responsible=["ks"], **FRESH),
    a_measure(id="ferdig", title="Ferdig tiltak", responsible=["ks"], status="completed"),
    a_project(id="prosjekt", title="Prosjekt", measures=["sent"], lead="ks", **FRESH),
)  # fmt: skip

NB = """\
Dere er ført som ansvarlig for fire tiltak og ett prosjekt i «Digital
strategi».

Den 21. november 2026 gikk vi gjennom datoene vi kjenner. Noe kan være
forsinket, eller det er ikke bekreftet. Det er regnet ut fra datoer: Ingen
har vurdert arbeidet deres. Vi ber dere svare på spørsmålene, eller si fra
om dere ikke er ansvarlige.

1. Innfør felles journal i alle kommunene i fylket
   Oppgitt status: pågår per juni 2026
   https://lillevik.example/measures/sent/
   - Fristen for milepælen «Pilot» er passert (1. februar 2026), og vi har
     ikke funnet at den er nådd. Det er 9 måneder siden. Er den nådd, og
     når? Hvis ikke: Hva er den nye datoen?
   - Perioden er over (2025), men statusen er ikke «fullført» eller
     «stanset». Det er minst 10 måneder siden. Er det ferdig, og når? Hvis
     ikke: Når blir det ferdig?

2. Kurs
   Oppgitt status: pågår per 2021
   https://lillevik.example/measures/gammelt/
   - Oppgitt som pågående, men ingen kilde vi kjenner, bekrefter det etter
     2021. Pågår det fortsatt? Skriv en setning om hvordan det går, med
     dato.

Disse spør vi ikke om: Ferskt tiltak; Ferdig tiltak; Prosjekt.

For hvert av dem trenger vi status, datoen den gjelder fra, og gjerne
adressen til en side der det står. Det dere sender, kan bli publisert.

Send svaret til strategi@lillevik.example.
"""
NN = """\
De er førte som ansvarlege for eitt tiltak i «Digital strategi».

Den 21. november 2026 gjekk vi gjennom datoane vi kjenner. Noko kan vere
forseinka, eller det er ikkje stadfesta. Det er rekna ut frå datoar: Ingen
har vurdert arbeidet dykkar. Vi ber dykk svare på spørsmåla, eller seie frå
om de ikkje er ansvarlege.

1. Kurs
   Oppgitt status: pågår per 2021
   - Oppgitt som pågåande, men inga kjelde vi kjenner, stadfestar det etter
     2021. Går det føre seg framleis? Skriv ei setning om korleis det går,
     med dato.

For kvart av dei treng vi status, datoen han gjeld frå, og gjerne adressa
til ei side der det står. Det de sender, kan bli publisert.

Send svaret til den de fekk dette frå.
"""
EN = """\
You are listed as responsible for one measure in “Digital strategi”.

On November 21, 2026 we went through the dates that we know. What follows
may be late, or is not confirmed. It is computed from dates: nobody has
judged your work. Please answer the questions, or tell us that you are not
responsible.

1. Kurs
   Declared status: ongoing, as of 2021
   - No source we know has confirmed after 2021 that it is under way. Does
     it still go on? Write a sentence about how it goes, with a date.

For each we need the status, the date from which it holds and, if there is
one, the address of a page that says so. What you send may be published.

Answer whoever sent you this.
"""


def letters(
    *entries: Entry, language: str, site: str = "", contact: str | None = None
) -> tuple[OwnerLetter, ...]:
    """The letters of a strategy."""
    settings = Settings.model_validate({"title": "Digital strategi", "contact": contact})
    graph = a_graph(*entries, settings=settings)
    return owner_letters(
        status_summary(graph, TODAY),
        settings,
        Language.load(language),
        lambda entry: f"{site}measures/{entry.id}/" if site else "",
    )


def test_a_letter_lists_what_is_asked_with_status_and_address() -> None:
    """And at the end what nothing is asked about, and whom to answer."""
    contact, site = "strategi@lillevik.example", "https://lillevik.example/"

    etaten, ks = letters(*ENTRIES, language="nb", site=site, contact=contact)

    assert (etaten.owner.id, ks.owner.id) == ("etaten", "ks")
    assert ks.subject == "Det KS er ført som ansvarlig for i «Digital strategi»"
    assert ks.text == NB


@pytest.mark.parametrize(("language", "text"), [("nn", NN), ("en", EN)])
def test_a_letter_in_another_language(language: str, text: str) -> None:
    """Without a site and a contact there are no addresses, and whoever sent it is answered."""
    assert letters(*ENTRIES, language=language)[0].text == text


def test_nobody_is_written_to_without_a_reason() -> None:
    """Neither who has nothing to answer nor nobody."""
    fresh = a_measure(responsible=["ks"], **FRESH)
    orphan = a_measure(id="herrelost", **FRESH)

    assert letters(an_area(), an_organisation(), a_goal(), fresh, orphan, language="nb") == ()


def test_a_long_word_and_a_title_of_several_lines() -> None:
    """An address or a long word is never broken; a line break in a title is a blank."""
    word = "x" * 90
    measure = a_measure(title=f"Første\n{word}", responsible=["ks"], status_date="2021")

    (letter,) = letters(an_area(), an_organisation(), a_goal(), measure, language="nb")

    assert f"1. Første\n   {word}\n   Oppgitt status" in letter.text
