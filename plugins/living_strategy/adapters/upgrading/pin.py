"""The pin of a strategy: the version of the program that it has, in requirements.txt."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from living_strategy.adapters.upgrading.refusal import Refusal
from living_strategy.adapters.upgrading.wheel import Wheel, read_wheel
from living_strategy.starting.files import requirements

REQUIREMENTS = "requirements.txt"
_PIN = re.compile(
    r"^\./(?P<path>engine/living_strategy-(?P<version>[^-\s/]+)-py3-none-any\.whl)[ ]\\\r?\n"
    r"[ ]+--hash=sha256:(?P<digest>[0-9a-f]{64})[ \t]*(?:\r?\n|\Z)",
    re.MULTILINE,
)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Pin:
    """The wheel that a strategy is pinned to, by its path, and the file that says so."""

    root: Path
    path: str
    version: str
    digest: str
    text: str

    def wheel(self) -> Wheel | None:
        """Return the wheel itself, if it lies there and is the one that is meant."""
        try:
            content = (self.root / self.path).read_bytes()
            whole = hashlib.sha256(content).hexdigest() == self.digest
            return read_wheel(self.root / self.path) if whole else None
        except (OSError, Refusal):
            return None

    def moved_to(self, wheel: Wheel) -> str:
        """Return the file with another wheel and its pins; lines of the strategy's own stay."""
        before = self.wheel()
        own = _own_lines(self.text, before.pins if before else "", wheel.pins)
        return requirements(wheel.path, wheel.digest, wheel.pins) + own


def read_pin(root: Path) -> Pin:
    """Return the pin of a strategy.

    Raises:
        Refusal: it has none.
    """
    try:
        text = (root / REQUIREMENTS).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        text = ""
    match = _PIN.search(text)
    if not match:
        raise Refusal(
            _(
                "{file} does not pin the program to a file in “engine/”, as in a strategy that "
                "was begun with “start”. docs/local-strategy.md says how to get there."
            ),
            file=REQUIREMENTS,
        )
    return Pin(root, match["path"], match["version"], match["digest"], text)


def _own_lines(text: str, before: str, after: str) -> str:
    """Return the lines that neither version has: packages of the strategy's own, and remarks."""
    text = _PIN.sub("", text).replace("\r\n", "\n")
    known = {*_blocks(before), *_blocks(after)}
    names = {name for block in known if (name := _name(block))}
    return "".join(
        block for block in _blocks(text) if block not in known and _name(block) not in names
    )


def _blocks(text: str) -> list[str]:
    """Divide a file of requirements: a requirement with its lines of hashes, a remark, a blank."""
    return re.findall(r"(?:[^\n]*\\\n)*[^\n]*(?:\n|(?<=[^\n])\Z)", text)


def _name(block: str) -> str:
    match = _NAME.match(block)
    return re.sub(r"[-_.]+", "-", match[0]).lower() if match else ""


def _(message: str) -> str:
    """Mark a message that is translated where it is shown."""
    return message
