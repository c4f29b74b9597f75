"""`explain`: what a diagnostic code means, with an example of the mistake and of the cure."""

from __future__ import annotations

import os
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.content_root import find_root
from living_strategy.adapters.cli.output import write
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.diagnostics import nearest
from living_strategy.language import Language
from living_strategy.rules import CODES, Code

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_WIDTH = 80
# Where the pages of the codes lie in a repository that holds the program, too.
_PAGES = Path("docs", "checks")


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        explain,
        text(
            "CODE is the name in square brackets after “error” or “warning”, such as "
            "unknown-reference. Without it all codes are listed."
        ),
        (click.Argument(["code"], required=False, metavar=text("[CODE]")),),
    )


def explain(session: Session, code: str | None) -> None:
    """Write one explanation, or the list."""
    language = session.language
    if code is None:
        write("\n".join(_list(language)))
    elif explained := CODES.get(code.strip("[]").lower()):
        write("\n".join(_explanation(explained, language)))
        if page := _page(explained, session.given_root or find_root()):
            name = os.path.relpath(page)
            write("\n" + language.text("Page with examples: {file}").format(file=name))
    else:
        message = language.text("There is no check called “{name}”.").format(name=code)
        if suggestion := nearest(code, CODES):
            message += " " + language.text("Did you mean “{near}”?").format(near=suggestion)
        else:
            message += " " + language.text("Run “{command}” to see them all.").format(
                command=language.command("explain")
            )
        raise CannotStart(message)


def _list(language: Language) -> Iterator[str]:
    words = {code.name: language.term(code.severity).lower() for code in CODES.values()}
    first = max(map(len, words))
    second = max(map(len, words.values()))
    for name, code in sorted(CODES.items()):
        yield f"{name:<{first}}  {words[name]:<{second}}  {_pattern(code.message, language)}"


def _explanation(code: Code, language: Language) -> Iterator[str]:
    text = language.text
    severity = language.term(code.severity).lower()
    yield f"{code.name} ({severity})"
    yield ""
    yield textwrap.fill(text(code.meaning), _WIDTH)
    yield ""
    for heading, message in (
        *((text("Message:"), message) for message in (code.message, *code.messages.values())),
        (text("Hint:"), code.hint),
        (text("Hint when something is near:"), code.hint_near),
        *((text("Hint in another case:"), hint) for hint in code.hints.values()),
    ):
        if message:
            yield textwrap.fill(
                f"{heading} {_pattern(message, language)}", _WIDTH, subsequent_indent="  "
            )
    for heading, example in ((text("Wrong:"), code.wrong), (text("Right:"), code.right)):
        yield f"\n{heading}\n{textwrap.indent(example, '    ')}"


def _page(code: Code, root: Path | None) -> Path | None:
    """Return the page about the code, which a strategy that installed the package does not have."""
    page = root / _PAGES / f"{code.name}.md" if root else None
    return page if page and page.is_file() else None


def _pattern(message: str, language: Language) -> str:
    """Return the message with words in single angle quotes in place of the particulars."""
    return _PLACEHOLDER.sub(
        lambda placeholder: (
            f"‹{language.context('placeholder', placeholder[1].replace('_', ' '))}›"
        ),
        language.text(message),
    )
