"""Whatever a field holds, its canonical form says the same to every reader of YAML."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.content.yaml.yaml_reader import control_character, read_yaml
from living_strategy.editing.canonical import canonical
from living_strategy.editing.quoting import quoted
from tests.examples import examples
from tests.unit.editing.meaning import meaning

ODD = (
    "no", "Nei", "ON", "y", "~", "null", "012", "0301", "1e3", "1.10", "12:30", "1_000", "0x1F",
    "0o14", ".5", "+5", "2018", "2018-03", "2018-03-01", "2018-03-01T10:00:00Z", "1,6", "a: b",
    "a #b", "a:", "#a", "- a", "-", "? a", "[[digisos]] er", "{a}", "@x", "`a`", "%a", "&a", "*a",
    "!a", "|", ">", '"', "'", "it's", "«a»", "a\nb", "a\n\nb\n", "a\n  b", " a", "a ", "a  b",
    "\ta", "a\tb", "a\\b", "😀", "👨\u200d👩\u200d👧", "č đ ŋ š ŧ ž", "a\u00a0b", "a\u00adb",
    "---", "--- a", "...", "<<", "=", "https://www.ks.no/a#b", "ord " * 200, "x" * 5000,
    "a" * 119 + " b",
)  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(ODD),
    st.text(max_size=60),
    st.text(alphabet="ab 0:#-'\"[]{},\n\t&*!|>%@`.æøåčđŋšŧž😀", max_size=300),
    st.lists(st.sampled_from(ODD), min_size=2, max_size=6).map(" ".join),
).filter(lambda text: bool(text.strip()) and control_character(text) is None)
DATA = st.fixed_dictionaries(
    {"title": TEXTS},
    optional={
        "summary": TEXTS,
        "goals": st.lists(TEXTS, max_size=8),
        "status_date": st.sampled_from(["2018", "2018-03", "2018-03-01", "0301", "1e3", "no"]),
        "costs": st.lists(
            st.fixed_dictionaries({"year": st.just("2019")}, optional={"note": TEXTS}), max_size=3
        ),
        "period": st.fixed_dictionaries({}, optional={"start": st.just("2017")}),
        "note": TEXTS,
        "unknown": st.one_of(TEXTS, st.lists(st.lists(TEXTS, max_size=3), max_size=3)),
    },
)


@examples(100)
@pytest.mark.no_cover
@given(DATA)
def test_all_data_are_kept(data: dict[str, Any]) -> None:
    """As our reader and PyYAML read them; and written again they are the same."""
    before = f"---\n{json.dumps(data, ensure_ascii=False)}\n---\n".encode()
    result = canonical("measures/a.md", before)
    text = result.content.decode()
    front = text[4 : text.index("\n---\n", 3) + 1]

    assert result.left is None
    assert meaning(read_yaml(front).data) == meaning(data)
    assert meaning(yaml.safe_load(front)) == meaning(data)
    assert canonical("measures/a.md", result.content) == result
    assert [problem for problem in read_yaml(front).plain if problem.path[0] != "status_date"] == []


@examples(100)
@pytest.mark.no_cover
@given(TEXTS)
def test_what_is_plain_is_the_same_text_for_all(text: str) -> None:
    """In YAML 1.1, and in our reader."""
    for written in (f"a: {quoted(text)}\n", f"a: [{quoted(text, in_list=True)}]\n"):
        expected = [text] if "[" in written[:4] else text
        assert yaml.safe_load(written) == {"a": expected}
        assert read_yaml(written).data == {"a": expected}
