"""Phrases of the fields of every kind of entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pydantic import BaseModel

from living_strategy.history.sentences.phrases import (
    ADDRESS,
    LINK,
    MONEY,
    TEXT,
    VALUE,
    Phrases,
)
from living_strategy.model import (
    Area,
    Body,
    Component,
    Entry,
    Framework,
    Goal,
    Measure,
    Network,
    Organisation,
    Project,
    Scheme,
    Term,
)
from living_strategy.model.entry import RegisterEntry

_PERIOD = Phrases(
    came="Period given",
    went="Period removed",
    changed="Period changed",
    details={"start": "{sentence}, from {start}", "end": "{sentence} to {end}"},
    lost={"start": "{sentence}, from {start}", "end": "{sentence} to {end}"},
)
_PRICES = Phrases(
    added="New price ({payer}, {every})",
    removed="The price is taken out ({payer}, {every})",
    inside="the price: {payer}, {every}",
    details={
        "amount": "{sentence}: {amount}",
        "per_inhabitant": "{sentence}, {per_inhabitant} {currency} per inhabitant",
    },
)
_STATUS_DATE = Phrases(
    came="The status is as of {new}",
    went="It is no longer told as of when the status is (was {old})",
    changed="The status is as of {new} (was as of {old})",
    exact="The status is as of {new} (was as of {old})",
    vague="The status is as of {new} (was as of {old})",
)
_COSTS = Phrases(
    added="Cost for {year} added",
    removed="The cost for {year} is taken out",
    inside="the cost for {year}",
    details={
        "operating": "{sentence}: operation {operating}",
        "investment": "{sentence}, investment {investment}",
        "undivided": "{sentence}, undivided {undivided}",
        "scheme": "{sentence} (paid by {scheme})",
        "payer": "{sentence} (paid by {payer})",
    },
    lost={
        "operating": "{sentence}: operation {operating}",
        "investment": "{sentence}, investment {investment}",
        "undivided": "{sentence}, undivided {undivided}",
    },
)
_GAINS = Phrases(
    added="New gain: “{title}”",
    removed="The gain “{title}” is taken out",
    inside="the gain “{title}”",
    details={
        "amount": "{sentence}, {amount} ({unit})",
        "date": "{sentence} by {date}",
    },
    lost={"amount": "{sentence}, {amount} ({unit})"},
)
_MILESTONES = Phrases(
    added="New milestone: “{title}”",
    removed="The milestone “{title}” is taken out",
    inside="the milestone “{title}”",
    details={"date": "{sentence}, {date}", "done": "{sentence}, reached {done}"},
    lost={"date": "{sentence}, {date}"},
)
_DECISIONS = Phrases(
    added="New decision: “{title}”",
    removed="The decision “{title}” is taken out",
    inside="the decision “{title}”",
    details={"date": "{sentence}, {date}", "body": "{sentence} ({body})"},
)
_UPDATES = Phrases(
    added="New report for {date}: “{text}”",
    removed="The report for {date} is taken out: “{text}”",
    inside="the report for {date}",
)
_GRANTS = Phrases(
    added="New grant for {year}: {amount}",
    removed="The grant for {year} is taken out ({amount})",
    inside="the grant for {year}",
)
ENTRY_PHRASES: Mapping[type[BaseModel], Mapping[str, Phrases]] = {
    Entry: {
        "title": TEXT,
        "summary": TEXT,
        "description": replace(TEXT, label="Text"),
        "number": VALUE,
        "aliases": Phrases(
            added="Id changed; it was “{new}” before",
            removed="The earlier id “{old}” is taken out",
        ),
        "sources": Phrases(
            added="Source added: “{title}”",
            removed="Source removed: “{title}”",
            inside="the source “{title}”",
        ),
        "as_of": Phrases(
            came="The facts are as of {new}",
            went="It is no longer told as of when the facts are (was {old})",
            changed="The facts are as of {new} (was as of {old})",
            exact="The facts are as of {new} (was as of {old})",
            vague="The facts are as of {new} (was as of {old})",
        ),
        "reviewed": Phrases(
            came="Reviewed {new}",
            went="It is no longer told when it was reviewed (was {old})",
            changed="Reviewed {new}",
            exact="Reviewed {new}",
            vague="Reviewed {new}",
        ),
        "note": TEXT,
        "retired": Phrases(
            came="Retired {date}: {reason}",
            went="No longer retired",
            changed="Retirement changed",
            details={
                "replaced_by": "{sentence}. Replaced by {replaced_by}",
                "split_into": "{sentence}. Split into {split_into}",
            },
        ),
    },
    RegisterEntry: {"website": ADDRESS},
    Area: {"frameworks": LINK},
    Goal: {
        "area": LINK,
        "standing": replace(VALUE, label="Standing of the goal"),
        "wording": replace(VALUE, label="Wording of the title"),
        "wording_source": ADDRESS,
        "frameworks": LINK,
        "indicators": Phrases(
            added="New indicator: “{title}”",
            removed="The indicator “{title}” is taken out",
            inside="{sentence} – {indicator}",
        ),
        "decisions": _DECISIONS,
        "updates": _UPDATES,
    },
    Measure: {
        "goals": LINK,
        "areas": LINK,
        "status": VALUE,
        "status_date": _STATUS_DATE,
        "status_reason": TEXT,
        "responsible": LINK,
        "responsible_unit": VALUE,
        "priority": VALUE,
        "audience": Phrases(added="Now also for {new}", removed="No longer for {old}"),
        "period": _PERIOD,
        "costs": _COSTS,
        "gains": _GAINS,
        "milestones": _MILESTONES,
        "decisions": _DECISIONS,
        "uses": LINK,
        "updates": _UPDATES,
    },
    Project: {
        "measures": LINK,
        "goals": LINK,
        "areas": LINK,
        "phase": VALUE,
        "status": VALUE,
        "status_date": _STATUS_DATE,
        "status_reason": TEXT,
        "period": _PERIOD,
        "lead": LINK,
        "responsible_unit": VALUE,
        "priority": VALUE,
        "partners": LINK,
        "participants": LINK,
        "funding": Phrases(
            added="Granted {amount}",
            removed="The grant is taken out: {amount}",
            inside="the grant",
            details={
                "scheme": "{sentence} from {scheme}",
                "year": "{sentence} for {year}",
                "note": "{sentence}: “{note}”",
            },
            lost={"scheme": "{sentence} from {scheme}", "year": "{sentence} for {year}"},
            inside_details={"scheme": "{sentence} from {scheme}", "year": "{sentence} for {year}"},
        ),
        "total_cost": MONEY,
        "costs": _COSTS,
        "gains": _GAINS,
        "uses": LINK,
        "depends_on": LINK,
        "involvement": Phrases(
            added="Involved: {step}",
            removed="The involvement is taken out: {step}",
            inside="the involvement: {step}",
            details={
                "date": "{sentence}, {date}",
                "body": "{sentence}, {body}",
                "outcome": "{sentence}: “{outcome}”",
            },
        ),
        "milestones": _MILESTONES,
        "decisions": _DECISIONS,
        "updates": _UPDATES,
    },
    Organisation: {"type": VALUE, "number": VALUE, "part_of": LINK},
    Network: {
        "counties": Phrases(added="Now also covers {new}", removed="No longer covers {old}"),
        "members": Phrases(added="New member: {new}", removed="No longer a member: {old}"),
        "member_count": VALUE,
        "period": _PERIOD,
        "part_of": LINK,
        "grants": _GRANTS,
    },
    Body: {
        "level": VALUE,
        "mandate": TEXT,
        "members": LINK,
        "member_count": VALUE,
        "reports_to": LINK,
    },
    Component: {
        "owner": LINK,
        "maturity": VALUE,
        "price_model": TEXT,
        "prices": _PRICES,
        "builds_on": LINK,
        "adoption": Phrases(
            added="Taken into use by {count}",
            removed="The count of {date} is taken out ({count})",
            inside="the count of {date}",
            details={"total": "{sentence} of {total}", "date": "{sentence} ({date})"},
        ),
    },
    Scheme: {
        "owners": LINK,
        "period": _PERIOD,
        "rules": replace(
            TEXT, label="Rule", added="New rule: “{new}”", removed="The rule is taken out: “{old}”"
        ),
        "prices": _PRICES,
        "amounts": Phrases(
            added="New sum for {year}: {amount}",
            removed="The sum for {year} is taken out ({amount})",
            inside="the sum for {year}",
        ),
        "milestones": _MILESTONES,
        "decisions": _DECISIONS,
        "updates": _UPDATES,
    },
    Framework: {
        "owners": LINK,
        "period": _PERIOD,
        "goals": Phrases(
            added="New goal in the overarching strategy: “{title}”",
            removed="The goal of the overarching strategy is taken out: “{title}”",
            inside="the goal “{title}”",
        ),
        "goal_list": VALUE,
        "role": VALUE,
        "follows": LINK,
    },
    Term: {
        "summary": replace(TEXT, label="Meaning"),
        "forms": Phrases(
            added="Now also written “{new}”", removed="No longer also written “{old}”"
        ),
    },
}
