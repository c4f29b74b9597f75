"""Each family is a folder whose members are listed in one tuple and share one signature."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import pytest

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.commands import COMMANDS
from living_strategy.adapters.reporting.reporter import Reporter
from living_strategy.exports.export import Export
from living_strategy.forms.form import Form
from living_strategy.language import LANGUAGES, Language
from living_strategy.model import KINDS
from living_strategy.papers.review.review import Paper as ReviewPaper
from living_strategy.papers.status.paper import Paper
from living_strategy.rules import CODES, RULES, Rule
from living_strategy.site.feeds.feed import Writer
from living_strategy.upgrades.upgrade import Upgrade

# Package, its tuple of members, their type, and the modules beside them.
FAMILIES = [
    ("exports", "EXPORTS", Export, {"export"}),
    ("forms", "FORMS", Form, {"fields", "form", "issues", "schema_files", "web"}),
    (
        "papers.review",
        "REVIEW_PAPERS",
        ReviewPaper,
        {"checked", "fitting", "matters", "review", "state", "weighed", "written"},
    ),
    ("papers.status", "STATUS_PAPERS", Paper, {"paper", "report_words"}),
    ("site.feeds", "WRITERS", Writer, {"feed"}),
    ("upgrades", "UPGRADES", Upgrade, {"migration", "renaming", "upgrade", "version"}),
    ("adapters.reporting", "REPORTERS", Reporter, {"files", "reporter"}),
]
# What stands beside the rules: their parts, and the codes of the reader.
BESIDE_RULES = {"code", "context", "destinations", "policy", "reading", "rule", "wording"}
# What is found while a history is read.
OF_HISTORIES = {
    "history-incomplete", "history-missing", "history-shallow", "history-untrusted",
    "moving-revision", "unknown-revision", "unknown-trailer",
}  # fmt: skip
# What loading reports itself, because it needs the text of a file rather than the graph.
FOUND_WHILE_LOADING = {
    "unexpected-file", "heading-level", "image-without-text", "mention-in-plain-text",
    "raw-html-removed", "unknown-block", "unsafe-drawing", "unsafe-file", "unsafe-link",
    "bad-translation", "damaged-collection", "untranslated",
}  # fmt: skip


def _modules(package: str) -> set[str]:
    imported = importlib.import_module(f"living_strategy.{package}")
    return {module.name for module in pkgutil.iter_modules(imported.__path__)}


@pytest.mark.parametrize(("package", "registry", "of", "others"), FAMILIES)
def test_tuple_lists_the_folder(
    package: str, registry: str, of: type[object], others: set[str]
) -> None:
    """A member that is not listed, or listed twice, is forgotten: that must be loud. Each file has
    one, named after the type.
    """
    members = getattr(importlib.import_module(f"living_strategy.{package}"), registry)
    names = sorted(_modules(package) - others)
    files = [importlib.import_module(f"living_strategy.{package}.{name}") for name in names]

    assert sorted(member.name for member in members) == sorted(
        getattr(file, of.__name__.upper()).name for file in files
    )
    assert {type(member) for member in members} == {of}


def test_commands_list_the_folder() -> None:
    """A command that is not listed is forgotten; its module defines it in every language."""
    modules = [command.module for command in COMMANDS]

    assert sorted(modules) == sorted(_modules("adapters.cli.commands"))
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)
    for command in COMMANDS:
        for code in LANGUAGES:
            assert isinstance(command.define(Language.load(code)), Definition)


def test_kinds_have_files_of_their_own() -> None:
    """One kind one file, named after it."""
    for kind in KINDS:
        assert kind.__module__ == f"living_strategy.model.{kind.kind}"
        assert kind.__name__.lower() == kind.kind
    assert {kind.kind for kind in KINDS} <= _modules("model")


def test_rules_are_listed_once_in_alphabetical_order() -> None:
    """A rule that is not listed is forgotten: that must be loud."""
    names = [rule.code.name.replace("-", "_") for rule in RULES]

    assert names == sorted(_modules("rules") - BESIDE_RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.code.name))
def test_a_rule_is_one_file(rule: Rule) -> None:
    """A rule lies in the file named after its code, with a definition and what it yields."""
    module = importlib.import_module(rule.check.__module__)

    assert module.__name__.rpartition(".")[2].replace("_", "-") == rule.code.name
    assert module.RULE is rule
    assert inspect.getdoc(module)
    assert inspect.getdoc(rule.check)


def test_every_code_is_reported_by_somebody() -> None:
    """A code that is not fixed is found while loading or by a rule, or counts what is left out."""
    by_rules = {rule.code.name for rule in RULES if not rule.code.fixed}

    assert {
        name for name, code in CODES.items() if not code.fixed
    } == by_rules | FOUND_WHILE_LOADING | OF_HISTORIES | {"more-findings"}
