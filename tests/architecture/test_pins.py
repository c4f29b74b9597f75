"""The files of pinned packages are complete, so that no newer release can come in between."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.pins import ROOT, SITE, WHOLE, Pin, asked_for, first_asked, read_pins

CURE = "run: make constraints, then make setup"
FILES = [(SITE, ("editable",)), (WHOLE, ("dev",))]


def _needed(file: str, groups: tuple[str, ...]) -> tuple[set[str], list[str]]:
    """Return the packages that the project needs, also indirectly, and what is amiss."""
    pins = {pin.name: pin for pin in read_pins(file) if pin.holds}
    reached: set[tuple[str, str]] = set()
    problems: list[str] = []
    queue: list[tuple[str, Requirement]] = [
        ("pyproject.toml", requirement) for requirement in first_asked(*groups)
    ]
    while queue:
        asker, requirement = queue.pop()
        pin = pins.get(Pin(requirement, ()).name)
        if not _answers(pin, requirement):
            problems.append(f"{asker} asks for {requirement}")
        elif (pin.name, str(sorted(requirement.extras))) not in reached:
            reached.add((pin.name, str(sorted(requirement.extras))))
            queue += [
                (pin.name, requirement)
                for requirement in asked_for(pin.installed, requirement.extras)
            ]
    return {name for name, _ in reached}, problems


def _answers(pin: Pin | None, requirement: Requirement) -> bool:
    """Return whether a pin fulfils the requirement: an allowed version, with all the extras."""
    return (
        pin is not None
        and requirement.extras <= pin.requirement.extras
        and requirement.specifier.contains(pin.version, prereleases=True)
    )


@pytest.mark.parametrize(("file", "groups"), FILES)
def test_everything_is_pinned_with_a_hash(file: str, groups: tuple[str, ...]) -> None:
    """Every package has one exact version and at least one hash of SHA-256."""
    pins = read_pins(file)

    assert [str(pin.requirement) for pin in pins if not pin.version] == []
    assert [pin.name for pin in pins if not pin.hashes] == []
    assert {
        part
        for pin in pins
        for part in pin.hashes
        if not re.fullmatch(r"sha256:[0-9a-f]{64}", part)
    } == set()


@pytest.mark.parametrize(("file", "groups"), FILES)
def test_all_that_anything_asks_for_is_pinned_with_its_extras(
    file: str, groups: tuple[str, ...]
) -> None:
    """A tool asks an index for `coverage[toml]` when only `coverage` is pinned: both must be."""
    needed, amiss = _needed(file, groups)

    assert amiss == [], CURE
    assert {pin.name for pin in read_pins(file) if pin.holds} == needed, CURE


@pytest.mark.parametrize(("file", "groups"), FILES)
def test_what_is_pinned_is_what_is_installed(file: str, groups: tuple[str, ...]) -> None:
    """The tests speak of the packages that the file names, at its versions."""
    pins = [pin for pin in read_pins(file) if pin.holds]

    assert {pin.name: pin.installed.version for pin in pins} == {
        pin.name: pin.version for pin in pins
    }, CURE


@pytest.mark.parametrize(("file", "groups"), FILES)
def test_no_address(file: str, groups: tuple[str, ...]) -> None:
    """The index, a mirror or a proxy is the machine's affair, not the file's."""
    text = (ROOT / file).read_text("utf-8")

    assert re.findall(r"\S*://\S*|^-.*", text, re.M) == []


def test_a_site_gets_what_the_tests_get() -> None:
    """Both files can be installed into one environment, in any order."""
    whole = {(str(pin.requirement), pin.hashes) for pin in read_pins(WHOLE)}

    assert {(str(pin.requirement), pin.hashes) for pin in read_pins(SITE)} - whole == set()


def test_set_up_asks_for_the_python_that_the_project_asks_for() -> None:
    """The oldest Python stands in pyproject.toml; the script that looks before pip does agrees."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    script = (ROOT / "tools" / "set_up.sh").read_text("utf-8")

    needed = re.findall(r'^needed="(.*)"$', script, re.M)

    assert [f">={version}" for version in needed] == [project["requires-python"]]
