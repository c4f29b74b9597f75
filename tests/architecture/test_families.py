"""Each family is a folder whose members are listed in one tuple and share one signature."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import pytest

from living_strategy.model import KINDS
from living_strategy.rules import CHECKS
from living_strategy.rules.codes import CODES

# Package, tuple, and the modules beside the members.
FAMILIES = [
    ("rules", "CHECKS", {"codes", "context"}),
    ("exports", "EXPORTS", set()),
    ("forms", "FORMS", {"fields"}),
    ("adapters.reporting", "REPORTERS", {"files", "wording"}),
    ("adapters.cli.commands", "COMMANDS", set()),
]
# What loading reports itself, because it needs the text of a file rather than the graph.
FOUND_WHILE_LOADING = {
    "unexpected-file", "broken-link", "heading-level", "image-without-text", "raw-html-removed",
    "unsafe-drawing", "unsafe-file", "unsafe-link",
}  # fmt: skip


def _modules(package: str) -> set[str]:
    found = importlib.import_module(f"living_strategy.{package}")
    return {module.name for module in pkgutil.iter_modules(found.__path__)}


@pytest.mark.parametrize(("package", "registry", "beside"), FAMILIES)
def test_tuple_lists_the_folder(package: str, registry: str, beside: set[str]) -> None:
    """A member that is not listed, or listed twice, is forgotten: that must be loud."""
    members = getattr(importlib.import_module(f"living_strategy.{package}"), registry)
    names = [member.__name__.rpartition(".")[2] for member in members]

    assert len(names) == len(set(names))
    assert set(names) == _modules(package) - beside


def test_kinds_have_files_of_their_own() -> None:
    """One kind one file, named after it."""
    for kind in KINDS:
        assert kind.__module__ == f"living_strategy.model.{kind.kind}"
        assert kind.__name__.lower() == kind.kind
    assert {kind.kind for kind in KINDS} <= _modules("model")


def test_checks_in_alphabetical_order() -> None:
    """Rules are listed by name, so that a new one has one place."""
    names = [check.__name__ for check in CHECKS]

    assert names == sorted(names)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: str(check.CODE))
def test_a_check_is_a_rule(check: object) -> None:
    """A rule has its code as file name, a definition, and the signature of its family."""
    name = check.__name__.rpartition(".")[2]  # type: ignore[attr-defined]
    function = check.check  # type: ignore[attr-defined]

    assert name.replace("_", "-") == check.CODE  # type: ignore[attr-defined]
    assert check.CODE in CODES  # type: ignore[attr-defined]
    assert inspect.getdoc(check)
    assert inspect.getdoc(function)
    assert list(inspect.signature(function).parameters) == ["graph", "context"]


def test_every_code_is_reported_by_somebody() -> None:
    """A code that is not fixed is found while loading or by a rule, or counts what is left out."""
    by_rules = {check.CODE for check in CHECKS}

    assert {
        name for name, code in CODES.items() if not code.fixed
    } == by_rules | FOUND_WHILE_LOADING | {"more-findings"}
