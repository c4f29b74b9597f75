"""The text of an edition, to the letter: its sum is published."""

from __future__ import annotations

from living_strategy.content.graph import Graph
from living_strategy.content.tree import MemorySource
from living_strategy.inspection import inspect_source
from living_strategy.papers.edition_text import edition_text
from tests.factories import TODAY, as_bytes, valid_files

VALID = as_bytes(valid_files())
GOAL = """---
title: 1*1 er _ett_
number: "1.1"
summary: Kort sagt.
area: omrade
standing: adopted
as_of: 2024
note: Står ikke i vedtaket.
sources: [{title: Strategien, publisher: KS}]
indicators:
  - id: andel
    title: Andel
    unit: percent
    direction: up
    target: {value: "12.50", date: 2028}
    values: [{date: 2024, value: "3"}]
decisions:
  - {date: 2023-02, title: Vedtak, body: ks, url: "https://ks.no/a_b"}
---

Se [[tiltak]] og [[ks|foreningen]].

## Hvorfor

```
## [[tiltak]]
```

##### Dypt
"""
TEXT = """### 1.1 1\\*1 er \\_ett\\_

Kort sagt.

- Id: mal
- Satsingsområde: Område
- Vedtatt eller foreslått: Vedtatt
- Indikatorer:
  - Id: andel; Indikator: Andel; Enhet: Prosent; Retning: Opp; Målverdi: (12.50; Frist: 2028)
- Vedtak:
  - Dato: februar 2023; Vedtak: Vedtak; Vedtatt av: KS; Nettadresse: https://ks.no/a_b

Se Tiltak og foreningen.

#### Hvorfor

```
## [[tiltak]]
```

###### Dypt
"""


def graph_of(**files: bytes) -> Graph:
    """The valid strategy in bokmål, with some files replaced."""
    settings = VALID["strategy/strategy.yml"].replace(b"language: en", b"language: nb")
    texts = VALID | {"strategy/strategy.yml": settings}
    texts |= {name.replace("__", "/") + ".md": text for name, text in files.items()}
    return inspect_source(MemorySource(texts), TODAY).graph


def test_what_was_decided_is_there_to_the_letter() -> None:
    """Titles in place of ids, headings below the title, no mark that Markdown would take for its
    own, and nothing that is only reported.
    """
    assert TEXT in edition_text(graph_of(goals__mal=GOAL.encode()))


def test_it_says_whose_words_a_title_is_in() -> None:
    """Below the title: a paraphrase with the text that was adopted, a quotation, and our own words.
    A goal that says nothing of it is as it was before there was such a field.
    """
    source = "standing: adopted\nwording_source: https://ks.no/a_b\nwording: "
    paragraphs = {
        wording: edition_text(
            graph_of(goals__mal=GOAL.replace("standing: adopted", f"{source}{wording}").encode())
        ).split("\n\n")
        for wording in ("verbatim", "paraphrased", "own")
    }
    sentences = {
        wording: text[text.index("### 1.1 1\\*1 er \\_ett\\_") + 1]
        for wording, text in paragraphs.items()
    }

    assert sentences == {
        "verbatim": "Tittelen er sitert fra det som ble vedtatt. Kilde: https://ks.no/a_b",
        "paraphrased": "Tittelen er ikke et sitat. Vi har gjengitt målet som er vedtatt, med våre "
        "ord. Kilde: https://ks.no/a_b",
        "own": "Vi har formulert tittelen selv. Kilde: https://ks.no/a_b",
    }


def test_the_whole_strategy_in_order() -> None:
    """Areas, goals, measures and projects, each kind below a heading of its own."""
    headings = [line for line in edition_text(graph_of()).splitlines() if line.startswith("#")]

    assert headings == [
        "# Prøvestrategien",
        "## Satsingsområder", "### Område",
        "## Mål", "### Mål",
        "## Tiltak", "### Tiltak",
        "## Prosjekter", "### Prosjekt",
    ]  # fmt: skip


def test_a_reference_that_leads_nowhere_is_kept_as_it_was_written() -> None:
    """What was decided is not lost because the entry is."""
    goal = GOAL.replace("area: omrade", "area: borte").replace("[[tiltak]] og", "[[borte]] og")
    text = edition_text(graph_of(goals__mal=goal.encode()))

    assert "- Satsingsområde: borte\n" in text
    assert "Se borte og foreningen.\n" in text
