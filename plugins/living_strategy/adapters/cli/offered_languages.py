"""Languages that a strategy can be started in, and what to do for another one."""

from __future__ import annotations

import click

from living_strategy.adapters.cli.session import CannotStart
from living_strategy.language import LANGUAGES, Language
from living_strategy.language.catalogue import is_known


class OfferedLanguages(click.Choice[str]):
    """Offers the languages of the program, and takes any other for `check_offered` to explain."""

    def __init__(self) -> None:
        super().__init__(LANGUAGES)

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return what was written."""
        return str(value)


def check_offered(code: str, language: Language) -> None:
    """Refuse a language that a strategy cannot be started in.

    Raises:
        CannotStart: the program has no words in it; the sentence says how to get there.
    """
    if not code or code in LANGUAGES:
        return
    if not is_known(code):
        message = language.text(
            "There is no language with the code “{value}”: write --language with one of {choices}."
        )
        raise CannotStart(message.format(value=code, choices=", ".join(LANGUAGES)))
    message = language.text(
        "The program has no words in “{value}”: start with --language en, then write “language: "
        "{value}” in strategy/strategy.yml, and translate what “living-strategy catalogue {value} "
        "--write” makes, as docs/another-country.md says."
    )
    raise CannotStart(message.format(value=code))
