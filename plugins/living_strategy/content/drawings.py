"""Reads a drawing (SVG) as browsers do, and says what in it is not drawing: what could run, or ask
other servers.

The parser reads in one pass, and is given nothing with a document type, so that there are no
entities. Names and values are looked at once they are resolved: no way of writing them hides
anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from living_strategy.content.drawing_vocabulary import (
    ELEMENTS,
    FUNCTIONS,
    GEOMETRY,
    NOTES,
    STYLES,
    TITLES,
)

MAX_BYTES = 1024 * 1024
_BETWEEN = "\n"
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_MAX_FUNCTION_LENGTH = 20
_INNER = re.compile(r"#[^\s\"'()\\]{1,200}")
_INNER_URL = re.compile(r"\s{0,9}([\"']?)#[^\s\"'()\\]{1,200}\1\s{0,9}\)")
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]*\Z")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a drawing is not published: the part of it that is refused, and where it begins. An
    empty `what` means that it cannot be read at all.
    """

    what: str
    line: int
    column: int


class _Refused(Exception):  # noqa: N818 - not an error of the program
    """Stops looking: the parser itself reads on to the end, and nobody listens."""


@dataclass
class _Reader:
    """Looks at each part of a drawing as the parser comes to it."""

    parser: expat.XMLParserType
    refusal: Refusal | None = None
    depth: int = 0
    style: list[str] = field(default_factory=list)
    in_style: bool = False

    def declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        """Browsers believe what a file says of its encoding; only one is the same everywhere."""
        if encoding and encoding.lower() not in ("utf-8", "utf8"):
            self._refuse(f'encoding="{encoding}"')

    def instruction(self, target: str, _: str) -> None:
        """Refuse instructions: one may name a style sheet that is a program."""
        self._refuse(f"<?{target}?>")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Only elements that draw, and notes of drawing programs."""
        space, _, local = name.rpartition(_BETWEEN)
        is_drawing = space == _SVG and local in ELEMENTS
        if self.depth == 0 and name == "svg":
            self._refuse(f'<svg> xmlns="{_SVG}"')
        if self.in_style or not (is_drawing or (self.depth and space in NOTES)):
            self._refuse(f"<{local}>")
        if self.depth == 0 and local != "svg":
            self._refuse(f"<{local}>")
        self.depth += 1
        for key, value in attributes.items():
            self._attribute(local if is_drawing else "", key, value)
        self.in_style = is_drawing and local == "style"

    def end(self, _: str) -> None:
        """Look at a style as a whole, however it is cut up in the file."""
        self.depth -= 1
        if self.in_style:
            self.in_style = False
            self._check_style("".join(self.style), "<style>")
            self.style.clear()

    def text(self, text: str) -> None:
        """Text is only shown, except in a style."""
        if self.in_style:
            self.style.append(text)

    def _attribute(self, element: str, key: str, value: str) -> None:
        """One attribute of an element that draws, or of a note, whose `element` is empty."""
        space, _, local = key.rpartition(_BETWEEN)
        is_known = local in GEOMETRY or local in STYLES or local.startswith(("data-", "aria-"))
        if local[:2].lower() == "on" or (space == _XML and local == "base"):
            self._refuse(f"{local}=")
        if space in (_XML, *NOTES) or (not space and not element):
            return
        if not element or space not in ("", _XLINK):
            self._refuse(f"{local}=")
        if local == "href":
            self._check_address(element, value)
        elif not space and not is_known:
            self._refuse(f"{local}=")
        elif local not in TITLES and not local.startswith(("data-", "aria-")):
            self._check_style(value, f"{local}=")

    def _check_address(self, element: str, value: str) -> None:
        """Refuse what leads anywhere: a drawing may point to its own parts, and hold pictures."""
        inner = _INNER.fullmatch(value.strip())
        if not inner and not (element == "image" and _PICTURE.match(value.strip())):
            self._refuse(f'href="{value}"')

    def _check_style(self, text: str, owner: str) -> None:
        """Styles without rules that fetch, escapes that hide them, and functions that lead out."""
        for sign in ("\\", "@"):
            if sign in text:
                self._refuse(f"{owner} {sign}")
        bracket = text.find("(")
        while bracket >= 0:
            before = text[max(0, bracket - _MAX_FUNCTION_LENGTH) : bracket]
            name = re.split(r"[^A-Za-z0-9-]", before)[-1].lower()
            if name == "url":
                allowed = _INNER_URL.match(text, bracket + 1) is not None
            else:
                allowed = name in FUNCTIONS or not name
            if not allowed:
                self._refuse(f"{owner} {name}(")
            bracket = text.find("(", bracket + 1)

    def _refuse(self, what: str) -> NoReturn:
        position = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        self.refusal = Refusal(what[:80], *position)
        raise _Refused


def refusal(content: bytes) -> Refusal | None:
    """Return what in a drawing keeps it from being published, if anything does."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _at(content, error.start, "")
    # In UTF-8 there is one way to write it. It may set attributes on every element, and hide text
    # in entities.
    if (start := content.find(b"<!DOCTYPE")) >= 0:
        return _at(content, start, "<!DOCTYPE>")
    parser = expat.ParserCreate("UTF-8", _BETWEEN)
    reader = _Reader(parser)
    parser.XmlDeclHandler = reader.declaration
    parser.ProcessingInstructionHandler = reader.instruction
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(content, True)
    except _Refused:
        return reader.refusal
    except expat.ExpatError as error:
        return reader.refusal or Refusal("", error.lineno, error.offset + 1)
    return None


def _at(content: bytes, offset: int, what: str) -> Refusal:
    line_start = content.rfind(b"\n", 0, offset) + 1
    column = len(content[line_start:offset].decode("utf-8", "replace")) + 1
    return Refusal(what, content.count(b"\n", 0, offset) + 1, column)
