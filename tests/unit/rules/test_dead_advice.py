"""What counts as telling readers to press something, and what does not."""

from __future__ import annotations

import pytest

from tests.factories import inspect_files, shown

PLACES = {
    "«Fill in the form»": True,
    "“fill in the\nform”": True,
    '"Fill in the form."': True,
    "**Fill in the form**": True,
    "*Fill in the form*": True,
    "«**Fill in the form**»": True,
    "«Fill in\n> the form»": True,
    "Fill in the form, and send it.": False,
    "`«Fill in the form»`": False,
    "[Fill in the form](https://www.lillevik.example/)": False,
    "[**Fill in the form**](https://www.lillevik.example/)": False,
    "[«Fill in the form»](https://www.lillevik.example/)": False,
    "«Fıll İn the form»": False,
    "«Fill in the form of the county»": False,
}


@pytest.mark.parametrize("text", PLACES)
def test_words_count_where_they_are_set_apart(text: str) -> None:
    """Ordinary sentences, links of the text's own and examples in code promise nothing."""
    findings = shown(inspect_files({"strategy/om.md": f"# Om\n\nTrykk {text}\n"}).diagnostics)

    place = f"strategy/om.md:3:{len('Trykk ') + text.casefold().find('fill') + 1}"
    expected = [f"{place}: warning[dead-advice] description"] if PLACES[text] else []
    assert [line.partition(" | ")[0] for line in findings] == expected


@pytest.mark.parametrize("value", ["Conditional", "[conditional]", "true", "{}", "1"])
def test_a_misspelt_exception_is_one_mistake(value: str) -> None:
    """It is told where it stands, and what would follow from it is not told as well."""
    page = f"---\nways: {value}\n---\n# Om\n\nTrykk «Fill in the form».\n"
    [line] = shown(inspect_files({"strategy/om.md": page}).diagnostics)

    assert line.startswith("strategy/om.md:2:7: error[")


def test_texts_of_entries_count() -> None:
    """A report in an entry is a text like another, and names the entry."""
    goal = inspect_files({}).graph.record("mal").source.text
    changed = f"{goal.rstrip()}\n\nTrykk på «Fill in the form».\n"
    [line] = shown(inspect_files({"goals/mal.md": changed}).diagnostics)

    assert "warning[dead-advice] description (mal)" in line


def test_what_the_settings_turn_on_is_there() -> None:
    """Whoever has a contact and a form has both links, as far as a check can know."""
    settings = inspect_files({}).graph.corpus.settings_source.text
    more = "contact: post@lillevik.example\nform: {host: github, login: 'https://x.example'}\n"
    page = "# Om\n\n«Fill in the form», «Try the form», «Write to us about a change».\n"
    files = {"strategy/strategy.yml": f"{more}{settings}", "strategy/om.md": page}
    without = inspect_files({"strategy/om.md": page})

    assert len(without.diagnostics) == 2 + (without.graph.corpus.settings.contact is None)
    assert "dead-advice" not in [finding.code for finding in inspect_files(files).diagnostics]
