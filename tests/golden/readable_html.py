"""HTML as a person can review it: a line for each block, the same for the same page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

# What stands within a line of text; everything else begins a line of its own.
INLINE = {
    "a", "abbr", "b", "bdi", "br", "button", "cite", "code", "dfn", "em", "i", "img", "input",
    "kbd", "label", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "tspan",
    "u", "var", "wbr",
}  # fmt: skip
VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
# Here every space counts.
VERBATIM = {"pre", "script", "textarea"}


def readable(html: str) -> str:
    """The same markup, a block a line and indented. Tags and texts stay as they are, but for white
    space that no browser shows; a space that does not break is written `&nbsp;`.
    """
    layout = _Layout()
    layout.feed(html)
    layout.close()
    layout.end_line()
    return "".join(f"{line}\n" for line in layout.lines)


class _Layout(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.lines: list[str] = []
        self.line = ""
        self.verbatim = 0
        # Of each block that is open: the number of its line, and whether it has blocks in it.
        self.open: list[tuple[int, bool]] = []

    def end_line(self) -> None:
        """Begin a new line, if anything stands in this one."""
        text = self.line.rstrip(" ") if self.verbatim else self.line.strip(" ")
        if text:
            self.lines.append("  " * len(self.open) + text.replace("\u00a0", "&nbsp;"))
        self.line = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = self.get_starttag_text() or ""
        if tag in INLINE or self.verbatim:
            self.line += written
            return
        self.end_line()
        if self.open:
            self.open[-1] = (self.open[-1][0], True)
        self.line = written
        if tag in VERBATIM:
            self.verbatim += 1
        else:
            self.end_line()
            if tag not in VOID:
                self.open.append((len(self.lines) - 1, False))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = self.get_starttag_text() or ""
        if tag in INLINE:
            self.line += written
            return
        self.end_line()
        if self.open:
            self.open[-1] = (self.open[-1][0], True)
        self.line = written
        self.end_line()

    def handle_endtag(self, tag: str) -> None:
        if tag in INLINE:
            self.line += f"</{tag}>"
        elif tag in VERBATIM:
            self.verbatim -= 1
            self.line += f"</{tag}>"
            self.end_line()
        else:
            self.end_line()
            begin, has_blocks = self.open.pop()
            self.line = f"</{tag}>"
            self.end_line()
            if not has_blocks:
                # A block with nothing but a text is one line.
                head, *texts = self.lines[begin:]
                self.lines[begin:] = [head + "".join(text.strip(" ") for text in texts)]

    def handle_data(self, data: str) -> None:
        self.line += data if self.verbatim else re.sub(r"[ \t\r\n]+", " ", data)

    def handle_entityref(self, name: str) -> None:
        self.line += f"&{name};"

    def handle_charref(self, name: str) -> None:
        self.line += f"&#{name};"

    def handle_comment(self, data: str) -> None:
        self.line += f"<!--{data}-->"
