"""Session: language, folder and clock of one run of a command."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from living_strategy.adapters.cli.content_root import find_root, is_root
from living_strategy.adapters.process import clock
from living_strategy.language import Language


class CannotStart(click.ClickException):
    """The command cannot do anything; the message says why and what to do."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the program. `given_root` is what `--root` says, `given_today` what `--as-of`."""

    language: Language
    given_root: Path | None = None
    given_today: date | None = None

    @property
    def root(self) -> Path:
        """The folder of the strategy.

        Raises:
            CannotStart: there is no strategy there.
        """
        text = self.language.text
        if self.given_root is None:
            if root := find_root():
                return root
            raise CannotStart(
                text(
                    "There is no strategy here: neither this folder nor any above it has the file "
                    "strategy/strategy.yml. Go to the folder of the strategy, or add --root and "
                    "the folder."
                )
            )
        if not is_root(self.given_root):
            raise CannotStart(
                text(
                    "There is no strategy in “{folder}”: the file strategy/strategy.yml is missing."
                ).format(folder=self.given_root)
            )
        return self.given_root

    @property
    def today(self) -> date:
        """The date that findings are judged by: the one that was given, or that of the clock.

        Raises:
            CannotStart: SOURCE_DATE_EPOCH is set to something that is no date.
        """
        if self.given_today:
            return self.given_today
        try:
            return clock.today()
        except clock.BadEpoch as error:
            raise CannotStart(error.message(self.language)) from None
