"""What the YAML library says about a mistake, in words that an editor can act on."""

from __future__ import annotations

import re

YAML_PROBLEMS = (
    "a value without quotes holds a colon followed by a space",
    "a bracket is never closed",
    "a bracket is not closed, or a comma is missing",
    "a value begins with a character that has a meaning of its own, and needs quotes",
    "a colon is missing after the key",
    "the indentation does not fit the lines above",
    "a backslash between double quotes has a meaning of its own; use single quotes",
    "a key is a single line of text",
    "a quotation mark is missing, because the one that opens here is never closed",
    "it is not known what is meant",
)
COLON, BRACKET, QUOTE = 0, 1, 8

# Part of what libyaml (or our reader) says, beside the number of the problem above.
_SIGNS = (
    ("mapping values are not allowed", COLON),
    ("unexpected end of stream", QUOTE),
    ("unexpected document indicator", QUOTE),
    ("expected node content", BRACKET),
    ("',' or", 2),
    ("cannot start any token", 3),
    ("alphabetic or numeric character", 3),
    ("undefined alias", 3),
    ("tag", 3),
    ("could not find expected ':'", 4),
    ("block sequence entries are not allowed", 5),
    ("did not find expected key", 5),
    ("'-' indicator", 5),
    ("<document start>", 5),
    ("escape character", 6),
    ("a key must be a plain text", 7),
)


# A line that can be shown as it should be: a key, and a value that ends where the line does.
_WITH_COLON = re.compile(
    r"\s*(?:- )?(?P<key>[^\s:\"'#\[{]+): +(?P<value>[^\s\"'\[{&*!|>%@`#][^\"\\]*)\Z"
)
_WITH_QUOTE = re.compile(r"\s*(?:- )?(?P<rest>(?:[^\s:\"'#\[{]+: +)?(?P<quote>[\"'])[^\"']+)\Z")
_COMMENT = re.compile(r"\s+(?:#.*)?\Z")
_SHOWN = 120
# Lines of a quoted text that look like what should stand behind it.
_SWALLOWED = re.compile(r"\s*(?:- |[A-Za-z_]+:(?:\s|\Z))")


def in_plain_words(problem: str) -> str:
    """Return the problem as one of `YAML_PROBLEMS`, which are message ids of the catalogues."""
    number = next((number for sign, number in _SIGNS if sign in problem), -1)
    return YAML_PROBLEMS[number]


def colon_example(line: str, column: int) -> str:
    """Return the line with its value in quotes, or another line where it is not clear what belongs
    to the value. `column` is where the colon stands that is one too many, from 0.
    """
    match = _WITH_COLON.match(_COMMENT.sub("", line[: _SHOWN + 1]))
    if match and len(line) <= _SHOWN and match.start("value") < column < match.end("value"):
        return f'{match["key"]}: "{match["value"]}"'
    return 'title: "Biblioteket: åpent for alle"'


def quote_example(line: str) -> str:
    """Return the line with the quotation mark that is missing, or another line that has both."""
    match = _WITH_QUOTE.match(line[: _SHOWN + 1].rstrip())
    if match and len(line) <= _SHOWN:
        return match["rest"] + match["quote"]
    return 'title: "Kortere ventetid"'


def swallows_lines(text: str) -> bool:
    """Whether a quoted text of several lines holds keys or list items: its quotation mark was
    forgotten, and the one that closes it was meant to open another.
    """
    return any(_SWALLOWED.match(line) for line in text.split("\n")[1:])
