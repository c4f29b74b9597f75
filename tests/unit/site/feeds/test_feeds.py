"""Feeds are what their standards ask for, whatever stands in them, and their ids never change."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.site.feed_formats import FEED_FORMATS
from living_strategy.site.feeds import WRITERS, atom, json_feed
from living_strategy.site.feeds.feed import Category, Feed, FeedItem, tag
from tests.factories import valid_files
from tests.followed import feed_in, files_of, goal, project, published, state
from tests.histories import Commit

NAMESPACE = "{http://www.w3.org/2005/Atom}"
STATES = (
    state("2026-01-05"),
    state("2026-02-05", projects__prosjekt=project("Nytt navn", "planned")),
    state("2026-03-05", projects__prosjekt=project("Nytt navn"), goals__mal=goal("proposed")),
)


def a_feed(text: str) -> Feed:
    """A feed that says the same everywhere."""
    item = FeedItem(
        "tag:x,2026:1", text, "https://x/", date(2026, 1, 2), text, text, (Category(text, text),)
    )
    return Feed(
        "tag:x,2026:2", text, text, text, "nb", "https://x/", "changes", "https://x/",
        date(2026, 1, 2), (item,),
    )  # fmt: skip


def test_every_format_has_a_writer() -> None:
    """And its files have endings of their own."""
    assert tuple(writer.format for writer in WRITERS) == FEED_FORMATS
    assert len({feed_format.ending for feed_format in FEED_FORMATS}) == len(FEED_FORMATS)


def test_atom_has_what_the_standard_requires() -> None:
    """RFC 4287, 4.1.1 and 4.1.2: id, title and updated once each, an author, a link to itself."""
    for path, content in files_of(published(*STATES)).items():
        if not path.endswith(".atom"):
            continue
        root = ElementTree.fromstring(content)
        assert root.tag == f"{NAMESPACE}feed"
        assert root.find(f"{NAMESPACE}author/{NAMESPACE}name") is not None
        for element in (root, *root.iter(f"{NAMESPACE}entry")):
            for name in ("id", "title", "updated"):
                (only,) = element.findall(NAMESPACE + name)
                assert only.text
            links = {
                link.get("rel"): link.get("href") for link in element.findall(f"{NAMESPACE}link")
            }
            assert links.pop("alternate", "").startswith("https://example.org/plan/")
            assert links == (
                {"self": f"https://example.org/plan/{path}"} if element is root else {}
            )
        ids = [element.text for element in root.iter(f"{NAMESPACE}id")]
        assert len(set(ids)) == len(ids)


def test_a_change_as_readers_get_it() -> None:
    """Its entry, the sentence that weighs most, all sentences, its kind, and where it leads."""
    parsed = feed_in(files_of(published(*STATES))["projects/prosjekt/changes.atom"])
    newest, older = parsed.entries

    assert (parsed.feed.title, parsed.feed.author, parsed.feed.updated) == (
        "Changes: Nytt navn", "Prøvestrategien", "2026-03-05T00:00:00Z",
    )  # fmt: skip
    assert newest.title == "Nytt navn: Status changed from planned to ongoing"
    assert newest.summary == "<p>Status changed from planned to ongoing</p>"
    assert newest.link == "https://example.org/plan/projects/prosjekt/"
    assert [(tag.term, tag.label) for tag in newest.tags] == [
        ("project", "Project"), ("substantive", "Substantive"),
    ]  # fmt: skip
    assert older.summary.startswith("<ul><li>Status changed from ongoing to planned</li><li>")
    assert older.updated == "2026-02-05T00:00:00Z"


def test_json_feed_has_what_the_standard_requires() -> None:
    """JSON Feed 1.1: version, title and items; each item an id and content. It says what Atom
    says.
    """
    files = files_of(published(*STATES))
    data = json.loads(files["changes.json"])
    entries = feed_in(files["changes.atom"]).entries

    assert set(data) == {
        "version", "title", "description", "home_page_url", "feed_url", "language", "authors",
        "items",
    }  # fmt: skip
    assert data["version"] == "https://jsonfeed.org/version/1.1"
    assert data["feed_url"] == "https://example.org/plan/changes.json"
    assert [
        (item["id"], item["url"], item["title"], item["content_html"], item["date_published"])
        for item in data["items"]
    ] == [(entry.id, entry.link, entry.title, entry.summary, entry.updated) for entry in entries]
    assert len(entries) == 3


def ids(*states: Commit) -> list[str]:
    """The ids of the changes of the strategy."""
    data = json.loads(files_of(published(*states))["changes.json"])
    return [item["id"] for item in data["items"]]


def test_ids_outlive_a_rewritten_history() -> None:
    """Other days, other messages and other commits around it: a change is known by what it says."""
    first, second, third = STATES
    rewritten = (
        Commit("2026-04-01", first.files, "Squashed"),
        Commit("2026-04-02", second.files),
        Commit("2026-04-03", third.files),
    )
    before = ids(*STATES)

    assert ids(*rewritten) == before
    # Another change in front of them, and one behind.
    page = {"strategy/om.md": b"# Om\n\nEn side.\n"}
    with_page = [Commit(made.day, made.files | page) for made in STATES]
    later = state("2026-06-05", projects__prosjekt=project("Nytt navn"))
    assert ids(*with_page) == before
    assert ids(*STATES, later)[1:] == before


def test_an_id_is_of_the_site_it_stands_on() -> None:
    """Two sites of one address have other ids; no port and no letter that a tag may not have."""
    assert (
        tag("https://Kommune.example:8443/plan/", "mål") == "tag:kommune.example,2026:plan/m%C3%A5l"
    )
    assert ids(*STATES)[0].startswith("tag:example.org,2026:plan/")


@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_is_sound(text: str) -> None:
    """Markup, control characters and halves of characters break no feed."""
    parsed = feed_in(atom.write(a_feed(text)))
    data = json.loads(json_feed.write(a_feed(text)).decode())

    assert (len(parsed.entries), len(data["items"])) == (1, 1)
    root = ElementTree.fromstring(atom.write(a_feed(text)))
    told = root.findtext(f"{NAMESPACE}title") or ""
    assert told.count("<") == text.count("<")


@pytest.mark.parametrize(
    "title",
    ["</title><script>alert(1)</script>", "]]>", "<!--", "&amp;", '"><img src=x onerror=alert(1)>'],
)
def test_a_hostile_title_stays_text(title: str) -> None:
    """Also where readers show markup, which is escaped once more there."""
    quoted = json.dumps(title)
    states = (
        state("2026-01-05"),
        state("2026-02-05", projects__prosjekt=project(quoted, "planned")),
        state("2026-03-05", projects__prosjekt=project(json.dumps(f"{title}!"))),
    )
    content = files_of(published(*states))["changes.atom"]
    html: list[Any] = [
        element.text for element in ElementTree.fromstring(content).iter(f"{NAMESPACE}content")
    ]

    assert b"<script" not in content
    assert b"<img" not in content
    assert len(html) == 2
    assert not any("<script" in text or "<img" in text or "<!--" in text for text in html)


def test_the_publisher_is_the_author() -> None:
    """Who answers for an official site; a demonstration speaks for itself only."""
    strategy = valid_files()["strategy/strategy.yml"]
    assert isinstance(strategy, str)
    official = strategy.replace("publication: demonstration", "contact: post@ks.no")
    files = files_of(published(state("2026-01-05", strategy__strategy=official)))

    assert feed_in(files["changes.atom"]).feed.author == "KS"
