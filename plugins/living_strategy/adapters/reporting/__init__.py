"""Findings as text for people, JSON for programs, notes on changed lines; one format one file."""

from __future__ import annotations

from living_strategy.adapters.reporting import github, gitlab, json, text
from living_strategy.adapters.reporting.reporter import Reporter

REPORTERS: tuple[Reporter, ...] = (text.REPORTER, json.REPORTER, github.REPORTER, gitlab.REPORTER)
