"""What the YAML library says about a mistake, in words that an editor can act on."""

from __future__ import annotations

YAML_PROBLEMS = (
    "a value without quotes holds a colon followed by a space",
    "a quotation mark or a bracket is never closed",
    "a bracket is not closed, or a comma is missing",
    "a value begins with a character that has a meaning of its own, and needs quotes",
    "a colon is missing after the key",
    "the indentation does not fit the lines above",
    "a backslash between double quotes has a meaning of its own; use single quotes",
    "a key is a single line of text",
    "it is not known what is meant",
)

# Part of what libyaml (or our reader) says, beside the number of the problem above.
_SIGNS = (
    ("mapping values are not allowed", 0),
    ("unexpected end of stream", 1),
    ("expected node content", 1),
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


def in_plain_words(problem: str) -> str:
    """The problem as one of `YAML_PROBLEMS`, which are message ids of the catalogues."""
    number = next((number for sign, number in _SIGNS if sign in problem), -1)
    return YAML_PROBLEMS[number]
