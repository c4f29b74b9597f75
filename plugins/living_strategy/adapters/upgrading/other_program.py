"""Another version of the program, run from its wheel without being installed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from living_strategy.adapters.upgrading.refusal import Refusal
from living_strategy.adapters.upgrading.wheel import Wheel
from living_strategy.starting.files import requirements
from living_strategy.upgrades.version import Version, parse_version

# A package that the core needs, with the earliest version that will do; not those of extras.
_NEEDED = re.compile(
    r"(?P<name>[A-Za-z0-9._-]+)[^;]*?>=(?P<version>[0-9.]+)[^;]*(?:;(?!.*\bextra\b).*)?"
)
_BEGINS = "import living_strategy.adapters.cli.commands.upgrade, living_strategy.inspection"


@dataclass(frozen=True, slots=True)
class OtherProgram:
    """A version that lies unpacked in a folder, and the Python that can run it."""

    python: str
    folder: Path

    def run(self, root: Path, *arguments: str) -> int:
        """Run a command of it that talks to the terminal, and return its exit code."""
        done = subprocess.run(  # noqa: S603 - a version that the strategy is about to be pinned to
            self._command(root, *arguments), env=self._environment(), check=False
        )
        return done.returncode

    def run_quietly(self, root: Path, *arguments: str) -> int:
        """Run a command of it that says nothing to anybody, and return its exit code."""
        done = subprocess.run(  # noqa: S603 - the version that the strategy is pinned to
            self._command(root, *arguments),
            env=self._environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        return done.returncode

    def findings(self, root: Path) -> list[dict[str, Any]] | None:
        """Return what it finds in a strategy, as its `check --format json` says; None if it cannot
        say.
        """
        done = subprocess.run(  # noqa: S603 - the version that the strategy is pinned to
            self._command(root, "check", "--format", "json"),
            env=self._environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        try:
            findings: list[dict[str, Any]] = json.loads(done.stdout)["findings"]
        except (ValueError, KeyError, TypeError):
            return None
        return findings

    def begins(self) -> bool:
        """Return whether its modules can be loaded with the packages that Python finds."""
        done = subprocess.run(  # noqa: S603 - see above
            [self.python, "-P", "-c", _BEGINS],
            env=self._environment(),
            capture_output=True,
            check=False,
        )
        return done.returncode == 0

    def _command(self, root: Path, *arguments: str) -> list[str]:
        # -P: nothing in the folder that we stand in is taken for a module of the program.
        program = [self.python, "-P", "-m", "living_strategy"]
        return [*program, "--root", str(root), *arguments]

    def _environment(self) -> dict[str, str]:
        # Compiled modules lie in the folder, too, which is run more than once and then goes.
        return {**os.environ, "PYTHONPATH": str(self.folder)}


def unpacked(wheel: Wheel, work: Path) -> OtherProgram:
    """Return a version with the Python that runs this one, which may lack what it needs."""
    folder = work / f"program-{wheel.digest[:12]}"
    wheel.unpack(folder)
    return OtherProgram(sys.executable, folder)


def ready_program(wheel: Wheel, work: Path) -> OtherProgram:
    """Return a version with a Python that has what it needs: this one, or a new environment with
    exactly the packages that it is pinned to.

    Raises:
        Refusal: the packages cannot be installed.
    """
    program = unpacked(wheel, work)
    if not list(too_old(wheel.needs)) and program.begins():
        return program
    return OtherProgram(_environment_for(wheel, work), program.folder)


def too_old(needs: Iterable[str]) -> Iterator[str]:
    """Yield the packages, of those that the core needs, that are missing here or too old: with
    those, a program may begin and go wrong later.
    """
    for need in needs:
        if match := _NEEDED.fullmatch(need):
            here, least = _installed(match["name"]), parse_version(match["version"])
            if here is None or (least is not None and here < least):
                yield match["name"]


def _installed(name: str) -> Version | None:
    try:
        return parse_version(version(name))
    except PackageNotFoundError:
        return None


def _environment_for(wheel: Wheel, work: Path) -> str:
    """Make an environment from the pins, with sums, as `make install` does."""
    target = work / wheel.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(wheel.content)
    listed = work / "requirements.txt"
    listed.write_text(requirements(wheel.path, wheel.digest, wheel.pins), "utf-8")
    python = work / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    for command in (
        [sys.executable, "-m", "venv", "venv"],
        [
            *(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
            *("--require-hashes", "-r", "requirements.txt"),
        ],
    ):
        done = subprocess.run(  # noqa: S603 - our own arguments
            command,
            cwd=work,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode:
            said = (done.stderr or done.stdout).strip().splitlines()
            raise Refusal(
                _(
                    "Version {version} needs packages that are not here and could not be "
                    "installed: {reason}"
                ),
                version=wheel.name,
                reason=said[-1] if said else done.returncode,
            )
    return str(python)


def _(message: str) -> str:
    """Mark a message that is translated where it is shown."""
    return message
