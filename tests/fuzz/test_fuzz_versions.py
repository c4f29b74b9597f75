"""A text read block by block says what it says when it is read as a whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from living_strategy.content.versions import Blocks, Fields, VersionReader, holding
from living_strategy.content.yaml.regular import regular_mapping
from living_strategy.content.yaml.yaml_reader import control_character, read_yaml
from living_strategy.rules import CODES
from tests.examples import examples
from tests.factories import valid_files
from tests.fuzz.texts import BYTES, FRONT, NOISE, YAML

PATHS = st.sampled_from(
    [path for path in sorted(valid_files()) if holding(path)] + ["goals/x.yml", "strategy/x.md"]
)
# What stands in files that people wrote, in front matter and in registers.
WRITTEN = st.sampled_from(
    [
        text.split("---\n")[1] if path.endswith(".md") else text
        for path, text in sorted(valid_files().items())
        if holding(path) and isinstance(text, str)
    ]
)
BITS = st.sampled_from(
    [
        *("\n", " ", "'", '"', ":", "- ", "#", "&a ", "*a", "|\n", ">\n", "{", "}", "[", "]", ", "),
        *("!x ", "%", "? ", "---\n", "...\n", "\nx: 1\n", "\n\n", "  ", "\n# c\n", "<<: ", "\t"),
        *("\n- a\n", "''", "\\", "\n  y: 2", "\n'k': v\n", '\n"k": v\n', "\n? k\n: v\n", "a: b\n"),
        *("\nk:\n", "\n: \n", "\u00a0", "~", "\nk: ~\n", "# x\n", "  # x\n"),
    ]
)
# Where a text is changed, as a share of it; how many characters go, and what comes.
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 6), BITS | st.just("")), max_size=3)


def edited(text: str, edits: list[tuple[float, int, str]]) -> str:
    """The text with some places changed."""
    for share, length, bit in edits:
        start = round(share * len(text))
        text = text[:start] + bit + text[start + (0 if bit else length) :]
    return text


def whole(text: str) -> Fields | str:
    """What the reader of today's files makes of it."""
    tree = read_yaml(text)
    if tree.problems:
        return tree.problems[0].code
    if not isinstance(tree.data, dict):
        return "not-a-mapping"
    return {str(path[0]): None for path in tree.empty if len(path) == 1} | tree.data


@examples(250)
@given(st.builds(edited, WRITTEN, EDITS) | YAML)
def test_blocks(text: str) -> None:
    """Alone, and again when every block of it is known."""
    if control_character(text):
        return
    blocks, expected = Blocks(), whole(text)

    assert blocks.read(text) == expected
    assert blocks.read(text) == expected


# Some lines of a text that people wrote, from where a key begins.
PIECES = st.builds(
    lambda text, first, count: "\n".join(text.split("\n")[first : first + count]) + "\n",
    WRITTEN,
    st.integers(0, 30),
    st.integers(1, 12),
)


@examples(100)
@given(st.builds(edited, PIECES, EDITS))
def test_regular_yaml(text: str) -> None:
    """What is read without the library says the same there, and gives no finding."""
    if control_character(text):
        return
    data = regular_mapping(text)
    if data is not None:
        # Where places are asked for, the library reads it.
        tree = read_yaml(text, positions=True)
        assert (tree.problems, tree.plain, tree.empty) == ([], [], [])
        assert repr(tree.data) == repr(data)


READER = VersionReader()


@given(
    PATHS,
    FRONT.map(str.encode)
    | YAML.map(str.encode)
    | NOISE.map(lambda t: t.encode("utf-8", "surrogatepass"))
    | BYTES,
)
def test_any_version(path: str, raw: bytes) -> None:
    """Whatever a file held, it has fields, or a code that says why not."""
    version = READER.read(path, raw)

    for fields in (version,) if isinstance(version, str) else version.values():
        assert isinstance(fields, dict) or fields in CODES
