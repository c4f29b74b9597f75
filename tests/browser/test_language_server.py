"""What editors show of our schemas, by the YAML server that their extensions run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from living_strategy.language import Language
from living_strategy.model.values import Status
from tests.browser.language_server import LanguageServer
from tests.integration.site_support import REPOSITORY

pytestmark = pytest.mark.browser
NB = Language.load("nb")
SETTINGS = REPOSITORY / ".vscode/settings.json"
MEASURE = """\
title: Prøve
goals: [apenhet]
status: {status}
description: |
  Prøves i en editor.
"""
LINE = 2
CHOICES = {status.value: NB.term(status) for status in Status}


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    """The server as it is started in this repository, without schemas from elsewhere."""
    settings = json.loads(SETTINGS.read_text("utf-8"))
    with LanguageServer(REPOSITORY, settings | {"yaml.schemaStore": {"enable": False}}) as started:
        yield started


def words(said: Any) -> str:
    """The text of what the server shows, whatever form it has."""
    return str(said.get("value", "")) if isinstance(said, dict) else str(said)


def test_an_editor_knows_the_fields(server: LanguageServer) -> None:
    """A wrong value is marked where it stands, and nothing else; each choice comes with its word,
    and a field is explained in Norwegian.
    """
    wrong = server.open("measures/feil.yml", MEASURE.format(status="ferdig"))
    marked = server.faults(wrong)
    empty = server.open("measures/tom.yml", MEASURE.format(status=""))
    offered = server.at("completion", empty, LINE, len("status: "))["items"]
    full = server.open("measures/full.yml", MEASURE.format(status="ongoing"))
    on_key = words(server.at("hover", full, LINE, 2)["contents"])
    on_value = words(server.at("hover", full, LINE, len("status: ") + 2)["contents"])

    assert [(one["range"]["start"]["line"], one["severity"]) for one in marked] == [(LINE, 1)]
    assert all(value in marked[0]["message"] for value in CHOICES)
    assert {item["label"]: words(item.get("documentation")) for item in offered} == CHOICES
    assert "fullført" in on_key
    assert CHOICES["ongoing"] in on_value
