"""A catalogue comes back as it was written, and what somebody has tampered with is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.exports import catalogue as written
from living_strategy.exports.export import Release
from living_strategy.limits import MAX_CATALOGUE_BYTES
from living_strategy.model import catalogue_reading as reading
from living_strategy.model import hostile_json
from living_strategy.model.catalogue import (
    Catalogue,
    CatalogueEntry,
    EditionReference,
    EntryState,
    Removed,
    canonical,
    catalogue_digest,
    described,
    digest,
    entry_digest,
)
from living_strategy.model.catalogue_reading import RefusedCatalogue, read_catalogue
from tests.examples import examples
from tests.factories import a_goal, a_measure, an_area
from tests.unit.site.pages.overviews import a_context

EDITION = EditionReference("v1", "2026-11", "data/editions/v1/catalogue.json", "0" * 64)
RELEASE = Release("v2", "2026-11-29", "https://a.example/", editions=(EDITION,))


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The catalogue of a small strategy."""
    old = a_goal(id="gammelt", retired={"date": "2026", "reason": "Nytt", "replaced_by": "mal"})
    goal = a_goal(aliases=["forste"], title="Mål <script>alert(1)</script>", description="Tekst.\n")
    context = a_context(tmp_path_factory.mktemp("x"), an_area(), goal, old, a_measure())
    (file,) = written.render(context.graph, context.addresses.entry, RELEASE)
    return file.content


def read(raw: bytes) -> Catalogue:
    """The catalogue, which must not be refused."""
    catalogue = read_catalogue(raw)
    assert isinstance(catalogue, Catalogue)
    return catalogue


def changed(raw: bytes, change: Any) -> str:
    """Why the catalogue is refused when its data are changed and its own hashes are right again."""
    data = json.loads(raw)
    change(data)
    for kind, entries in data["kinds"].items():
        for entry in entries:
            fields = {name: entry[name] for name in entry["hashes"] if name in entry}
            entry["hashes"] = {name: digest(value) for name, value in fields.items()}
            entry["hash"] = entry_digest(kind, fields, entry["decided"])
    hashes = [
        (kind, entry["id"], entry["hash"])
        for kind, entries in data["kinds"].items()
        for entry in entries
    ]
    data["hash"] = catalogue_digest(data["strategy"], hashes, [])
    refused = read_catalogue(json.dumps(data).encode())
    return refused.reason if isinstance(refused, RefusedCatalogue) else ""


def test_what_was_written_is_read(raw: bytes) -> None:
    """Head and entries, with links, states and what replaced what."""
    catalogue = read(raw)

    assert (catalogue.name, catalogue.date, catalogue.version) == ("v2", "2026-11-29", "v2")
    assert (catalogue.site, catalogue.path) == ("https://a.example/", "data/catalogue.json")
    assert catalogue.strategy["title"] == "Strategy"
    assert catalogue.editions == (EDITION,)
    goal, old = catalogue.by_id["mal"], catalogue.by_id["gammelt"]
    # A script is a text like any other.
    assert goal.title == "Mål <script>alert(1)</script>"
    assert goal.fields["description"] == "Tekst.\n"
    assert (goal.state, old.state) == (EntryState.IN_FORCE, EntryState.RETIRED)
    assert (goal.replaces, old.replaced_by) == (("gammelt",), ("mal",))
    assert catalogue.find("forste") is goal
    assert catalogue.successors("gammelt") == (goal,)
    assert catalogue.successors("mal") == ()
    assert catalogue.page(goal) == "https://a.example/goals/mal/"
    assert [entry.id for entry in catalogue.of_kind("goal")] == ["gammelt", "mal"]


def test_what_is_read_is_written_again(raw: bytes) -> None:
    """Entry by entry: nothing that a reader needs is lost."""
    data = json.loads(raw)

    for entry in read(raw).entries:
        (same,) = (part for part in data["kinds"][entry.kind] if part["id"] == entry.id)
        assert entry.wire() == same


def test_hashes_are_those_of_another_program(raw: bytes) -> None:
    """They can be calculated from the file alone, and do not change from one run to the next."""
    catalogue = read(raw)
    area = catalogue.by_id["omrade"]

    assert (
        canonical({"b": "æ", "a": [1, 0.5, None, True]})
        == '{"a":[1,0.5,null,true],"b":"æ"}'.encode()
    )
    assert area.hashes["title"] == digest("Område")
    assert area.hash == digest({"kind": "area", "fields": area.fields, "decided": area.decided})
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical(float("inf"))


def test_any_flipped_byte_in_an_entry_is_refused(raw: bytes) -> None:
    """Whatever a byte of a field becomes, the hashes tell, or it is no JSON any more."""
    start = raw.index(b'"goal": [')
    end = raw.index(b'"address"', start)
    for index in range(start + 12, end):
        if raw[index : index + 1].isspace():
            continue
        broken = raw[:index] + bytes([raw[index] ^ 1]) + raw[index + 1 :]
        assert isinstance(read_catalogue(broken), RefusedCatalogue), index


_NAMES = st.text(min_size=1, max_size=20).filter(lambda text: text.strip())
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.text(max_size=20)
    | st.floats(-1e12, 1e12, allow_nan=False),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@examples(50)
@given(title=_NAMES, value=_VALUES)
def test_any_field_comes_back(title: str, value: Any) -> None:
    """Whatever a newer program writes in a field that this one does not know."""
    entry = described("goal", {"id": "mal", "title": title, "later": value}, "0" * 64)
    hashed = catalogue_digest({"title": "S"}, [("goal", "mal", entry.hash)], ())
    document = {
        "format": "living-strategy catalogue", "version": 2, "path": "data/catalogue.json",
        "strategy": {"title": "S"}, "licence": {}, "kinds": {"goal": [entry.wire()]},
        "hash": hashed,
    }  # fmt: skip
    for ascii_only in (True, False):
        (same,) = read(json.dumps(document, ensure_ascii=ascii_only).encode()).entries
        assert same == entry


def _set(*path: Any, to: Any) -> Any:
    def change(data: Any) -> None:
        for key in path[:-1]:
            data = data[key]
        data[path[-1]] = to

    return change


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_set("format", to="noe annet"), reading.NOT_A_CATALOGUE),
        (_set("version", to=3), reading.NEWER_FORMAT),
        (_set("version", to=1), reading.OLDER_FORMAT),
        (_set("version", to=True), reading.NOT_A_CATALOGUE),
        (_set("site", to="javascript:alert(1)"), reading.UNSAFE_ADDRESS),
        (_set("site", to="https://a.example"), reading.UNSAFE_ADDRESS),
        (_set("path", to="../x"), reading.UNSAFE_ADDRESS),
        (_set("licence", "url", to="javascript:alert(1)"), reading.UNSAFE_ADDRESS),
        (_set("strategy", "title", to=" "), reading.NOT_A_CATALOGUE),
        (_set("kinds", "goal", 0, "address", to="https://b.example/"), reading.UNSAFE_ADDRESS),
        (_set("kinds", "goal", 0, "address", to="mal/../../"), reading.UNSAFE_ADDRESS),
        (_set("kinds", "goal", 0, "id", to="../x"), reading.NOT_A_CATALOGUE),
        (_set("kinds", "goal", 0, "title", to="x" * 301), reading.NOT_A_CATALOGUE),
        (_set("kinds", "goal", 0, "decided", to="gone"), reading.WRONG_HASH),
        (_set("kinds", "goal", 0, "state", to="gone"), reading.NOT_A_CATALOGUE),
        (_set("kinds", "goal", 0, "id", to="tiltak"), reading.TWICE),
        (_set("kinds", "goal", 0, "replaced_by", to=["gammelt"]), reading.CIRCLE),
        (_set("kinds", "goal", 0, "summary", to=" JavaScript:x"), ""),
        (_set("kinds", "goal", 0, "sources", 0, to={"url": "ftp://x"}), reading.UNSAFE_ADDRESS),
        (_set("kinds", "goal", 0, "aliases", to=["ok", "Ikke ok"]), ""),
        (_set("editions", to=[{"name": "v1", "path": "x", "sha256": "1"}]), reading.WRONG_HASH),
        (_set("editions", 0, "path", to="//b.example/x"), reading.UNSAFE_ADDRESS),
        (_set("edition", "name", to="a\nb"), reading.NOT_A_CATALOGUE),
        (_set("edition", "date", to="i går"), reading.NOT_A_CATALOGUE),
        (_set("kinds", to={"Goal": []}), reading.NOT_A_CATALOGUE),
    ],
)  # fmt: skip
def test_what_is_no_catalogue_is_refused(raw: bytes, change: Any, reason: str) -> None:
    """Also when its hashes are right: somebody else has written it."""
    assert changed(raw, change) == reason


def test_a_link_that_runs_a_script_is_refused(raw: bytes) -> None:
    """Wherever it stands among the fields."""

    def change(data: Any) -> None:
        goal = data["kinds"]["goal"][0]
        goal["later"] = {"deep": ["\tJavaScript:alert(1)"]}
        goal["hashes"]["later"] = ""

    assert changed(raw, change) == reading.UNSAFE_ADDRESS


def test_what_does_not_fit_its_hash_names_the_entry(raw: bytes) -> None:
    """So that one can look there."""
    broken = raw.replace("Område".encode(), b"Omrade")

    assert read_catalogue(broken) == RefusedCatalogue(reading.WRONG_HASH, "omrade")
    gone = raw.replace(b'"title": "Strategy"', b'"title": "Other"')
    assert read_catalogue(gone) == RefusedCatalogue(reading.WRONG_HASH)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"\xff", hostile_json.NOT_UTF8),
        (b"{", hostile_json.NOT_JSON),
        (b'{"a": 1, "a": 2}', hostile_json.DUPLICATE_KEY),
        (b'{"a": 1e999}', hostile_json.BAD_NUMBER),
        (b'{"a": NaN}', hostile_json.BAD_NUMBER),
        (b'{"a": ' + b"9" * 5000 + b"}", hostile_json.BAD_NUMBER),
        (b'{"a": 0.' + b"1" * 50 + b"}", hostile_json.BAD_NUMBER),
        (b"[" * 50 + b"]" * 50, hostile_json.TOO_DEEP),
        (b"[" * 100_000 + b"]" * 100_000, hostile_json.TOO_DEEP),
        (b'{"a": "\\ud800"}', hostile_json.BAD_TEXT),
        (b'{"\\ud800": 1}', hostile_json.BAD_TEXT),
        (b" " * (MAX_CATALOGUE_BYTES + 1), hostile_json.TOO_LARGE),
    ],
)
def test_hostile_json_is_refused(text: bytes, reason: str) -> None:
    """In bounded time, and never with an exception."""
    assert read_catalogue(text) == RefusedCatalogue(reason)


def test_what_is_gone_leads_on() -> None:
    """Through several steps, also from a tombstone, and to all parts of what was split."""

    def entry(entry_id: str, *replaced_by: str) -> CatalogueEntry:
        state = EntryState.RETIRED if replaced_by else EntryState.IN_FORCE
        fields = {"id": entry_id, "title": entry_id}
        return described("goal", fields, "", state=state, replaced_by=replaced_by)

    entries = (entry("a", "b", "c"), entry("b", "d"), entry("c"), entry("d"))
    removed = (Removed("goal", "x", "X", replaced_by=("a", "ukjent")),)
    catalogue = Catalogue("", "", "", "", {}, {}, entries, removed, hash="0123456789abcdef")

    assert [after.id for after in catalogue.successors("x")] == ["c", "d"]
    assert (found := catalogue.find("x")) is not None
    assert (found.state, found.title) == (EntryState.REMOVED, "X")
    assert catalogue.find("ukjent") is None
    assert catalogue.version == "0123456789ab"
    assert catalogue.page(found) == ""
