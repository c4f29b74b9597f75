"""No comment is lost, wherever it stands, and none moves again when the file is written again."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.content.yaml.yaml_reader import read_yaml
from living_strategy.editing.canonical import canonical
from tests.examples import examples
from tests.unit.editing.meaning import meaning

MEASURE = """\
uses: [digisos, fiks-io]
title: "Åpne møter"
goals:
- apne-data
- medvirkning
summary: >
  Kommunen sender
  møtene på nett.
status:
milestones:
  - date: 2018-05
    title: Alle sender
    note: |
      En linje
      til
  - {title: Arkiv, date: 2019}
sources: []
responsible: [ks,
  ks-digital]
note: 'Kilden er
  udatert.'
"""
PLACES = st.integers(min_value=0, max_value=MEASURE.count("\n"))
REMARKS = st.lists(
    st.tuples(PLACES, st.booleans(), st.integers(min_value=0, max_value=7), st.booleans()),
    min_size=1,
    max_size=8,
)


def test_comments_stay_where_they_belong() -> None:
    """Above a key, behind a value, at the end of a part, above the whole, and at the end."""
    text = """\
# Om hele filen

# Datoen er anslått
status_date: 2018 # ca.
title: Åpne møter


# To mål
goals: # valgt av rådet
  - a # det første
  # det andre
  - b
milestones:
  - title: Start
    # date: 2019
  # Flere følger
period: # uten slutt
  # end: 2020
number:
  # ikke trykt
# Slutt
"""
    expected = """\
# Om hele filen

# Datoen er anslått
title: Åpne møter
number:
  # ikke trykt

# To mål
goals:  # valgt av rådet
  - a  # det første
  # det andre
  - b
status_date: 2018  # ca.
period:  # uten slutt
  # end: 2020
milestones:
  - title: Start
    # date: 2019
  # Flere følger
# Slutt
"""
    result = canonical("measures/a.yml", text.encode())

    assert result.left is None
    assert result.content.decode() == expected
    assert canonical("measures/a.yml", expected.encode()).content.decode() == expected


@examples(200)
@pytest.mark.no_cover
@given(REMARKS)
def test_no_comment_is_lost(remarks: list[tuple[int, bool, int, bool]]) -> None:
    """On lines of their own in any column, behind any line, with blank lines above."""
    lines = MEASURE.split("\n")
    for number, (place, is_behind, column, is_after_blank) in enumerate(remarks):
        if is_behind:
            lines[place] += f" # «{number}»"
        else:
            blank = "\n" if is_after_blank else ""
            lines[place] = f"{blank}{' ' * column}# «{number}»\n{lines[place]}"
    text = "\n".join(lines)
    tree = read_yaml(text)
    result = canonical("measures/a.yml", text.encode())
    after = result.content.decode()

    if tree.problems:
        assert after == text
        return
    assert result.left is None
    assert marks(after) == marks(text)
    assert meaning(read_yaml(after).data) == meaning(tree.data)
    assert canonical("measures/a.yml", result.content).content.decode() == after


def marks(text: str) -> list[str]:
    """Return the marks of the comments in a text."""
    return sorted(re.findall("# «[0-9]+»", text))
