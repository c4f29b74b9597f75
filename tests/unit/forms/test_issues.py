"""Issue forms: accepted by a real validator, in every language, with the choices of today."""

from __future__ import annotations

import pytest
import yaml

from living_strategy.forms.issues import issue_forms
from living_strategy.language import LANGUAGES, Language
from living_strategy.proposals.answers import read_answers
from living_strategy.proposals.issue_addresses import IssueHost
from living_strategy.proposals.questions import all_proposals


@pytest.mark.parametrize("code", LANGUAGES)
def test_forms_of_github(code: str) -> None:
    """They ask the questions, in order, under their labels; texts stay texts."""
    language = Language.load(code)
    forms = dict(issue_forms(all_proposals(language), IssueHost.GITHUB))
    expected = all_proposals(language)

    assert list(forms) == [f".github/ISSUE_TEMPLATE/{form.name}.yml" for form in expected]
    for text, form in zip(forms.values(), expected, strict=True):
        read = yaml.safe_load(text)
        assert (read["name"], read["description"]) == (form.title, form.summary)
        assert [
            (part["id"], part["attributes"]["label"], tuple(part["attributes"].get("options", ())))
            for part in read["body"]
        ] == [(question.id, question.label, question.choices) for question in form.questions]


def test_forms_of_gitlab() -> None:
    """A template whose name readers choose; its answers are read as those of the other host."""
    language = Language.load("nb")
    forms = dict(issue_forms(all_proposals(language), IssueHost.GITLAB))
    status = all_proposals(language)[1]
    text = forms[".gitlab/issue_templates/Meld ny status.md"]

    assert read_answers(text, status) == {}
    filled = text.replace(
        f"### {status.questions[0].label}\n", "### Hvilken side gjelder det?\n\nkurs\n"
    )
    assert read_answers(filled, status) == {"entry": "kurs"}
