"""What KS and the state have said stands where a reader looks, and every body can be reached."""

from __future__ import annotations

import re

import pytest

from living_strategy.content.graph import Graph
from living_strategy.model import Body, Goal, Measure, Project, Scheme
from living_strategy.model.goal import Standing
from living_strategy.site.pages.sources.cited_sources import cited_sources
from tests.content.texts import texts_of

# A statement of the sources, in the words that name it, and the file a reader finds it in.
STATEMENTS = [
    # The national assembly of KS in 2020.
    ("fagradene", "strategy/innretning/organisering-og-styring.md"),
    ("faggruppene", "strategy/innretning/organisering-og-styring.md"),
    ("kommunedirektorutvalget", "strategy/innretning/organisering-og-styring.md"),
    ("fylkesdirektorkollegiet", "strategy/innretning/organisering-og-styring.md"),
    ("kom fra medlemmene", "strategy/innretning/organisering-og-styring.md"),
    ("andre nasjonale aktører", "strategy/innretning/organisering-og-styring.md"),
    ("virksomhetsarkitektur", "strategy/innretning/organisering-og-styring.md"),
    ("frivillig vil slutte opp", "strategy/innretning/organisering-og-styring.md"),
    ("Saksframstillingen", "strategy/innretning/organisering-og-styring.md"),
    ("Nasjonalt e-helsestyre (NEHS)", "strategy/registers/bodies.yml"),
    # The conference eKommune in 2020.
    ("reell medbestemmelse", "strategy/innretning/medvirkning.md"),
    ("drives nedenfra", "strategy/innretning/medvirkning.md"),
    ("innkjøper", "strategy/innretning/medvirkning.md"),
    ("knyttes nærmere samstyringen", "strategy/innretning/medvirkning.md"),
    ("vanskeligere å lage tjenester som henger sammen", "strategy/innretning/medvirkning.md"),
    ("største hinderet", "strategy/innretning/organisering-og-styring.md"),
    ("partnerskap mellom stat og kommune", "strategy/innretning/samordning-med-staten.md"),
    ("politisk likeverdighet", "strategy/innretning/samordning-med-staten.md"),
    # The strategy of 2017.
    ("interessepolitiske", "strategy/innledning.md"),
    ("gode rammevilkår", "strategy/innretning/organisering-og-styring.md"),
    ("vesentlig virkemiddel", "strategy/innretning/organisering-og-styring.md"),
    ("endres i takt med teknologien", "strategy/utfordringer.md"),
    ("verdiskaping, innovasjon og høyere produktivitet", "strategy/utfordringer.md"),
    ("virkemiddelapparatet", "strategy/utfordringer.md"),
    ("i førersetet", "strategy/innretning/finansiering.md"),
    ("vesentlig mer", "strategy/innretning/finansiering.md"),
    ("gjennomføringskraft", "strategy/innretning/finansiering.md"),
    ("mest digitalt modne", "strategy/registers/frameworks.yml"),
    ("mer brukervennlige", "strategy/registers/frameworks.yml"),
    ("avansert IKT-kompetanse", "strategy/registers/frameworks.yml"),
    ("Markedet brukes når det passer", "strategy/registers/frameworks.yml"),
    ("trusler og sårbarheter", "strategy/registers/frameworks.yml"),
    # What KS expects of those who speak for the sector.
    ("når de trenger det", "strategy/registers/frameworks.yml"),
    ("samleside", "strategy/innretning/samordning-med-staten.md"),
    ("veileder", "strategy/innretning/samordning-med-staten.md"),
    # The circular of the state.
    (
        "Program for IKT-samordning i kommunesektoren",
        "strategy/innretning/samordning-med-staten.md",
    ),
    ("motpart", "strategy/registers/bodies.yml"),
    ("må samordne seg selv", "strategy/innretning/samordning-med-staten.md"),
]

# What the editors do not write, and what they write instead.
NOT_OURS = [
    ("dette nettstedet", "vi"),
    ("lest ut av", "vi har utledet"),
    (r"\ber ført (?:som|opp som|på)\b", "vi har satt, står som"),
    (r"[Kk]obling(?:en|ene)? til (?:tiltak og )?mål", "nothing: the reading guide says it once"),
    (r"\b(?:som|de|dere|KS) vente[rt]\b", "forventer"),
    (r"\benn ventet\b", "enn forventet"),
    (r"passer til (?:digital|digitale)", "passer for"),
    (r"avhengige? av at andre utvikler", "avhengig av utvikling hos andre"),
    (r"regelverk(?:et)? (?:som )?ikke er tilpasset(?! digitalisering)", "tilpasset digitalisering"),
    ("fjerdedel", "firedel"),
    (r"ble avviklet i 2023", "skulle avvikles i 2023"),
    (r"(?:\A|[.!?]\s+|\n\s*- )\d[\d ]* [a-zæøå]", "a sentence that begins with a word"),
]


@pytest.mark.parametrize(("words", "place"), STATEMENTS)
def test_statements_are_told(graph: Graph, words: str, place: str) -> None:
    """A statement of the sources is on the page that answers the question it belongs to."""
    text = " ".join(
        " ".join(passage.text.split())
        for passage in texts_of(graph.corpus)
        if passage.place == place
    )

    assert words in text


def test_every_body_is_met_on_the_way(graph: Graph) -> None:
    """Each council and committee is mentioned or listed by something, so that readers find it."""
    texts = " ".join(passage.text for passage in texts_of(graph.corpus))
    alone = [
        body.id for body in graph.of_kind(Body) if not re.search(rf"\[\[{body.id}[|\]]", texts)
    ]

    assert alone == []


def test_adopted_goals_part_what_was_adopted_from_what_we_add(graph: Graph) -> None:
    """The list of an adopted goal is headed as our reading; that of a proposal is the proposal."""
    headings = {
        goal.id: ("## Slik forstår vi målet" in body, "## Hva målet innebærer" in body)
        for goal in graph.of_kind(Goal)
        for body in [graph.record(goal.id).source.body]
    }

    assert headings == {
        goal.id: (goal.standing is Standing.ADOPTED, goal.standing is Standing.PROPOSED)
        for goal in graph.of_kind(Goal)
    }


def test_language_of_the_editors(graph: Graph) -> None:
    """One voice, whole objects and sentences that begin with a word."""
    wordings = [
        (passage.place, hit[0], better)
        for passage in texts_of(graph.corpus)
        for pattern, better in NOT_OURS
        for hit in [re.search(pattern, passage.text)]
        if hit
    ]

    assert wordings == []


def test_short_names_are_found_by_search(graph: Graph) -> None:
    """Abbreviations that stand in sources lead to what they mean."""
    known = {word for group in graph.corpus.search_words for word in group}

    assert {"NEHS", "NUIT", "NUFA", "FKJ", "DFØ", "Difi", "KMD", "virksomhetsarkitektur"} <= known


def test_facts_are_not_newer_than_their_date(graph: Graph) -> None:
    """Everything is dated no earlier than the year of the newest source it tells of."""
    older = {
        entry.id: (str(entry.as_of), str(newest))
        for entry in graph.entries.values()
        for newest in [max((source.date for source in entry.sources if source.date), default=None)]
        if newest and entry.as_of and entry.as_of.year < newest.year
    }

    assert older == {}


def test_a_status_is_no_newer_than_its_page(graph: Graph) -> None:
    """What goes on is dated by what is known, and a plan for a later year is not."""
    planned = {
        entry.id: (str(entry.status_date), str(entry.as_of))
        for entry in (*graph.of_kind(Measure), *graph.of_kind(Project))
        if entry.status_date and entry.as_of and entry.status_date.year > entry.as_of.year
    }

    assert planned == {}


def test_a_publisher_has_one_name(graph: Graph) -> None:
    """No source in the strategy stands under the address of its site."""
    nameless = {
        source.url: sorted(source.holders)
        for source in cited_sources(graph)
        if source.url
        and not source.publisher
        and not all(name.startswith("/") for name in source.holders)
    }

    assert nameless == {}


def test_proposals_are_no_known_sums(graph: Graph) -> None:
    """What the state proposed for a scheme is told, and not added to what is known."""
    sums = {
        scheme.id: {amount.year: amount.amount for amount in scheme.amounts}
        for scheme in graph.of_kind(Scheme)
        if scheme.id == "digifin"
    }

    assert sums == {"digifin": {2017: 25_000_000, 2018: None}}
