"""YAML text to plain data without surprises: scalars stay text, positions on demand.

What is not regular is read from libyaml's event stream, with a stack of our own: deep nesting
cannot exhaust the interpreter's stack, and repeated anchors cannot blow up memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn

from living_strategy.content.yaml.ambiguity import ambiguity
from living_strategy.content.yaml.regular import regular_mapping
from living_strategy.content.yaml.yaml_problems import (
    COLON,
    QUOTE,
    YAML_PROBLEMS,
    colon_example,
    in_plain_words,
    quote_example,
    swallows_lines,
)
from living_strategy.language.particulars import Particular, Particulars, Reason

if TYPE_CHECKING:
    import yaml

KeyPath = tuple[str | int, ...]
Mark = tuple[int, int]

MAX_DEPTH = 40
# More values than any file within the size limit needs; repeated anchors soon have more.
MAX_NODES = 100_000
MAX_ALIASES = 50

# Characters that YAML does not allow, and line ends that editors and YAML versions count
# differently (next line, line and paragraph separator), byte order marks and noncharacters, and
# characters that turn the direction of the text around them, so that it reads as something else.
_CONTROL = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069\\ud800-\\udfff"
    "\\ufdd0-\\ufdef\\ufeff\\ufffe\\uffff]"
)
ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_WHERE_SPACES_COUNT = re.compile(
    rf"[ ]*(?:-[ ]+)*(?:-?|(?:-[ ]*)?[\w-]+:[ ]*)(?P<odd>{ODD_SPACE.pattern})"
)
_QUOTES = ('"', "'")
_NULL = frozenset(("", "~", "null", "Null", "NULL"))


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in the YAML: a diagnostic code, its particulars and the place (from 1)."""

    code: str
    line: int
    column: int
    params: Particulars = field(default_factory=dict)
    path: KeyPath = ()


@dataclass(slots=True)
class Tree:
    """What a YAML text holds. `data` is None when it is empty or cannot be read.

    `plain` lists values without quotes that other programs read as something else than text;
    whether that is a mistake depends on the field, so it is for the validator to say. `empty` are
    the keys that stand there without a value; the data does not have them.
    """

    data: Any = None
    problems: list[Problem] = field(default_factory=list)
    plain: list[Problem] = field(default_factory=list)
    empty: list[KeyPath] = field(default_factory=list)
    keys: dict[KeyPath, Mark] = field(default_factory=dict)
    values: dict[KeyPath, Mark] = field(default_factory=dict)


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is being read. `key` is None where the next thing is a key."""

    node: Any
    is_mapping: bool
    anchor: str | None = None
    key: str | None = None
    repeated: bool = False
    keys: int = 0
    size: int = 1
    lines: dict[str, int] = field(default_factory=dict)


class _StopError(Exception):
    """Reading ends here; the problem has been noted."""


def control_character(text: str) -> tuple[int, str] | None:
    """Offset and name of the first character that content may not hold, if any."""
    match = _CONTROL.search(text)
    return (match.start(), f"U+{ord(match.group()):04X}") if match else None


def odd_space(text: str) -> tuple[int, int, str] | None:
    """Line and column, both from 0, and the name of the first space that is none where YAML wants
    one: in an indentation, behind a hyphen, or behind the colon of a key.
    """
    for number, line in enumerate(text.split("\n")):
        if match := _WHERE_SPACES_COUNT.match(line):
            return number, match.start("odd"), f"U+{ord(match['odd']):04X}"
    return None


def read_yaml(text: str, first_line: int = 1, *, positions: bool = False) -> Tree:
    """Read one YAML document. Never raises on any text that has no control characters.

    Plain scalars are kept as the text that was written; only the null words become None, and keys
    without a value are left out. With `positions` every key and value is given a place;
    `first_line` is the line of the file that the text begins on.
    """
    if not positions and (data := regular_mapping(text)) is not None:
        return Tree(data)
    return _Reader(text, first_line, positions).read()


class _Reader:
    def __init__(self, text: str, first_line: int, positions: bool) -> None:
        self.text = text
        self.first_line = first_line
        self.last_line = text.count("\n")
        self.positions = positions
        self.tree = Tree()
        self.frame = _Frame([], is_mapping=False)
        self.parents: list[_Frame] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.aliases = 0
        self.nodes = 0
        self.documents = 0
        # The last quoted text that goes over several lines.
        self.quoted: Any = None
        # Whether a key holds a space that is none.
        self.odd_key = False

    def read(self) -> Tree:
        self.parse()
        self.look_for_odd_space()
        return self.tree

    def parse(self) -> None:
        # Where all content is regular, nobody needs it.
        import yaml
        from yaml.cyaml import CParser  # type: ignore[attr-defined]

        handlers: dict[type, Callable[[Any], None]] = {
            yaml.MappingStartEvent: self.open_mapping,
            yaml.SequenceStartEvent: self.open_list,
            yaml.MappingEndEvent: self.close,
            yaml.SequenceEndEvent: self.close,
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.document,
        }
        root = self.frame
        try:
            next_event, scalar = CParser(self.text).get_event, self.scalar
            while (kind := type(event := next_event())) is not yaml.StreamEndEvent:
                # Most events are keys and values.
                if kind is yaml.ScalarEvent:
                    scalar(event)
                elif handler := handlers.get(kind):
                    handler(event)
            self.tree.data = root.node[0] if root.node else None
        except yaml.YAMLError as error:
            self.syntax(error)
        except _StopError:
            pass

    def look_for_odd_space(self) -> None:
        """Report a space of another kind where YAML wants one in place of whatever else is wrong
        there: the library takes it for a letter, and stumbles lines later.
        """
        unread = bool(self.tree.problems) or isinstance(self.tree.data, str)
        if not unread and not self.odd_key:
            return
        if space := odd_space(self.text):
            line, column, character = space
            params = {"character": character}
            self.tree.data = None
            self.tree.problems = [
                Problem("yaml-odd-space", line + self.first_line, column + 1, params)
            ]

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self.stop("yaml-many-documents", event.start_mark)

    def scalar(self, event: Any) -> None:
        if event.tag is not None and event.tag != "!":
            self.stop("yaml-tag", event.start_mark, tag=event.tag)
        frame = self.frame
        value: Any = event.value
        if event.style:
            self.look_at_quotes(event)
        if frame.is_mapping and frame.key is None:
            self.key(frame, value, event.start_mark)
            return
        if event.implicit[0]:
            if value in _NULL:
                value = None
            elif code := ambiguity(value):
                self.note_ambiguous(code, event.start_mark, value)
        if event.anchor:
            self.anchors[event.anchor] = (value, 1)
        self.add(value, 1, event.start_mark)

    def look_at_quotes(self, event: Any) -> None:
        if event.style in _QUOTES and event.end_mark.line > event.start_mark.line:
            self.quoted = event
        if event.style == '"' and (control := control_character(event.value)):
            self.stop("yaml-control-character", event.start_mark, character=control[1])

    def key(self, frame: _Frame, key: str, mark: Any) -> None:
        self.odd_key = self.odd_key or not (key.isascii() or ODD_SPACE.search(key) is None)
        first = frame.lines.setdefault(key, mark.line)
        frame.key = key
        number = len(frame.lines)
        frame.repeated = number == frame.keys
        frame.keys = number
        if frame.repeated:
            params = {"key": key, "first_line": str(first + self.first_line)}
            line, column = self.place(mark)
            self.tree.problems.append(
                Problem("yaml-duplicate-key", line, column, params, self.path())
            )
        elif self.positions:
            self.tree.keys.setdefault(self.path(), self.place(mark))

    def open_mapping(self, event: Any) -> None:
        self.open(event, _Frame({}, is_mapping=True, anchor=event.anchor))

    def open_list(self, event: Any) -> None:
        self.open(event, _Frame([], is_mapping=False, anchor=event.anchor))

    def open(self, event: Any, frame: _Frame) -> None:
        if event.tag is not None and event.tag != "!":
            self.stop("yaml-tag", event.start_mark, tag=event.tag)
        if len(self.parents) >= MAX_DEPTH:
            self.stop("yaml-too-complex", event.start_mark)
        self.refuse_as_key(event.start_mark)
        if self.positions:
            self.tree.values.setdefault(self.path(), self.place(event.start_mark))
        self.parents.append(self.frame)
        self.frame = frame

    def close(self, event: Any) -> None:
        closed = self.frame
        self.frame = self.parents.pop()
        if closed.anchor:
            self.anchors[closed.anchor] = (closed.node, closed.size)
        self.nodes -= closed.size - 1
        self.add(closed.node, closed.size, event.start_mark)

    def alias(self, event: Any) -> None:
        self.aliases += 1
        if event.anchor not in self.anchors:
            self.stop(
                "yaml-syntax", event.start_mark, problem=Reason(in_plain_words("undefined alias"))
            )
        self.refuse_as_key(event.start_mark)
        if self.aliases > MAX_ALIASES:
            self.stop("yaml-too-complex", event.start_mark)
        node, size = self.anchors[event.anchor]
        self.add(node, size, event.start_mark)

    def refuse_as_key(self, mark: Any) -> None:
        if self.frame.is_mapping and self.frame.key is None:
            self.stop(
                "yaml-syntax", mark, problem=Reason(in_plain_words("a key must be a plain text"))
            )

    def add(self, value: Any, size: int, mark: Any) -> None:
        """Put a finished value where it belongs."""
        frame = self.frame
        self.nodes += size
        if self.nodes > MAX_NODES:
            self.stop("yaml-too-complex", mark)
        if self.positions:
            self.tree.values.setdefault(self.path(), self.place(mark))
        frame.size += size
        if not frame.is_mapping:
            frame.node.append(value)
            return
        if value is None:
            self.tree.empty.append(self.path())
        elif not frame.repeated:
            frame.node[frame.key] = value
        frame.key = None

    def path(self) -> KeyPath:
        """Where the next value belongs. The outermost frame stands for the document itself."""
        return tuple(
            frame.key or "" if frame.is_mapping else len(frame.node)
            for frame in (*self.parents, self.frame)[1:]
        )

    def place(self, mark: Any) -> Mark:
        last = self.last_line
        # The end of the text counts as the beginning of a line that may not exist.
        if mark.line > last:
            return last + self.first_line, len(self.text) - self.text.rfind("\n")
        return mark.line + self.first_line, mark.column + 1

    def note_ambiguous(self, code: str, mark: Any, value: str) -> None:
        line, column = self.place(mark)
        self.tree.plain.append(Problem(code, line, column, {"value": value}, self.path()))

    def stop(self, code: str, mark: Any, **params: Particular) -> NoReturn:
        line, column = self.place(mark)
        self.tree.problems.append(Problem(code, line, column, params, self.path()))
        raise _StopError

    def syntax(self, error: yaml.YAMLError) -> None:
        problem = in_plain_words(str(getattr(error, "problem", "")))
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        if opening := self.open_quote(error, problem):
            mark, problem = opening, YAML_PROBLEMS[QUOTE]
        line, column = self.place(mark) if mark else (self.first_line, 1)
        current = self.text.split("\n")[line - self.first_line]
        indentation = current[: len(current) - len(current.lstrip())]
        if "\t" in indentation:
            self.tree.problems.append(Problem("yaml-tab", line, indentation.index("\t") + 1))
            return
        params: dict[str, Particular] = {"problem": Reason(problem)}
        if problem == YAML_PROBLEMS[COLON]:
            params |= {"case": "colon", "example": colon_example(current, column - 1)}
        elif problem == YAML_PROBLEMS[QUOTE]:
            params |= {"case": "quote", "example": quote_example(current)}
        self.tree.problems.append(Problem("yaml-syntax", line, column, params))

    def open_quote(self, error: yaml.YAMLError, problem: str) -> Any:
        """Where a quotation mark opens that lacks its partner, if that is the mistake.

        The library sees it at the end of the text, or behind the next quotation mark, which was
        meant to open another value.
        """
        if problem == YAML_PROBLEMS[QUOTE]:
            return getattr(error, "context_mark", None)
        mark = getattr(error, "problem_mark", None)
        if not self.quoted or not mark or self.quoted.end_mark.line != mark.line:
            return None
        opening, closing = self.quoted.start_mark, self.quoted.end_mark
        lines = self.text.split("\n")[opening.line : closing.line + 1]
        return opening if swallows_lines("\n".join(lines)) else None
