"""The files of pinned packages, read as pip reads them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
WHOLE, SITE = "constraints.txt", "constraints-site.txt"
# A requirement and the lines of its hashes.
_BLOCK = re.compile(r"^(?P<pin>[^\s#].*?)(?: \\)?\n(?P<hashes>(?: +--hash=.*\n)*)", re.M)


@dataclass(frozen=True)
class Pin:
    """One package of a file: what is asked for, and the hashes that it may have."""

    requirement: Requirement
    hashes: tuple[str, ...]

    @property
    def name(self) -> str:
        """The package's name, as indexes compare them."""
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> str:
        """The version behind `==`; empty when it is not pinned by one."""
        pinned = re.fullmatch(r"==([^*,]+)", str(self.requirement.specifier))
        return pinned[1] if pinned else ""

    @property
    def holds(self) -> bool:
        """Whether pip takes it on this machine."""
        marker = self.requirement.marker
        return marker is None or marker.evaluate()

    @property
    def installed(self) -> Distribution:
        """The package as it is installed here."""
        return distribution(self.name)


def read_pins(file: str) -> list[Pin]:
    """All packages of a file of the repository."""
    return [
        Pin(Requirement(match["pin"]), tuple(re.findall(r"--hash=(\S+)", match["hashes"])))
        for match in _BLOCK.finditer((ROOT / file).read_text("utf-8"))
    ]


def asked_for(distribution: Distribution, extras: set[str]) -> list[Requirement]:
    """What a package needs on this machine, with these extras of it."""
    wanted = map(Requirement, distribution.requires or ())
    return [
        requirement
        for requirement in wanted
        if requirement.marker is None
        or any(requirement.marker.evaluate({"extra": extra}) for extra in {"", *extras})
    ]


def first_asked(*groups: str) -> list[Requirement]:
    """What pyproject.toml asks for: the core, the extra `site`, and groups for development."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [*project["project"]["dependencies"]]
    wanted += project["project"]["optional-dependencies"]["site"]
    for group in groups:
        wanted += _group(project["dependency-groups"], group)
    return [Requirement(line) for line in wanted]


def _group(groups: dict[str, list[Any]], name: str) -> list[str]:
    lines: list[str] = []
    for line in groups[name]:
        lines += [line] if isinstance(line, str) else _group(groups, line["include-group"])
    return lines
