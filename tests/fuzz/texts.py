"""Texts that try to break a reader: YAML from a grammar, Markdown from its marks, and noise."""

from __future__ import annotations

from hypothesis import strategies as st

SCALARS = st.sampled_from(
    [
        "no", "on", "1.10", "0301", "12:30", "~", "", "2018", "2018-02-30", "-1", "1e999",
        ".inf", "mal", "tiltak", "ks", "[[mal]]", "Æ", "'", '"', "!x y", "&a b", "*a", "|", ">-",
        "@", "`", "#", "%", "? x", "- x", "{", "]", "a: b", "a #b", "\t", "\\", '"\\u0041"',
        '"\\0"', "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "javascript:x",
        "<script>", "/etc/passwd", "../..", "😀", "\u202e", "\x85", "\u2028",
        "9" * 400, "0001", "9999-12", "2024\u201101", "\u00a0", "\u3164", "https://[", "x" * 400,
    ]
)  # fmt: skip
KEYS = st.sampled_from(
    [
        "id", "title", "summary", "description", "area", "standing", "goals", "measures",
        "status", "as_of", "sources", "url", "period", "start", "end", "indicators", "unit",
        "values", "date", "value", "milestones", "done", "participants", "funding", "amount",
        "updates", "text", "areas", "severity", "orphan", "frameworks", "retired", "replaced_by",
        "aliases", "type", "title:\u00a0x", "\u00a0 - title", "<<",
        "no", "0301", "ks", "mal", "? ", "[a]", "'x", "&a k", "",
    ]
)  # fmt: skip


def _block(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def indent(text: str) -> str:
        return "\n".join(f"  {line}" for line in text.split("\n"))

    pairs = st.lists(st.tuples(KEYS, children), min_size=1, max_size=5)
    mapping = pairs.map(
        lambda parts: "\n".join(
            f"{key}:\n{indent(value)}" if "\n" in value else f"{key}: {value}"
            for key, value in parts
        )
    )
    items = st.lists(children, min_size=1, max_size=4).map(
        lambda parts: "\n".join(f"-\n{indent(value)}" for value in parts)
    )
    flow = st.lists(children, max_size=4).map(lambda parts: f"[{', '.join(parts)}]")
    return mapping | items | flow


YAML = st.recursive(SCALARS, _block, max_leaves=30)
MARKS = st.lists(
    st.sampled_from(
    [
        "[[mal]]", "[[mal|Mål]]", "+ " * 60, "> " * 60, "*a **b " * 40, "`\\| " * 60, " {a" * 60,
        "\\*" * 60, "[a](https://[)",
        "[[", "]]", "[", "](", ")", "![", "!", "`", "```", "~~~", "\n",
        "\n\n", "    ", "\t", "#", "## ", "- ", "1. ", "> ", "<", ">", "<b>", "<!--", "-->", "&",
        "javascript:", "https://ks.no", "a.png", '"', "'", "\\", "=", "---", "|", "tekst", "æ",
        "\u202e", "]: ", "<a:b>", "<script>", "&#106;",
    ]
    ),
    max_size=60,
).map("".join)  # fmt: skip
NOISE = st.text(max_size=300)
BYTES = st.binary(max_size=300) | NOISE.map(lambda text: text.encode("utf-8", "surrogatepass"))
FRONT = st.builds(lambda yaml, body: f"---\n{yaml}\n---\n{body}", YAML, MARKS)
