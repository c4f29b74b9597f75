"""No text makes the loader raise, hang, or point at a place that does not exist."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.content.kept_items import prefetch_kept
from living_strategy.content.markdown.prose import scan
from living_strategy.content.read_ahead import alone
from living_strategy.content.reading import split_front_matter
from living_strategy.content.source import ContentSource
from living_strategy.content.source_file import SourceFile
from living_strategy.content.validate import salvage, validate
from living_strategy.content.yaml.yaml_reader import control_character, read_yaml
from living_strategy.diagnostics import Diagnostic
from living_strategy.inspection import inspect_source
from living_strategy.language import LANGUAGES, Language
from living_strategy.model import KINDS, Entry
from living_strategy.rules import CODES
from living_strategy.settings import Settings
from tests.examples import examples
from tests.factories import TODAY, MemoryCache, a_source, valid_files
from tests.fuzz.texts import BYTES, FRONT, KEYS, MARKS, NOISE, SCALARS, YAML

PATHS = st.sampled_from(
    [*valid_files(), "strategy/om.md", "strategy/index.md", "goals/annet.yml", "goals/Æ.md",
     "strategy/registers/networks.yml", "strategy/registers/frameworks.yml"]
)  # fmt: skip
DATA = st.recursive(
    st.none() | SCALARS | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)
# The largest that a file may be, and what shows in every run whether time grows with the square.
LARGEST, LARGE = 256 * 1024, 64 * 1024
HOSTILE = [
    "[", "{", "- ", "? ", "a: ", "&a ", "*a ", "! ", '"', "'", "|\n", "[a, ", "{a: ", "a:\n ", "#",
    "\t", "- - ", "a: &a\n", "]", "%", "---\n", "x: y\n", "a1: {b: c}\n", "a: [&x y, *x]\n",
    "\\", "æ: ",
]  # fmt: skip


def check_findings(findings: Iterable[Diagnostic], source: ContentSource) -> None:
    """Every finding has a known code, a place inside its file, and reads in every language."""
    lengths: dict[str, list[int]] = {}
    for finding in findings:
        place, code = finding.location, CODES[finding.code]
        if place.file not in lengths:
            raw = source.read(place.file, None)
            text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""
            text = text.replace("\r\n", "\n").replace("\r", "\n")
            lengths[place.file] = [len(line) for line in text.split("\n")]
        lines = lengths[place.file]
        assert 0 <= place.line <= len(lines)
        if place.line:
            assert 1 <= place.column <= lines[place.line - 1] + 2
        for language in LANGUAGES:
            hint = code.hint_for(finding.params)
            assert Language.load(language).message(code.message_for(finding.params), finding.params)
            Language.load(language).message(hint, finding.params)


@examples(150)
@given(YAML | NOISE)
def test_yaml(text: str) -> None:
    """Any text gives data or problems; with positions the data is the same."""
    if control_character(text):
        return
    tree, placed = read_yaml(text), read_yaml(text, positions=True)

    assert (tree.data, tree.problems, tree.plain) == (placed.data, placed.problems, placed.plain)
    lines = text.split("\n")
    for line, column in (*placed.keys.values(), *placed.values.values()):
        assert 1 <= line <= len(lines)
        assert column >= 1


@examples(150)
@given(MARKS | NOISE)
def test_prose(text: str) -> None:
    """What is found in a text stands in it at the place that is given."""
    prose = scan(text)

    for mention in prose.mentions:
        assert text.startswith(mention.written, mention.offset)
    for link in prose.links:
        assert text.startswith(link.snippet, link.offset)
    for fault in prose.faults:
        assert 0 <= fault.offset <= len(text)
        assert fault.code in CODES


@examples(150)
@given(FRONT | NOISE)
def test_front_matter(text: str) -> None:
    """Front matter and body are parts of the text, and the body's line is right."""
    source = split_front_matter("a.md", text, required=True)

    if isinstance(source, SourceFile):
        assert source.yaml in text
        if source.body:
            line = text.split("\n")[source.body_line - 1]
            assert source.body.startswith(line) or line.startswith(source.body)


@examples(150)
@given(st.sampled_from([*KINDS, Settings]), st.dictionaries(KEYS, DATA, max_size=12))
def test_models(kind: type[Entry] | type[Settings], data: dict[str, Any]) -> None:
    """Any data is an entry, or findings and perhaps what can be salvaged of it."""
    entry, faults = validate(kind, data, SourceFile("a.yml", ""), (), "a")

    assert (entry is None) is bool(faults)
    assert all(fault.code in CODES for fault in faults)
    salvage(kind, data, faults)


@examples(150)
@given(st.dictionaries(PATHS, FRONT | YAML | MARKS | BYTES, max_size=4))
def test_whole_strategy(files: dict[str, str | bytes]) -> None:
    """Whatever stands in the files, loading, linking and checking end with findings only, and what
    is kept of the files changes nothing.
    """
    source = a_source(
        {
            path: text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
            for path, text in files.items()
        }
    )
    kept = prefetch_kept(MemoryCache(), "", alone)
    first, second = inspect_source(source, TODAY, kept), inspect_source(source, TODAY, kept)

    assert first.diagnostics == second.diagnostics
    assert first.graph.corpus == second.graph.corpus
    check_findings(first.diagnostics, source)


@pytest.mark.parametrize(
    ("part", "size"),
    [
        *((part, LARGE) for part in HOSTILE),
        (HOSTILE[0], LARGEST),
        *(pytest.param(part, LARGEST, marks=pytest.mark.matrix) for part in HOSTILE[1:]),
    ],
)
def test_hostile_size(part: str, size: int) -> None:
    """A large file ends in findings soon; the bound only guards against a hang."""
    text = part * (size // len(part.encode()) - 10)
    files = {
        "goals/mal.md": f"---\n{text}",
        "projects/prosjekt.yml": text,
        "strategy/registers/organisations.yml": text,
        "strategy/om.md": text,
        "measures/tiltak.md": f"---\ntitle: x\n---\n{text}",
    }
    source = a_source(files)
    start = time.process_time()
    inspection = inspect_source(source, TODAY)

    assert time.process_time() - start < 60 * size / LARGEST
    check_findings(inspection.diagnostics[:200], source)
