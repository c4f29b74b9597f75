"""The own words of a strategy, before anything else of it is read."""

from __future__ import annotations

from pydantic import ValidationError

from living_strategy.content.yaml.yaml_reader import read_yaml
from living_strategy.language import Language
from living_strategy.model.own_words import own_words
from living_strategy.settings.terms import Terms


def naming(language: Language, block: str) -> Language:
    """Return the language with the words of the settings' block `terms:`. What is wrong in it is
    for the check to say; the program then speaks without them.
    """
    data = read_yaml(block).data
    try:
        terms = Terms.model_validate(data.get("terms") if isinstance(data, dict) else None)
    except ValidationError:
        return language
    return language.naming(own_words(terms, language))
