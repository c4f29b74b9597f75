"""The fields that the form shows of a model: all but those that are left to text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from living_strategy.forms.fields import FormField, form_fields
from living_strategy.settings import Design, Noun, Settings, Terms

LEFT_TO_TEXT: Mapping[type[BaseModel], frozenset[str]] = {
    Settings: frozenset(
        (
            # By these all other files are read, and all pages have their addresses.
            *("language", "catalogue", "alphabet", "currency", "legal_profile"),
            *("places", "organisation_numbers"),
            # Lists by names of one's own, which other files write; the form has no such lists.
            *("units", "audiences", "organisation_types", "phases", "body_levels", "severity"),
            # A command keeps these in step with other files, and a host has to know the other one.
            *("upstream", "form"),
        )
    ),
    Terms: frozenset(("values",)),
    # The addresses of pages that others link to.
    Noun: frozenset(("address", "former_addresses")),
    # Files that have to be in the repository first.
    Design: frozenset(("mark", "font")),
}


def shown_fields(model: type[BaseModel]) -> Iterator[FormField]:
    """Yield the fields that the form shows, in the order of the model."""
    left = LEFT_TO_TEXT.get(model, frozenset())
    return (field for field in form_fields(model) if field.name not in left)
