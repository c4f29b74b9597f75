"""A field of a model as a widget of the form: what is shown, and what is refused."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from living_strategy.forms.fields import FormField
from living_strategy.forms.web.choices import Choices, Option
from living_strategy.forms.web.shown import shown_fields
from living_strategy.language import Language
from living_strategy.limits import ADDRESS_PATTERN
from living_strategy.model.values import ID_PATTERN
from living_strategy.partial_date import PATTERN as DATE_PATTERN
from living_strategy.partial_date import PartialDate
from living_strategy.settings import Settings
from living_strategy.settings.design import COLOUR_PATTERN
from living_strategy.settings.publishing import CONTACT_PATTERN

Widget = dict[str, Any]

# Texts that mostly are sentences.
_LONG = frozenset(
    (
        *("summary", "description", "note", "text", "reason", "status_reason", "outcome"),
        *("mandate", "price_model", "disclaimer", "measures_note"),
    )
)
_ADDRESSES = frozenset(("url", "website"))
_CONTACTS = frozenset(("contact", "security_contact", "answer"))
# By what the parts of a list are told from each other while they are folded.
_TOLD_BY = (
    *("date", "year", "start", "title", "step", "text", "payer", "value", "amount", "count"),
    *("who", "what", "to"),
)
# The help of these is for those who write the file by hand.
_WITHOUT_HELP = frozenset(("number", "description"))
_INTEGER = r"^-?[0-9]+$"
_DECIMAL = r"^-?[0-9]+(\.[0-9]+)?$"


class Widgets:
    """Makes the widgets of the fields of a strategy."""

    def __init__(self, choices: Choices, language: Language) -> None:
        self._choices = choices
        self._language = language

    def of(
        self,
        field: FormField,
        kind: type[BaseModel],
        above: tuple[str, ...] = (),
        *,
        may_be_empty: bool = False,
    ) -> Widget:
        """Return the widget of a field of a kind or the settings. `above` are the fields that its
        part lies in. In a part that may be left out, every field `may_be_empty`: the form would not
        save an entry without the part otherwise.
        """
        text = self._language.text
        widget: Widget = {
            "name": field.name,
            "label": text(field.label),
            "required": field.required and not may_be_empty,
        }
        options = self._choices.of(field, kind, above)
        if options is None or (kind is Settings and field.choices):
            widget |= self._hint(field, options or [])
        if options is not None:
            return widget | self._select(field, options, is_required=widget["required"])
        if field.part:
            is_optional = may_be_empty or not (field.required or field.is_list)
            inside = [
                self.of(
                    inner,
                    kind,
                    (*above, field.name),
                    may_be_empty=is_optional and not field.is_list,
                )
                for inner in shown_fields(field.part)
            ]
            return widget | self._part(field, field.part, inside)
        if field.is_list:
            item = {"name": "item", "label": text(field.label), "widget": "string"}
            return widget | {"widget": "list", "collapsed": False, "field": item}
        return widget | self._text(field)

    def _hint(self, field: FormField, options: list[Option]) -> Widget:
        """Return the help of a field. It begins with choices as files write them, if with any."""
        if not field.help or field.name in _WITHOUT_HELP:
            return {}
        head, colon, rest = " ".join(self._language.text(field.help).split()).partition(":")
        for option in options if colon else ():
            head = re.sub(rf"\b{re.escape(option['value'])}\b", option["label"], head)
        return {"hint": f"{head}{colon}{rest}"}

    def _select(self, field: FormField, options: Any, *, is_required: bool) -> Widget:
        many: Widget = {"multiple": True} if field.is_list else {}
        least: Widget = {"min": 1} if field.is_list and is_required else {}
        most = _most(field)
        return {"widget": "select", "options": options, **many, **least, **most}

    def _part(self, field: FormField, part: type[BaseModel], fields: list[Widget]) -> Widget:
        if not field.is_list:
            return {"widget": "object", "collapsed": True, "fields": fields}
        names = [inner["name"] for inner in fields]
        shown = [name for name in _TOLD_BY if name in names][:2] or names[:1]
        return {
            "widget": "list",
            "collapsed": True,
            "minimize_collapsed": True,
            "label_singular": self._singular(field, part),
            "summary": " – ".join(f"{{{{fields.{name}}}}}" for name in shown),
            "fields": fields,
            **_most(field),
        }

    def _singular(self, field: FormField, part: type[BaseModel]) -> str:
        words = _SINGULAR.get(part.__name__, field.label)
        return self._language.text(words).lower()

    def _text(self, field: FormField) -> Widget:
        text = self._language.text
        if PartialDate in field.types:
            message = text("Year, month or day: 2018, 2018-03 or 2018-03-01")
            return {"widget": "string", "pattern": [_plain(DATE_PATTERN), message]}
        if Decimal in field.types:
            message = text("A number with a point as decimal mark and no spaces, such as 1.5")
            return {"widget": "string", "pattern": [_plain(_DECIMAL), message]}
        if int in field.types:
            message = text("A whole number without spaces, such as 1500000")
            return {"widget": "string", "pattern": [_plain(_INTEGER), message]}
        if field.name == "id":
            message = text("Small letters, digits and hyphens only, such as felles-arkivplan")
            return {"widget": "string", "pattern": [_plain(ID_PATTERN), message]}
        if field.name in _ADDRESSES:
            message = text("A web address that begins with https://")
            return {"widget": "string", "pattern": [_plain(ADDRESS_PATTERN), message]}
        if field.name in _CONTACTS:
            message = text("An e-mail address, or a web address that begins with https://")
            return {"widget": "string", "pattern": [_plain(CONTACT_PATTERN), message]}
        if field.name == "colour":
            message = text("A colour code with a number sign and six characters, such as #123456")
            return {"widget": "string", "pattern": [_plain(COLOUR_PATTERN), message]}
        return {"widget": "text" if field.name in _LONG else "string"}


def _most(field: FormField) -> Widget:
    return {"max": field.most} if field.is_list and field.most else {}


def _plain(pattern: str) -> str:
    """Return a pattern as browsers have it. An empty field has to match, too: whether it may be
    empty is said elsewhere.
    """
    return rf"^$|{pattern}"


def _(message: str) -> str:
    """Mark a message that is translated where it is shown."""
    return message


# What one part of a list is called, by its model.
_SINGULAR = {
    "AdoptedEdition": _("Decision"),
    "Adoption": _("Count of users"),
    "Amount": _("Sum"),
    "Cost": _("Cost"),
    "Decision": _("Decision"),
    "Door": _("Sort of readers"),
    "FrameworkGoal": _("Goal"),
    "Funding": _("Grant"),
    "Gain": _("Gain"),
    "Indicator": _("Indicator"),
    "Involvement": _("Step"),
    "Measurement": _("Value"),
    "Meeting": _("Meeting"),
    "Milestone": _("Milestone"),
    "Price": _("Price"),
    "Source": _("Source"),
    "Update": _("Report"),
    "Way": _("Way"),
}
