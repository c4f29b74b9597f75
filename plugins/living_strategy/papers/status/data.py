"""The report about the status as JSON, for other programs."""

from __future__ import annotations

import json
from typing import Any

from living_strategy.figures.roll_ups import RollUp
from living_strategy.figures.signals import ItemSignals, Signal
from living_strategy.model import Goal
from living_strategy.papers.status.paper import Paper, StatusReport


def render(report: StatusReport) -> str:
    """Write all items, sums and letters. Names of keys and values are the same in any language."""
    summary = report.summary
    data = {
        "strategy": report.settings.title,
        "date": summary.today.isoformat(),
        "review_months": report.settings.review_months.model_dump(),
        "with_history": summary.with_history,
        "not_known": {gap.value: count for gap, count in summary.gaps.items()},
        "all": _sum(summary.all),
        "areas": [_sum(area.area) for area in summary.areas],
        "goals": [_sum(goal) for area in summary.areas for goal in area.goals],
        "owners": [_sum(owner) for owner in summary.owners],
        "items": [_item(item) for item in summary.items],
        "letters": [
            {"to": letter.owner.id, "subject": letter.subject, "text": letter.text}
            for letter in report.letters
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _sum(roll_up: RollUp) -> dict[str, Any]:
    holder = {"id": roll_up.holder.id, "kind": roll_up.holder.kind} if roll_up.holder else {}
    return holder | {
        "rests_on": roll_up.rests_on,
        "states": {state.value: count for state, count in roll_up.by_state.items()},
        "signals": {kind.value: count for kind, count in roll_up.by_kind.items()},
    }


def _item(item: ItemSignals) -> dict[str, Any]:
    entry = item.entry
    return {
        "id": entry.id,
        "kind": entry.kind,
        "title": entry.title,
        "status": None if isinstance(entry, Goal) else entry.status.value,
        "status_date": None if isinstance(entry, Goal) else entry.status_date,
        "state": item.state.value,
        "signals": [_signal(signal) for signal in item.signals],
        "not_known": [gap.value for gap in item.gaps],
    }


def _signal(signal: Signal) -> dict[str, Any]:
    data: dict[str, Any] = {
        "kind": signal.kind.value,
        "since": signal.since,
        "months": signal.months,
    }
    titles = {"milestone": signal.milestone, "indicator": signal.indicator}
    return data | {name: title for name, title in titles.items() if title}


PAPER = Paper("json", render)
