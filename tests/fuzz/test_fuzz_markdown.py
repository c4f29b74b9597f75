"""Plain texts come out as Python-Markdown makes them, byte for byte."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from living_strategy.site.markdown.markdown_body import MarkdownRenderer
from living_strategy.site.markdown.plain_markdown import plain_html
from tests.examples import examples
from tests.fuzz.texts import MARKS, NOISE

RENDERER = MarkdownRenderer()

PLAIN = [
    "kommunen", "skal", "Ås", "øke", "105", "(se)", "«sitat»", "–", "og,", "2.5", "%", "2 000",
    "kr", "50/50", "A/B", "a.b.c", "e-post", "§", "7-1", "12:30", "5.", "2)", "!", "?", '"', "'",
    "...", "https://ks.no", "-", "+", "|", ":", "=", "@ks", "ŋ", "č", "$", "*x*", "**y**",
    "**fet skrift**", "*to\nlinjer*", "[[mal]]", "[[mal|Målet]]", "[[ mal | x ]]",
    "[[mal|2 000 (kr) *a* | b # c]]", "[lenke](https://ks.no/a)", "[se [[mal]]](https://ks.no)",
    "[a](https://ks.no/?b=c#d)", "\n", "*[a](https://ks.no)*", "**[[mal]]**",
]  # fmt: skip
ODD = [
    "#", "#tag", "*", "a*b", "**", "***", "*a **b** c*", "**a *b* c**", "*a", "b*", "**a", "b**",
    "*a*b*", "**a**b**", "[[mal|]]", "[[", "]]", "[x]", "[", "]", "[[[mal]]](https://ks.no)",
    "[*a*](https://ks.no/)", "*[a*](https://ks.no)", "[a](http://ks.no)", "[a](b.md)",
    "[a](https://1.2)", "[a](https://xn--a.no)", "[a](https://ks.no )", "[a] (https://ks.no)",
    "[a][1]", "[a]: https://ks.no", "![a](b.png)", "a_b_c", "_a_", "&", "---", "{#a}", "{: .b}",
    "\u00ad", "\u00a0", "\\", "`a`", "~", "^", "<", ">", "[^1]", "1.", "\n  ", "\n    ", "  \n",
    "\n- ", "\n* ", "\n1. ", "\n: ", "\n# ", "\n| ", "\n---\n", "\n===",
]  # fmt: skip
# Few texts with anything odd are plain, and those that are not show nothing.
WORDS = st.lists(st.sampled_from([*PLAIN * 20, *ODD]), max_size=7).map(" ".join)
HEADINGS = st.builds(
    lambda marks, space, words, end: f"{'#' * marks}{space}{words}{end}",
    st.sampled_from([1, 2, 2, 3, 6, 7]), st.sampled_from([" ", " ", "", "  "]),
    st.sampled_from(PLAIN[:12]) | WORDS, st.sampled_from(["", "", "", "\n", " #"]),
)  # fmt: skip
MARKERS = st.sampled_from([*["- "] * 20, "-  ", "* ", "+ ", "-", "  - ", "    - "])
NUMBERS = st.sampled_from([*["1. ", "2. "] * 8, "3.  ", "1) ", "1.", "01. "])


def _items(markers: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    below = st.sampled_from([*["", "\nmer", "\n  mer"] * 5, "\n  1. mer", "\n  : mer", "\n   #"])
    item = st.builds(lambda *parts: "".join(parts), markers, WORDS, below)
    return st.lists(item, min_size=1, max_size=4).map("\n".join)


ROW_ENDS = (*[" |"] * 9, "|", "")
RULES = st.sampled_from(["---", "---", "--", "-", ":-", "-:", ":--:", "- -", ":"])


@st.composite
def _tables(draw: st.DrawFn) -> str:
    """Mostly as wide in each row as in the first."""
    width = draw(st.integers(1, 3))

    def row(cells: st.SearchStrategy[str]) -> str:
        count = draw(st.sampled_from([*[width] * 12, width + 1]))
        written = [draw(cells).replace("\n", " ") for _ in range(count)]
        return f"| {' | '.join(written)}{draw(st.sampled_from(ROW_ENDS))}"

    return "\n".join(
        [row(WORDS), row(RULES), *(row(WORDS) for _ in range(draw(st.integers(0, 2))))]
    )


BLOCKS = WORDS | HEADINGS | _items(MARKERS) | _items(NUMBERS) | _tables()
TEXTS = st.lists(
    st.tuples(BLOCKS, st.sampled_from([*["\n\n"] * 9, "\n\n\n", "\n"])).map("".join),
    min_size=1,
    max_size=4,
).map("".join)  # fmt: skip


@examples(300)
@given(TEXTS | MARKS | NOISE)
@example("# a | b|\n|--|--|\n|--|--|\n|c|d|")
@example("*a **b** c*")
def test_plain_texts(text: str) -> None:
    """A text of any kind is made plainly only if that makes no difference."""
    assert plain_html(text) is None or RENDERER.render(text) == RENDERER.render_slowly(text)
