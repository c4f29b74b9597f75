"""Raw HTML in a text: what becomes of each tag, on both roads."""

from __future__ import annotations

import pytest

from living_strategy.content.markdown.prose import blank_code, scan
from living_strategy.content.markdown.raw_html import with_tags_shown
from living_strategy.site.markdown.markdown_body import MarkdownRenderer

# Elements that would take the text after them along, or run it.
GREEDY = (
    "script", "style", "template", "svg", "math", "title", "textarea", "xmp", "plaintext",
    "noscript", "iframe", "noembed", "noframes", "select", "object", "video", "frameset", "head",
    "body", "html", "form", "button", "input", "meta", "link", "base", "embed", "foreignobject",
    "x-ukjent", "svg:x",
)  # fmt: skip
AFTER = "Mer **tekst**."
RENDERER = MarkdownRenderer()


def both(text: str) -> tuple[str, str]:
    """The text as our own renderer gets it, and as a host's does, with ‹ for a shown `<`."""
    plain = blank_code(text)
    own, host = (with_tags_shown(text, plain, "‹", leave_out=leave) for leave in (True, False))
    return own, host


@pytest.mark.parametrize("tag", GREEDY)
@pytest.mark.parametrize(
    "place",
    ["Bruk <{0}> her.", "<{0}>", "<{0} a='b'>x", "- <{0}>", "> <{0}>", "## Om <{0}>",
     "<svg><{0}>", "<math><mi><{0}>", "</{0}>", "<{0}", "<p><{0}></p>", "[[ks|<{0}>]]"],
)  # fmt: skip
def test_what_follows_stays(tag: str, place: str) -> None:
    """A tag that is named is shown as it is written, and the text after it is as it was."""
    text = place.format(tag)
    html = RENDERER.render(f"{text}\n\n{AFTER}")

    assert html.endswith("<p>Mer <strong>tekst</strong>.</p>")
    assert f"{tag}" in html
    assert f"<{tag}" not in html


@pytest.mark.parametrize(
    ("text", "own", "host"),
    [
        ("<div a>\n\n**y**\n\n</div>", "\n\n**y**\n\n", "<div a>\n\n**y**\n\n</div>"),
        ("<b onclick='x'>y</b>", "<b>y</b>", "<b onclick='x'>y</b>"),
        ("a<br/>b", "a<br>b", "a<br/>b"),
        ("<img src='x'> <a href='y'>z</a>", " z", "<img src='x'> <a href='y'>z</a>"),
        ("<STYLE>x", "‹STYLE>x", "‹STYLE>x"),
        ("a <!-- x\n\ny --> b", "a  b", "a  b"),
        ("a <!-- x", "a ‹!-- x", "a ‹!-- x"),
        ("<!--> a <!---> b", "‹!--> a ‹!---> b", "‹!--> a ‹!---> b"),
        ("<!DOCTYPE x> <?php ?>", "‹!DOCTYPE x> ‹?php ?>", "‹!DOCTYPE x> ‹?php ?>"),
        ("`<style>` <style>", "`<style>` ‹style>", "`<style>` ‹style>"),
        ("```\n<svg>\n```\n\n    <i>", "```\n<svg>\n```\n\n    <i>", "```\n<svg>\n```\n\n    <i>"),
        ("<https://a.no> <o@a.no>", "<https://a.no> <o@a.no>", "<https://a.no> <o@a.no>"),
        ("[a](<b c.md>)\n\n[d]: <e f.md>", "[a](<b c.md>)\n\n[d]: <e f.md>",
         "[a](<b c.md>)\n\n[d]: <e f.md>"),
        ("3 < 4, a<b", "3 ‹ 4, a‹b", "3 ‹ 4, a‹b"),
        ("<<!-- -->script>", "‹script>", "‹script>"),
        ("<<div>script></</div>script>", "‹script>‹/script>", "‹<div>script>‹/</div>script>"),
    ],
)  # fmt: skip
def test_each_road(text: str, own: str, host: str) -> None:
    """Our renderer leaves out what Markdown does not make; a host's gets it, but nothing that
    takes text along. Code and addresses stay as they are.
    """
    assert both(text) == (own, host)


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("<style> <svg onload='x'> <!DOCTYPE html>", ["shown", "shown", "shown"]),
        ("<!-- x --> <div> <b class='x'> <img src='y'>", ["comment", "", "", ""]),
        ("<b>x</b> <style <!-- x <b, c> </style> `<svg>`", []),
    ],
)
def test_the_finding_says_what_is_so(text: str, cases: list[str]) -> None:
    """Shown, on no page, or perhaps left out; nothing is said of what is shown as it is meant."""
    assert [fault.params.get("case", "") for fault in scan(text).faults] == cases


def test_an_address_of_mail_leads_there() -> None:
    """Markdown writes the letters of such an address as references."""
    html = RENDERER.render("Skriv til <post@ks.no> eller [dit](&#109;ailto:post@ks.no).")

    assert html.count('href="mailto:post@ks.no"') == 2


@pytest.mark.parametrize(
    "address",
    ["&#104;ttps://a.no/x.png", "&#x20;https://a.no/x.png", "ht&#10;tps://a.no/x.png"],
)
def test_an_image_from_elsewhere_is_a_link(address: str) -> None:
    """However its address is written."""
    html = RENDERER.render(f"![kart]({address})")

    assert "<img" not in html
    assert 'href="https://a.no/x.png">kart</a>' in html
