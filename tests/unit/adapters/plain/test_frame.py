"""The frame around every page: who publishes the site and whom readers can write to."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from living_strategy.adapters.plain.frame import PlainFrame
from living_strategy.artifact import Page
from living_strategy.inspection import Inspection
from living_strategy.publication import Publication
from living_strategy.settings import Settings
from living_strategy.site.files import Site
from tests.factories import TODAY, a_graph, an_organisation

PAGE = Page("mal/x/", "goal", "Mål", "Om.", "<p>Mål.</p>")


def lines(root: Path, name: str, **settings: Any) -> list[str]:
    """The texts of paragraphs of this class around a page, without tags."""
    chosen = Settings.model_validate({"title": "Strategi", "language": "nb"} | settings)
    graph = a_graph(an_organisation(), settings=chosen)
    frame = PlainFrame(Publication(root, Inspection(graph, ()), TODAY), Site())
    html = frame.document(PAGE).decode()
    texts = re.findall(rf'<p class="{name}">(.*?)</p>', html)
    return [re.sub("<.*?>", "", text) for text in texts]


def test_a_public_body_is_named_at_head_and_foot(tmp_path: Path) -> None:
    """With the address that readers write to."""
    settings = {
        "owner": "ks",
        "contact": "post@ks.example",
        "disclaimer": "Laget av sekretariatet.",
    }

    assert lines(tmp_path, "ls-sender", **settings) == ["Utgitt av KS"]
    assert lines(tmp_path, "ls-about", **settings) == [
        "Utgitt av KS. Laget av sekretariatet. Kontakt: post@ks.example"
    ]


def test_a_demonstration_is_called_one_and_names_no_publisher(tmp_path: Path) -> None:
    """The owner of the strategy does not answer for what others show."""
    settings = {"owner": "ks", "publication": "demonstration"}

    assert lines(tmp_path, "ls-sender", **settings) == ["Demonstrasjon"]
    assert lines(tmp_path, "ls-about", **settings) == []


def test_what_nobody_has_stated_is_not_there(tmp_path: Path) -> None:
    """No empty line, and nothing about a contact that is missing."""
    assert lines(tmp_path, "ls-sender") == []
    assert lines(tmp_path, "ls-about") == []
