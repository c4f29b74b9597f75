"""A review: what is told of a proposal, how it is written, and that nothing in it does anything."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from living_strategy.content.tree import MemorySource
from living_strategy.history.proposal import Proposal, compare_states
from living_strategy.history.two_states import TwoStates
from living_strategy.language import Language
from living_strategy.papers.review import REVIEW_PAPERS
from living_strategy.papers.review.fitting import MAX_ASIDE, MAX_LENGTH, MAX_LINES
from living_strategy.papers.review.markdown import MARKER, MAX_BYTES, plain
from living_strategy.papers.review.matters import review_outline
from living_strategy.papers.review.review import Review
from living_strategy.papers.review.state import Found, State, state_of
from living_strategy.rules.wording import render
from tests.factories import TODAY, as_bytes, inspect_files, valid_files

ENGLISH = Language.load("en")
SITE = "https://preview.example/"
FORMATS = {paper.name: paper.render for paper in REVIEW_PAPERS}
MEASURE = str(valid_files()["measures/tiltak.md"])
PAGE = {"strategy/om.md": "# About\n\nIt is about [[tiltak]].\n"}
Files = Mapping[str, str | bytes | None]


def a_state(files: Files) -> State:
    """The valid strategy with some files replaced, as a review knows it."""
    inspection = inspect_files(files)
    found = (Found(finding, *render(finding, ENGLISH)) for finding in inspection.diagnostics)
    return state_of(inspection.graph, found)


def a_review(before: Files, after: Files, site: str = "", **others: object) -> Review:
    """The review of a proposal that replaces some files."""
    sides = (MemorySource(as_bytes(valid_files() | dict(files))) for files in (before, after))
    graph = inspect_files(after).graph
    aliases = {("goal", alias): ("goal", entry) for alias, entry in graph.aliases.items()}
    proposal = compare_states(TwoStates(*sides), aliases, frozenset, TODAY)

    def address(kind: str, entry: str) -> str:
        return f"{site}{kind}/{entry}/" if site else ""

    review = Review(a_state(before), a_state(after), proposal, ENGLISH, address, site)
    return replace(review, **others)  # type: ignore[arg-type]


COMMENT = """\
<!-- living-strategy:review -->
## What this proposal changes for readers

Substantive: 1. Clarification: 1.

The check finds 1 new error. It must be cured before this is published.

### What the check finds

- [**Tiltak**](<https://preview.example/measure/tiltak/>) (error)
    - The status is “paused”, but no reason is given.
    - Add “status\\_reason:” with one sentence.
    - measures/tiltak.md, line 4

### Substantive

- [**Tiltak**](<https://preview.example/measure/tiltak/>) (measure)
    - Status changed from ongoing to paused
    - Title changed from “Tiltak 1” to “Tiltak” (clarification)

### Clarification

- [**About**](<https://preview.example/om/>) (page)
    - Text changed from “It is about Tiltak.” to “It was about Tiltak.”

<details><summary>Other pages that show something of it (4)</summary>

- [**About**](<https://preview.example/om/>)
- [**KS**](<https://preview.example/organisation/ks/>) (organisation)
- [**Mål**](<https://preview.example/goal/mal/>) (goal)
- [**Prosjekt**](<https://preview.example/project/prosjekt/>) (project)

</details>"""


def test_a_whole_comment() -> None:
    """What must be cured stands first, then changes by weight, then what is folded away."""
    before = PAGE | {"measures/tiltak.md": MEASURE.replace("title: Tiltak\n", "title: Tiltak 1\n")}
    after = {
        "strategy/om.md": PAGE["strategy/om.md"].replace("is about", "was about"),
        "measures/tiltak.md": MEASURE.replace("ongoing", "paused"),
    }
    assert FORMATS["md"](a_review(before, after, SITE)) == COMMENT


def test_nothing_changed() -> None:
    """Then that is what it says, in each format."""
    review = a_review({}, {})
    nothing = "Nothing that readers see is changed."

    assert FORMATS["md"](review).splitlines()[3] == nothing
    assert f"<p>{nothing}</p>" in FORMATS["html"](review)
    assert json.loads(FORMATS["json"](review))["changes"] == []


def test_what_is_gone_is_loudest() -> None:
    """What is gone without a trace, programs and unreadable files come before all else."""
    review = a_review(
        {},
        {"measures/tiltak.md": None, "projects/prosjekt.yml": "a: [\n"},
        files=("mkdocs.yml", "strategy/bilde.svg"),
    )
    outline = review_outline(review)
    first = outline.sections[0]

    assert first.heading == "Look at this first"
    assert [(item.title, item.about) for item in first.items] == [
        ("Tiltak", "measure"),
        ("Files that are not content: somebody who programs must look", ""),
        ("Files that cannot be read: what they change is not told here", ""),
    ]
    assert first.items[1].lines == ("mkdocs.yml",)
    assert first.items[2].lines == ("projects/prosjekt.yml",)
    assert [item.title for item in outline.sections[-1].items] == ["strategy/bilde.svg"]
    assert json.loads(FORMATS["json"](review))["gone"] == ["tiltak"]


def test_new_entries_and_links() -> None:
    """A new entry is told with what it says, its links in both directions of the list."""
    new = MEASURE.replace("title: Tiltak", "title: Nytt tiltak")
    review = a_review({}, {"measures/nytt.md": new, "measures/tiltak.md": None})

    assert review.links_added == (("Nytt tiltak", "KS"), ("Nytt tiltak", "Mål"))
    assert ("Tiltak", "Mål") in review.links_removed
    section = next(part for part in review_outline(review).sections if part.heading == "New")
    assert section.items[0].lines[0] == "New measure"
    assert not [line for line in section.items[0].lines if line.startswith("Title")]
    # Nobody can look at a page that is no more.
    assert review.page("tiltak") is None


def test_new_warnings_are_counted() -> None:
    """And a finding on a written page leads to that page."""
    source = "sources:\n  - title: Strategien\n    publisher: KS\n"
    after = {"measures/tiltak.md": MEASURE.replace(source, ""), "strategy/om.md": "# A\n\n### B\n"}
    outline = review_outline(a_review(PAGE, after, SITE))

    assert "The check finds 2 new warnings." in outline.paragraphs
    assert [(item.title, item.address) for item in outline.sections[0].items] == [
        ("Tiltak", f"{SITE}measure/tiltak/"), ("A", f"{SITE}om/"),
    ]  # fmt: skip


def test_cured_findings() -> None:
    """They are counted, and listed in an aside."""
    review = a_review({"measures/tiltak.md": MEASURE.replace("ongoing", "paused")}, {})
    outline = review_outline(review)

    assert outline.paragraphs[1:] == ("The check finds nothing new.", "1 earlier finding is cured.")
    assert [part.heading for part in outline.sections if part.is_aside] == [
        "Other pages that show something of it (3)", "Findings that are cured (1)",
    ]  # fmt: skip


def test_what_was_adopted() -> None:
    """Where there is an adopted text, it is said that a decided field departs from it."""
    goal = str(valid_files()["goals/mal.md"])
    after = {"goals/mal.md": goal.replace("area: omrade", "area: annet")}
    said = "This changes what was adopted: a new decision may be needed"

    assert said in FORMATS["md"](a_review({}, after, adopted=True))
    assert said not in FORMATS["md"](a_review({}, after))
    status = {"measures/tiltak.md": MEASURE.replace("ongoing", "completed")}
    assert said not in FORMATS["md"](a_review({}, status, adopted=True))


def test_nothing_can_be_read() -> None:
    """Then the reason is all there is to say."""
    review = Review(State(), State(trouble="No strategy."), Proposal(), ENGLISH, lambda *_: "")

    assert FORMATS["md"](review).endswith("readers\n\nNo strategy.")
    assert json.loads(FORMATS["json"](review))["trouble"] == "No strategy."


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("@ola and @org/team", "@&#8203;ola and @&#8203;org/team"),
        ("a@b.example", "a@&#8203;b.example"),
        ("see #1, GH-2 and !3", r"see \#&#8203;1, GH&#8203;-2 and \!&#8203;3"),
        ("https://github.com/o/r/pull/1", "https&#8203;://github.com/o/r/pull/1"),
        ("www.x.no", "www&#8203;.x.no"),
        ("[x](javascript:alert) ![y](z)", r"\[x\](javascript:alert) \!&#8203;\[y\](z)"),
        ("&lt;b&gt; &amp;12", "&amp;&#8203;lt;b&amp;&#8203;gt; &amp;&#8203;amp;12"),
        ("one\n/close\n\n# two", r"one /close \# two"),
        ("a\u202eb\u200bc\x1b[2J", r"a b c \[2J"),
        ("$x$ | `y` ~z~", r"\$&#8203;x\$ \| \`y\` \~&#8203;z\~"),
        ("--> <!-- living-strategy:review -->", r"--\> \<\!&#8203;-- living-strategy:review --\>"),
    ],
)
def test_text_does_nothing(text: str, written: str) -> None:
    """Markup, mentions, references, addresses and orders are shown as they are written."""
    assert plain(text) == written


def test_hostile_content_in_all_formats() -> None:
    """A title with a script calls nobody and runs nowhere; addresses end where they should."""
    bad = "<img src=x onerror=alert(1)> @all ](evil) " + MARKER
    after = {"measures/tiltak.md": MEASURE.replace("title: Tiltak", f"title: {json.dumps(bad)}")}
    review = a_review({}, after, "https://preview.example/>)<b>/")
    comment, page = FORMATS["md"](review), FORMATS["html"](review)

    assert comment.count(MARKER) == 1
    assert not re.search(r"(?<!\\)<(?:img|b)", comment)
    assert "@all" not in comment
    assert "<img" not in page
    assert "<b>" not in page
    assert "default-src 'none'" in page
    assert json.loads(FORMATS["json"](review))["changes"][0]["title"] == bad


def test_a_huge_proposal() -> None:
    """A comment is never longer than services take, says what is left out, and closes what it
    opens; lines, letters and asides are capped.
    """
    milestones = [f"  - {{title: Kilde {n}, date: 2027}}\n" for n in range(50)]
    text = MEASURE.replace("Teksten om tiltaket.", "Å " * 500)
    longest, long = (
        text.replace("responsible: [ks]", f"milestones:\n{''.join(some)}")
        for some in (milestones, milestones[:1])
    )
    many = {
        f"measures/tiltak-{n}.md": text.replace("title: Tiltak", f"title: Tiltak {n}")
        for n, text in enumerate((longest, *(long,) * MAX_ASIDE))
    }
    review = a_review({}, many, SITE)
    comment = FORMATS["md"](review)
    outline = review_outline(review)

    assert len(comment.encode()) < MAX_BYTES + 500
    assert comment.endswith("writes.")
    assert "A comment holds no more: " in comment
    assert comment.count("<details>") == comment.count("</details>")
    (new,) = (section for section in outline.sections if section.heading == "New")
    item = new.items[0]
    assert len(item.lines) == MAX_LINES + 1
    assert item.lines[-1].startswith("and ")
    asides = [section for section in outline.sections if section.is_aside]
    assert {len(section.items) for section in asides} == {1, MAX_ASIDE + 1}
    assert FORMATS["html"](review).count("<strong>") > MAX_ASIDE


def test_long_words_are_cut() -> None:
    """Also where no field has a limit, because nobody has checked them."""
    after = {"measures/tiltak.md": MEASURE.replace("title: Tiltak", f"title: {'x' * 5_000}")}
    for section in review_outline(a_review({}, after)).sections:
        for item in section.items:
            assert max(map(len, (item.title, *item.lines))) <= MAX_LENGTH + 2


def test_written_pages() -> None:
    """Pages come, go, and say something else: a few words, much more, or the same laid out anew."""
    long = "Word " * 100
    before = {
        "strategy/a.md": "# A\n\nText.\n",
        "strategy/b.md": f"# B\n\n{long}\n",
        "strategy/c.md": f"# C\n\n{long} and then this.\n",
        "strategy/d.md": "# D\n\n- one\n- two\n",
        "strategy/e.md": "# E\n",
        "strategy/f.md": "# F\n",
    }
    after = {
        "strategy/a.md": "# A\n\nOther words.\n",
        "strategy/b.md": f"# B\n\n{long} and then this.\n",
        "strategy/c.md": f"# C\n\n{long}\n",
        "strategy/d.md": "# D\n\n* one\n* two\n",
        "strategy/f.md": "---\ntitle: Sixth\n---\n# F\n",
        "strategy/g.md": "# G\n",
    }
    pages = json.loads(FORMATS["json"](a_review(before, after)))["pages"]

    assert [(page["title"], page["class"], page["sentences"]) for page in pages] == [
        ("A", "clarification", ["Text changed from “Text.” to “Other words.”"]),
        ("B", "clarification", ["Added to “Text”: “and then this.”"]),
        ("C", "clarification", ["Removed from “Text”: “and then this.”"]),
        ("D", "editorial", ["Punctuation or layout of “Text” put right"]),
        ("E", "retired", ["Page removed"]),
        ("Sixth", "editorial", ["Title changed from “F” to “Sixth”"]),
        ("G", "new", ["New page"]),
    ]
