"""What a Markdown text says: mentions, links, tags and headings, and nothing inside code."""

from __future__ import annotations

import time

import pytest

from living_strategy.content.markdown.prose import EMPTY, blank_code, is_safe, outward_links, scan


def _faults(text: str) -> list[tuple[str, str]]:
    """Code and particular of every fault, in the order of the text."""
    faults = sorted(scan(text).faults, key=lambda fault: fault.offset)
    return [(fault.code, next(iter(fault.params.values()))) for fault in faults]


def _local(text: str) -> list[str]:
    """Where the links to the site itself lead, in the order of the text."""
    return [link.target for link in sorted(scan(text).links, key=lambda link: link.offset)]


def test_nothing() -> None:
    """An empty text says nothing, and plain words have no faults."""
    assert scan("") is EMPTY
    assert scan("Bare tekst.\n\nMed to avsnitt.") == EMPTY


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Se [[digisos]].", [("digisos", 3)]),
        ("[[ a ]] og [[a|Det andre]]", [("a", 0), ("a", 11)]),
        ("`[[a]]` [[b]]", [("b", 8)]),
        ("```\n[[a]]\n```\n[[b]]", [("b", 14)]),
        ("~~~ yaml\n[[a]]\n~~~\n", []),
        ("    [[a]]\n\n[[b]]", [("b", 11)]),
        ("- punkt\n\n    [[a]] i punktet", [("a", 13)]),
        ("Tekst\n    [[a]] fortsetter", [("a", 10)]),
        ("[[]] [[a|]] [a] [[a\nb]] [[[", []),
        ("```\nuten slutt [[a]]", [("a", 15)]),
        ("``[[a]]` [[b]]`` [[c]]", [("c", 17)]),
        ("` [[a]]\n\n` [[b]]", [("a", 2), ("b", 11)]),
        ("> ```\n> [[a]]\n> ```\n> [[b]]", [("b", 22)]),
        ("1. punkt\n   ```\n   [[a]]\n   ```\n", []),
        ("\t[[a]]\n", []),
    ],
)
def test_mentions(text: str, mentions: list[tuple[str, int]]) -> None:
    """Mentions are found with their offset; code is passed over."""
    assert [(mention.id, mention.offset) for mention in scan(text).mentions] == mentions


@pytest.mark.parametrize(
    "text", ["a `b` c", "```\na\n```", "x\n\n    kode\n\ny", "``a` ` b``", "ingen"]
)
def test_blanking_keeps_places(text: str) -> None:
    """Blanking out code changes neither length nor lines."""
    blank = blank_code(text)

    assert (len(blank), blank.count("\n")) == (len(text), text.count("\n"))


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("[a](https://ks.no) <https://ks.no> [b](mailto:a@b.no) [c](#d) [e](/f/)", []),
        ("[a](javascript:alert(1))", [("unsafe-link", "javascript:alert(1)")]),
        ("[a]( <java script:x> )", [("unsafe-link", "java script:x")]),
        ("[a](&#106;avascript:x)", [("unsafe-link", "&#106;avascript:x")]),
        ("[a](javascript\\:x)", [("unsafe-link", "javascript\\:x")]),
        ("[a](//ond.no)", [("unsafe-link", "//ond.no")]),
        ("<javascript:x>", [("unsafe-link", "javascript:x")]),
        ("[a]: data:text/html,x", [("unsafe-link", "data:text/html,x")]),
        ("![](b.png)", [("image-without-text", "b.png")]),
        ("![ ][kart]", [("image-without-text", "kart")]),
        ("![]( <b.png>)", [("image-without-text", "b.png")]),
        ("[a](b.md)", []),
    ],
)
def test_links(text: str, faults: list[tuple[str, str]]) -> None:
    """Unsafe targets and images without words are found, and nothing else."""
    assert _faults(text) == faults


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("[a](https://ks.no) <https://ks.no> [b](mailto:a@b.no) <ola@ks.no>", []),
        ("[a](#d) [b](/f/) [c](?g) [d](h.md#i)", ["#d", "/f/", "?g", "h.md#i"]),
        ("[a](/C:/Users/ola/plan.pdf)", ["/C:/Users/ola/plan.pdf"]),
        ('[a]: vedlegg.pdf "Tittel"', ["vedlegg.pdf"]),
        ("[a]: #metode", ["#metode"]),
        ("[^1]: Se Kommunal Rapport: 2019", []),
        ("[^1]: Telling.\n[^b]: <egen>", []),
        ('[a](b.md "tittel") ![c](d.png)', ["b.md", "d.png"]),
        ("[![a](b.png)](c.md)", ["b.png", "c.md"]),
        ("[a](b_(c).md)", ["b_(c).md"]),
        ("[[a]](b.md)", ["b.md"]),
        ("[a] (b.md) [a](b.md", []),
        ("[a](Om oss.md) ![b]( c d.png 'tittel')", ["Om oss.md", "c d.png"]),
        ("[a](/C:/Users/Ola N/plan.pdf)", ["/C:/Users/Ola N/plan.pdf"]),
        ("[a](b\nc.md) [d](e\n\nf.md)", ["b\nc.md"]),
        ("[a](b_(c_(d)).md 'tit (x) tel')", ["b_(c_(d)).md"]),
        ("[a](b<c.md)", ["b<c.md"]),
        ("![]( <b.png>)", ["b.png"]),
        ("[a]()", [""]),
        ("`[a](b.md)`\n\n    [a](c.md)\n\n[d](e.md)", ["e.md"]),
    ],
)
def test_local_links(text: str, targets: list[str]) -> None:
    """Whatever leads to the site itself is kept, so that somebody can ask where."""
    assert _local(text) == targets


@pytest.mark.parametrize(
    ("text", "images"),
    [
        ("![a](b.png)", [True]), ("[a](b.md)", [False]), ("[![a](b.png)](c.md)", [True, False]),
        ("![a] [b](c.md)", [False]), ("[a]: b.png", [False]),
        ("<b.png> ![a][b]\n\n[b]: b.png", [False]),
    ],
)  # fmt: skip
def test_images(text: str, images: list[bool]) -> None:
    """An image that is missing has another cure than a link that leads nowhere."""
    assert [link.is_image for link in scan(text).links] == images


@pytest.mark.parametrize(
    ("target", "safe"),
    [
        ("https://ks.no", True), ("HTTP://ks.no", True), ("mailto:a@b", True), ("a/b.md", True),
        ("#a", True), ("", True), ("javascript:x", False), (" javascript:x", False),
        ("JaVaScRiPt:x", False), ("java\nscript:x", False), ("data:x", False),
        ("vbscript:x", False), ("//ond", False), ("  //ond", False), ("tel:1", False),
        ("a:b", False),
    ],
)  # fmt: skip
def test_safe(target: str, safe: bool) -> None:
    """Only web and mail addresses and local targets are safe."""
    assert is_safe(target) is safe


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("<script>x</script>", [("raw-html-removed", "script")]),
        ('<div style="x">\n</div>', [("raw-html-removed", "div")]),
        ("<b>x</b><br/><br />", []),
        ('<b onclick="x">y</b>', [("raw-html-removed", "b")]),
        ('<img src="x">', [("raw-html-removed", "img")]),
        ("<!-- merknad -->", [("raw-html-removed", "!--")]),
        ("<!doctype html><?xml?>", [("raw-html-removed", "!"), ("raw-html-removed", "?")]),
        ("3 < 4 og a <b, c> d <!", []),
        ("<ola@ks.no> <https://ks.no/a>", []),
        ("`<script>` og\n\n    <div>\n", []),
    ],
)
def test_tags(text: str, faults: list[tuple[str, str]]) -> None:
    """Tags that are taken out are found once each; what only looks like a tag is not."""
    assert _faults(text) == faults


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("## A\n\n### B\n\n## C", []), ("# A", ["1"]), ("### A", ["3"]), ("## A\n\n#### B", ["4"]),
        ("# A\n\n### B", ["1"]), ("Tittel\n======\n\n## B", ["1"]), ("To\n---\n\n### B", []),
        ("a\nb\n===", []), ("#tag", ["1"]), (" # A", []), ("a # b", []), ("####### A", ["6"]),
        ("`#` kode\n\n    # kommentar\n", []), ("- a\n- b\n\n---\n\n- c", []),
    ],
)  # fmt: skip
def test_headings(text: str, levels: list[str]) -> None:
    """Headings begin at level 2 and go down one level at a time."""
    assert [fault.params["level"] for fault in scan(text).faults] == levels


@pytest.mark.parametrize(
    ("text", "title", "levels"),
    [
        ("# A\n\n## B", "A", []), ("# A #\n\n### B", "A", ["3"]), ("# A\n\n# B", "A", ["1"]),
        ("A\n=\n\nTekst", "A", []), ("## A", "", []), ("## A\n\n# B", "B", ["1"]),
    ],
)  # fmt: skip
def test_own_title(text: str, title: str, levels: list[str]) -> None:
    """A written page may begin with its title."""
    prose = scan(text, own_title=True)

    assert (prose.title, [fault.params["level"] for fault in prose.faults]) == (title, levels)


def test_places() -> None:
    """A fault stands where its words stand."""
    text = "## A\n\n`[x](javascript:a)` ![](c.png) [x](javascript:a) <div>\n\n#### B\n"
    prose = scan(text)

    assert [text.index(fault.snippet, fault.offset) for fault in prose.faults] == [
        fault.offset for fault in prose.faults
    ]
    assert [link.offset for link in prose.links] == [text.index("c.png")]


_SIZE = 256 * 1024
_HOSTILE = [
    "[", "]", "(", "`", "``` ", "```a\n", "~~~\n", "[[", "[a](", '[a](b "', "[a](<", "![", "![](",
    "<a ", "<!--", "<a:", "#", "# ", "\n#", " ", "\n", "\t", "a\n=\n", "[a]: ", "[a]:\n", "> ",
    "- ", "](", "](a (", "[a]( ", "\\", "&#", "`\n\n", "a`b``c```", "    ", "\n    a", "[[a|",
    "==\n", "\n\n", "](a ", '](a "a', "]((a)", "](((a))", "](a\n", "a \"a'a ",
]  # fmt: skip


@pytest.mark.parametrize("part", _HOSTILE)
def test_hostile_size(part: str) -> None:
    """No repetition of marks makes reading slow; the bound only guards against a hang."""
    for text in (part * (_SIZE // len(part)), "[a](" + part * (_SIZE // len(part)) + "x"):
        start = time.process_time()
        scan(text)
        assert time.process_time() - start < 5


def test_outward_links_are_addresses_that_a_source_may_have() -> None:
    """A quotation mark ends an address everywhere else, so such a link is no source."""
    text = '[Bra](https://www.ks.no/a_(b)) og [rart](https://www.ks.no/"onmouseover="x)'

    assert list(outward_links(text)) == [("Bra", "https://www.ks.no/a_(b)")]
