"""Phrases of the fields of parts: milestones, decisions, sums, values of indicators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pydantic import BaseModel

from living_strategy.history.sentences.phrases import (
    ADDRESS,
    DATE,
    LINK,
    MONEY,
    TEXT,
    TOLD_DATE,
    VALUE,
    Figure,
    Phrases,
)
from living_strategy.model.budget import Cost, Gain
from living_strategy.model.component import Adoption
from living_strategy.model.framework import FrameworkGoal
from living_strategy.model.goal import Indicator, Measurement, Target, Waypoint
from living_strategy.model.price import Price
from living_strategy.model.project import Funding, Involvement
from living_strategy.model.values import (
    Amount,
    Decision,
    Milestone,
    Period,
    Retirement,
    Source,
    Update,
)

_YEAR = replace(VALUE, figure=Figure.YEAR)

PART_PHRASES: Mapping[type[BaseModel], Mapping[str, Phrases]] = {
    Period: {
        "start": replace(DATE, label="Start date"),
        "end": replace(DATE, label="End date"),
    },
    Source: {
        "title": Phrases(changed="The source “{old}” is now called “{new}”", names_part=True),
        "url": ADDRESS,
        "publisher": TEXT,
        "date": replace(TOLD_DATE, label="Date of publication"),
        "note": TEXT,
    },
    Milestone: {
        "title": Phrases(changed="The milestone “{old}” is now called “{new}”", names_part=True),
        "date": Phrases(
            came="The milestone “{title}” is planned for {new}",
            went="The milestone “{title}” has no date any more (was {old})",
            changed="The milestone “{title}” moved from {old} to {new}",
            exact="The milestone “{title}” told more exactly: {new} (was {old})",
            vague="The milestone “{title}” told less exactly: {new} (was {old})",
            moves=True,
            names_part=True,
        ),
        "done": Phrases(
            came="The milestone “{title}” is reached, {new}",
            went="The milestone “{title}” is no longer told as reached (was {old})",
            changed="The milestone “{title}” was reached {new}, not {old}",
            exact="The milestone “{title}” was reached {new} (was {old})",
            vague="The milestone “{title}” was reached {new} (was {old})",
            names_part=True,
        ),
        "note": TEXT,
    },
    Decision: {
        "title": Phrases(changed="The decision “{old}” now reads “{new}”", names_part=True),
        "date": TOLD_DATE,
        "body": LINK,
        "case": VALUE,
        "url": ADDRESS,
    },
    Update: {
        "date": TOLD_DATE,
        "text": Phrases(
            came="Report for {date} added: “{new}”",
            went="The report for {date} is taken out: “{old}”",
            changed="The report for {date} is changed from “{old}” to “{new}”",
            names_part=True,
        ),
        "source": ADDRESS,
    },
    Amount: {
        "year": replace(_YEAR, changed="The sum for {old} is now for {new}", names_part=True),
        "amount": MONEY,
        "count": VALUE,
        "source": ADDRESS,
        "note": TEXT,
    },
    Price: {
        "payer": VALUE,
        "every": VALUE,
        # Without a sum there is none, which is not the same as an unknown one.
        "amount": replace(VALUE, figure=Figure.MONEY),
        "per_inhabitant": VALUE,
        "from_inhabitants": VALUE,
        "below_inhabitants": VALUE,
        "date": TOLD_DATE,
        "source": ADDRESS,
        "note": TEXT,
    },
    Retirement: {
        "date": replace(TOLD_DATE, label="Date of retirement"),
        "reason": replace(TEXT, label="Reason for the retirement"),
        "replaced_by": LINK,
        "split_into": LINK,
    },
    Measurement: {
        "date": TOLD_DATE,
        "value": replace(
            VALUE, changed="{label} corrected from {old} to {new}", figure=Figure.VALUE
        ),
        "source": VALUE,
        "note": TEXT,
    },
    Target: {
        "value": replace(VALUE, figure=Figure.VALUE, names_part=True),
        "date": replace(DATE, label="Deadline of the target", names_part=True),
        "source": VALUE,
        "note": TEXT,
    },
    Waypoint: {
        "date": TOLD_DATE,
        "value": replace(VALUE, figure=Figure.VALUE),
        "source": VALUE,
        "note": TEXT,
    },
    Indicator: {
        "id": VALUE,
        "title": Phrases(changed="The indicator “{old}” is now called “{new}”", names_part=True),
        "unit": VALUE,
        "direction": replace(VALUE, label="Wanted direction"),
        "baseline": Phrases(
            came="Starting value given: {value}",
            went="Starting value removed (was {value})",
            changed="Starting value changed",
            inside="the starting value",
            details={"date": "{sentence} ({date})"},
        ),
        "target": Phrases(
            came="Target set: {value}",
            went="Target removed (was {value})",
            changed="Target changed",
            inside="the target",
            details={"date": "{sentence} by {date}"},
        ),
        "path": Phrases(
            added="New value on the target path: {value} by {date}",
            removed="The value on the target path by {date} is taken out ({value})",
            inside="the value on the target path by {date}",
        ),
        "values": Phrases(
            added="New value: {value} ({date})",
            removed="The value for {date} is taken out ({value})",
            inside="the value for {date}",
            details={
                "up": "{sentence}, up from {up}",
                "down": "{sentence}, down from {down}",
                "same": "{sentence}, as before",
            },
        ),
        "note": TEXT,
    },
    Cost: {
        "year": replace(_YEAR, changed="The cost for {old} is now for {new}", names_part=True),
        "operating": MONEY,
        "investment": MONEY,
        "undivided": MONEY,
        "payer": LINK,
        "scheme": LINK,
        "financing": VALUE,
        "budget_line": VALUE,
        "note": TEXT,
    },
    Gain: {
        "title": Phrases(changed="The gain “{old}” is now called “{new}”", names_part=True),
        "unit": VALUE,
        "amount": VALUE,
        "every": VALUE,
        "date": replace(DATE, label="Deadline of the gain"),
        "reached": VALUE,
        "reached_date": TOLD_DATE,
        "source": ADDRESS,
        "note": TEXT,
    },
    Funding: {
        "scheme": LINK,
        "year": _YEAR,
        "amount": MONEY,
        "source": ADDRESS,
        "note": TEXT,
    },
    Involvement: {
        "step": VALUE,
        "date": TOLD_DATE,
        "body": LINK,
        "outcome": TEXT,
        "source": ADDRESS,
    },
    FrameworkGoal: {
        "id": VALUE,
        "title": Phrases(
            changed="The goal “{old}” of the overarching strategy is now “{new}”", names_part=True
        ),
        "wording": VALUE,
        "description": TEXT,
    },
    Adoption: {
        "date": TOLD_DATE,
        "count": VALUE,
        "total": replace(VALUE, label="Number in all"),
        "source": ADDRESS,
        "note": TEXT,
    },
}
