"""Codes for Markdown texts: links, images, headings and raw HTML."""

from living_strategy.diagnostics import Severity
from living_strategy.rules.code import Code

PROSE = (
    Code(
        "mention-in-plain-text",
        Severity.WARNING,
        message="“{written}” becomes no link here: “{field}” is shown as it is written, brackets and all.",
        hint="Write the name without brackets. Links belong in the text of the page, or in a report.",
        hint_near="Write “{near}” without brackets. Links belong in the text of the page, or in a report.",
        meaning="Two square brackets around an id make a link in texts that are Markdown: the text of a page or an entry, and reports. In titles, summaries, notes and the like readers would see the brackets.",
        wrong="note: Se [[ny-timebok]].",
        right="note: Se Ny timebok.",
    ),
    Code(
        "unsafe-link",
        Severity.ERROR,
        message="The link to “{target}” is not allowed.",
        hint="Link to an address that begins with https://, http:// or mailto:, or to a page of this site.",
        meaning="Addresses such as javascript: can run code in the reader's browser.",
        wrong="[Klikk](javascript:alert(1))",
        right="[Les rapporten](https://www.lillevik.example/rapport)",
    ),
    Code(
        "raw-html-removed",
        Severity.WARNING,
        message="The text has HTML: <{tag}>.",
        hint="The words stay, but the tag and what it says about them may be left out. Write it in Markdown.",
        hints={
            "shown": "Readers see the tag as it is written. If you mean to name it, put it between backticks: `<{tag}>`. If not, take it out.",
            "comment": "The comment is on no page. Take it out, or write notes to other editors somewhere else.",
        },
        meaning="Texts are written in Markdown. HTML can break the page or carry code. So a tag that is not Markdown's own may be left out, with all attributes, and its words stay; a tag that would take the text after it along, such as style or svg, is shown as it is written; a comment is left out.",
        wrong='<div style="color: red">Viktig</div>',
        right="**Viktig**",
    ),
    Code(
        "heading-level",
        Severity.WARNING,
        message="A heading of level {level} cannot stand here.",
        hint="Begin with ##, and go down one level at a time.",
        meaning="The title of the page is its only heading of level 1. People who use a screen reader move by headings, and a skipped level looks like a missing part.",
        wrong="# Bakgrunn",
        right="## Bakgrunn",
    ),
    Code(
        "image-without-text",
        Severity.ERROR,
        message="The image “{target}” has no alternative text.",
        hint="Say between the square brackets what the image shows.",
        meaning="People who cannot see the image get the text instead (WCAG 1.1.1).",
        wrong="![](bilder/kart.png)",
        right="![Kart over bibliotekene](bilder/kart.png)",
    ),
    Code(
        "text-too-complex",
        Severity.ERROR,
        message="The text has “{mark}” more than {limit} times, which is too much for one page.",
        messages={
            "length": "The text is longer than {limit} characters.",
            "line": "The line is longer than {limit} characters.",
            "depth": "Lists and quotations go deeper than {limit} levels here.",
        },
        hint="Divide it between several pages, or use an ordinary file for large tables.",
        hints={
            "line": "Begin a new line here and there: one line end makes no new paragraph.",
            "depth": "Use fewer levels, and check whether the line begins with more spaces or marks than it should.",
        },
        meaning="A page is read by people. A text with thousands of brackets, lines or code blocks, or with lists inside lists without end, would also make the site very slow to build, or stop it.",
        wrong="(a table of five thousand lines pasted into an item)",
        right="(the same table as a file under “Open data”, and a link to it)",
        fixed=True,
    ),
)
