"""What a new strategy says is spelt as the dictionaries do, in both forms of Norwegian."""

from __future__ import annotations

import pytest

from living_strategy.content.markdown.prose import blank_code
from living_strategy.content.tree import MemorySource
from living_strategy.inspection import inspect_source
from living_strategy.starting.files import starting_files
from living_strategy.starting.owner import named_owner
from tests.content.test_spelling import INTERFACE_WORDS
from tests.content.texts import texts_of, unknown_words, word_list, words_of
from tests.factories import TODAY

# What one clicks on, names, and the parts of “id-en”, which the dictionary of nynorsk takes apart.
KNOWN = {
    *("id", "en"),
    *("Actions", "Branches", "Build", "GitHub", "GitLab", "Living", "Pages"),
    *("Settings", "Source", "Strategy", "schedules", "Python", "Kommandoen", "Markdown"),
}


@pytest.mark.parametrize("code", ["nb", "nn"])
def test_spelling(code: str) -> None:
    """There is no unknown word in the entries, the page for editors and README.md."""
    files = starting_files(named_owner("Oslo", code, chosen=True), TODAY)
    source = MemorySource({path: text.encode() for path, text in files.items()})
    texts = [text.text for text in texts_of(inspect_source(source, TODAY).graph.corpus)]
    words = {word for text in (*texts, blank_code(files["README.md"])) for word in words_of(text)}

    unknown = unknown_words(words, f"{code}_NO") - KNOWN - set(word_list(INTERFACE_WORDS))

    assert sorted(unknown) == []
