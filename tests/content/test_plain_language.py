"""Short sentences."""

from __future__ import annotations

from collections import defaultdict

from living_strategy.content.graph import Graph
from tests.content.texts import sentences_of, texts_of

# Words a sentence, on average: over everything, and in any one file.
MOST_ON_AVERAGE, MOST_IN_A_FILE, MOST = 15, 18, 40


def test_sentences_are_short(graph: Graph) -> None:
    """Well below 25 words on average, in every file."""
    by_file: dict[str, list[int]] = defaultdict(list)
    for passage in texts_of(graph.corpus):
        by_file[passage.place] += sentences_of(passage.text)
    everything = [count for counts in by_file.values() for count in counts]
    heavy = {
        place: round(sum(counts) / len(counts), 1)
        for place, counts in by_file.items()
        if counts and sum(counts) / len(counts) > MOST_IN_A_FILE
    }

    assert sum(everything) / len(everything) < MOST_ON_AVERAGE
    assert heavy == {}
    assert [place for place, counts in by_file.items() if max(counts, default=0) > MOST] == []


def test_sentences_are_counted() -> None:
    """Abbreviations and dates end no sentence; headings and points without a full stop are none."""
    text = (
        "## Overskrift\n\nKommunen skal f.eks. svare 1. mai. Se [[digisos|her]] nå! [Nav](x)?\n\n"
        "- ett punkt\n- to lange punkter.\n\n| a b | c d e. |\n|---|---|\n"
    )

    assert sentences_of(text) == [7, 3, 1, 3, 3]
