"""An entry under another id: whatever it is, and whatever names it."""

from __future__ import annotations

import re

import yaml
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.adapters.editing.renamed import renamed
from living_strategy.content.graph import link
from living_strategy.content.loader import load
from living_strategy.content.tree import MemorySource
from living_strategy.editing.canonical import Left, canonical, style_of
from living_strategy.inspection import inspect_source
from tests.examples import examples
from tests.factories import TODAY
from tests.integration.living_content import LivingContent

Files = dict[str, bytes]


class Dumper(yaml.SafeDumper):
    """Writes the same part in full in each place."""

    def ignore_aliases(self, data: object) -> bool:
        """Every part is written in full."""
        return True


def plain(path: str, content: bytes) -> bytes:
    """A file in the canonical form, with each part in full."""
    front, fence, body = content.decode().removeprefix("---\n").partition("\n---\n")
    written = yaml.dump(yaml.safe_load(front), Dumper=Dumper, allow_unicode=True, width=9999)
    text = f"---\n{written}---\n{body}" if fence else written
    result = canonical(path, text.encode())
    assert result.left is None
    return result.content


def tidy(files: Files) -> Files:
    """Files in the canonical form."""
    return {
        path: plain(path, content) if style_of(path) else content for path, content in files.items()
    }


FILES = tidy(dict(LivingContent().texts()))
CORPUS = load(MemorySource(FILES)).corpus
FINDINGS = {
    (finding.code, finding.location.field)
    for finding in inspect_source(MemorySource(FILES), TODAY).diagnostics
}
ALIASES = re.compile(rb"^ *aliases: .*\n", re.MULTILINE)


def in_files(files: Files, old: str, new: str) -> Files:
    """The files after an entry got another id."""
    source = MemorySource(files)
    result = renamed(source, load(source).corpus, old, new)
    assert result.left is None
    changed = {**files, **result.files}
    return {path: content for path, content in changed.items() if content is not None}


@given(st.sampled_from(sorted(CORPUS.records)))
@examples(10)
def test_there_and_back(old: str) -> None:
    """Everything that named the entry names it still, nothing new is found, the old id is an
    earlier one, and what comes back has the same bytes but for that.
    """
    there = in_files(FILES, old, "helt-annet")
    source = MemorySource(there)
    graph = link(load(source).corpus)
    found = {
        (finding.code, finding.location.field)
        for finding in inspect_source(source, TODAY).diagnostics
    }

    assert found <= FINDINGS
    assert graph.aliases[old] == "helt-annet"
    assert len(list(graph.links())) == len(list(link(CORPUS).links()))
    assert not [reference for reference in graph.used_aliases if reference.written == old]

    back = in_files(there, "helt-annet", old)
    assert {path: ALIASES.sub(b"", content) for path, content in back.items()} == {
        path: ALIASES.sub(b"", content) for path, content in FILES.items()
    }


def test_a_file_that_repeats_a_part_stays() -> None:
    """Nothing is written in part: it is said which file, and why."""
    name = "goals/x.md"
    area = next(iter(CORPUS.records.values())).entry.id
    text = f"---\ntitle: A\narea: &a {area}\nstanding: adopted\nfrom: *a\n---\n"
    source = MemorySource(FILES | {name: text.encode()})

    result = renamed(source, load(source).corpus, area, "helt-annet")
    assert result.files == {}
    assert result.left == (name, Left.ANCHORED)
