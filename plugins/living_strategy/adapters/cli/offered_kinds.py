"""Kinds that a command offers: those that the strategy makes use of."""

from __future__ import annotations

from living_strategy.adapters.cli.content_root import SETTINGS
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.content.intake import Collector
from living_strategy.content.read_ahead import no_prefetch
from living_strategy.content.records.settings_file import read_settings
from living_strategy.content.source import DiskSource
from living_strategy.figures.presence import is_kind_in_use, kinds_in_use
from living_strategy.language import Language
from living_strategy.model import KINDS, Entry
from living_strategy.settings import Settings


def offered_kinds(session: Session) -> tuple[type[Entry], ...]:
    """Return the kinds that the strategy makes use of; all of them where there is no strategy."""
    settings = settings_of(session)
    return kinds_in_use(settings) if settings else KINDS


def settings_of(session: Session) -> Settings | None:
    """Return the settings of the strategy; None where there is none."""
    try:
        source = DiskSource(session.root)
    except CannotStart:
        return None
    return read_settings(Collector(source, no_prefetch(source, ())))[0]


def check_offered(kind: type[Entry], settings: Settings, language: Language) -> None:
    """Refuse a kind that is switched off.

    Raises:
        CannotStart: it is.
    """
    if not is_kind_in_use(kind, settings):
        message = language.text(
            "This strategy has switched off “{switch}”. To use it, take the line “{switch}: off” "
            "out under “use” in {file}."
        )
        raise CannotStart(message.format(switch=kind.register, file=SETTINGS))
