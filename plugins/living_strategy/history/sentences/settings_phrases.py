"""Phrases of the settings of a strategy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pydantic import BaseModel

from living_strategy.history.sentences.phrases import (
    ADDRESS,
    DATE,
    LINK,
    TEXT,
    TOLD_DATE,
    VALUE,
    Phrases,
)
from living_strategy.settings import (
    AccessibilityStatement,
    AdoptedEdition,
    Closure,
    Design,
    Door,
    EditingForm,
    Font,
    FontFile,
    Hearing,
    KindWords,
    Licence,
    Mark,
    Meeting,
    Noun,
    PageTitles,
    ReviewMonths,
    Settings,
    StrategyPeriod,
    Successor,
    Terms,
    Upstream,
    Use,
    Vision,
    Way,
)

_LOOKS = Phrases(
    came="The look of the site is changed",
    went="The look of the site is changed",
    changed="The look of the site is changed",
    added="The look of the site is changed",
    removed="The look of the site is changed",
)
_LIMITS = Phrases(
    came="The limits for what nobody has looked at are set otherwise",
    went="The limits for what nobody has looked at are set otherwise",
    changed="The limits for what nobody has looked at are set otherwise",
)
_FRONT = Phrases(
    came="The front page shows something else",
    went="The front page shows something else",
    changed="The front page shows something else",
    added="The front page shows something else",
    removed="The front page shows something else",
)
_PLACES = Phrases(
    came="The strategy names its places by another register",
    went="The strategy names its places by another register",
    changed="The strategy names its places by another register",
)
_FORM = Phrases(
    came="The site has a form for proposals",
    went="The site no longer has a form for proposals",
    changed="The form for proposals works in another way",
)
_USE = Phrases(
    came="The site has other overviews and registers",
    went="The site has other overviews and registers",
    changed="The site has other overviews and registers",
)
_WORDS = Phrases(
    came="The strategy has other words for some things",
    went="The strategy has other words for some things",
    changed="The strategy has other words for some things",
    added="The strategy has other words for some things",
    removed="The strategy has other words for some things",
)
_UNITS = Phrases(
    came="The strategy's own units are set otherwise",
    went="The strategy's own units are set otherwise",
    changed="The strategy's own units are set otherwise",
)
_CHOICES = Phrases(
    came="{label} are set otherwise",
    went="{label} are set otherwise",
    changed="{label} are set otherwise",
)
_LICENCE = Phrases(
    came="{label} given: {title}",
    went="{label} removed (was {title})",
    changed="{label} changed",
)

SETTINGS_PHRASES: Mapping[type[BaseModel], Mapping[str, Phrases]] = {
    Settings: {
        "title": replace(TEXT, label="Title of the strategy"),
        "language": replace(VALUE, label="Language of the site"),
        "owner": LINK,
        "summary": TEXT,
        "period": Phrases(
            came="Period of the strategy given",
            went="Period of the strategy removed",
            changed="Period of the strategy changed",
            inside="the period of the strategy",
            details={"start": "{sentence}, from {start}", "end": "{sentence} to {end}"},
            lost={"start": "{sentence}, from {start}", "end": "{sentence} to {end}"},
        ),
        "vision": Phrases(
            came="Vision added: “{text}”",
            went="Vision removed: “{text}”",
            changed="Vision changed",
            inside="the vision",
        ),
        "proposed_by": Phrases(
            came="What is proposed comes from: {new}",
            went="What is proposed no longer comes from: {old}",
            changed="What is proposed comes from: {new} (was {old})",
        ),
        "hearing": Phrases(
            came="The strategy is on hearing until {until}",
            went="The hearing with answers until {until} is over",
            changed="The hearing is changed",
            inside="the hearing",
        ),
        "adopted": Phrases(
            added="Adopted by {body}, {date}",
            removed="No longer stated as adopted by {body}, {date}",
            inside="the decision of {date}",
        ),
        "closed": Phrases(
            came="The strategy ends; its last day is {date}",
            went="The strategy does not end {date} after all",
            changed="The end of the strategy is changed",
            inside="the end of the strategy",
        ),
        "meetings": Phrases(
            added="New meeting: {body}, {date}",
            removed="Meeting removed: {body}, {date}",
            inside="the meeting of {date}",
        ),
        "frameworks": LINK,
        "upstream": Phrases(
            added="Follows “{title}” from now on",
            removed="No longer follows “{title}”",
            inside="the strategy that is followed",
        ),
        "text_licence": replace(_LICENCE, inside="the licence of the texts"),
        "data_licence": replace(_LICENCE, inside="the licence of the data"),
        "publication": replace(VALUE, label="Type of publication"),
        "accessibility_statement": Phrases(
            came="Accessibility statement given, from {date}",
            went="Accessibility statement removed (was from {date})",
            changed="Accessibility statement changed",
            inside="the accessibility statement",
        ),
        "contact": ADDRESS,
        "disclaimer": TEXT,
        "measures_note": TEXT,
        "security_contact": ADDRESS,
        "design": _LOOKS,
        "sources_collected": replace(TOLD_DATE, label="Date of the sources"),
        "review_months": _LIMITS,
        "results": _FRONT,
        "doors": _FRONT,
        "catalogue": Phrases(
            came="The words of the site stand in another file",
            went="The words of the site stand in another file",
            changed="The words of the site stand in another file",
        ),
        "places": _PLACES,
        "organisation_numbers": _PLACES,
        "form": _FORM,
        "use": _USE,
        "terms": _WORDS,
        "legal_profile": VALUE,
        "reporting": VALUE,
        "alphabet": VALUE,
        "currency": VALUE,
        "units": _UNITS,
        "audiences": _CHOICES,
        "organisation_types": _CHOICES,
        "phases": _CHOICES,
        "body_levels": _CHOICES,
        "severity": Phrases(
            came="The checks of the content are set otherwise",
            went="The checks of the content are set otherwise",
            changed="The checks of the content are set otherwise",
        ),
    },
    Vision: {"text": replace(TEXT, names_part=True), "source": TEXT, "url": ADDRESS},
    AdoptedEdition: {
        "body": LINK,
        "date": TOLD_DATE,
        "case": VALUE,
        "ref": replace(VALUE, label="Version with the text as adopted"),
        "url": ADDRESS,
    },
    Hearing: {
        "until": replace(DATE, label="Last day to answer"),
        "answer": replace(ADDRESS, label="Where to answer"),
        "case": VALUE,
        "url": ADDRESS,
    },
    Closure: {
        "date": replace(DATE, label="Last day in force"),
        "successor": Phrases(
            came="The strategy is followed by “{title}”",
            went="The strategy is no longer said to be followed by “{title}”",
            changed="The strategy is followed by “{title}”",
            inside="the strategy that follows",
        ),
        "url": ADDRESS,
    },
    Successor: {"title": replace(TEXT, names_part=True), "url": ADDRESS},
    Meeting: {"body": LINK, "date": TOLD_DATE, "title": TEXT, "url": ADDRESS},
    Upstream: {"name": VALUE, "title": replace(TEXT, names_part=True), "address": ADDRESS},
    ReviewMonths: {"running": _LIMITS, "other": _LIMITS},
    Door: {"who": _FRONT, "ways": _FRONT},
    Way: {"what": _FRONT, "to": _FRONT},
    EditingForm: dict.fromkeys(EditingForm.model_fields, _FORM),
    Use: dict.fromkeys(Use.model_fields, _USE),
    **{
        model: dict.fromkeys(model.model_fields, _WORDS)
        for model in (Terms, KindWords, Noun, PageTitles)
    },
    StrategyPeriod: {
        "start": replace(DATE, label="Start date"),
        "end": replace(DATE, label="End date"),
    },
    AccessibilityStatement: {
        "url": ADDRESS,
        "date": TOLD_DATE,
    },
    Licence: {"title": TEXT, "url": ADDRESS},
    Design: {"colour": _LOOKS, "name": _LOOKS, "mark": _LOOKS, "font": _LOOKS},
    Mark: {"file": _LOOKS, "text": _LOOKS},
    Font: {"family": _LOOKS, "files": _LOOKS},
    FontFile: {"file": _LOOKS, "characters": _LOOKS},
}
