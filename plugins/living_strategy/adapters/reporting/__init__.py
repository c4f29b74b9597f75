"""Findings as text for people, JSON for programs, annotations for GitHub; one format one file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import ModuleType

from living_strategy.adapters.reporting import github, json, text
from living_strategy.adapters.reporting.files import Files
from living_strategy.diagnostics import Diagnostic
from living_strategy.language import Language

Report = Callable[[Sequence[Diagnostic], Language, Files], str]

REPORTERS: tuple[ModuleType, ...] = (text, json, github)
