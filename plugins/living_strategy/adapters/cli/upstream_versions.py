"""Where the versions of strategies above come from, and why there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from living_strategy.adapters.cli.output import progress
from living_strategy.adapters.network.fault import FetchError
from living_strategy.adapters.system_faults import explained
from living_strategy.adapters.upstream.catalogues import RefusedError
from living_strategy.content.corpus import Corpus
from living_strategy.language import Language
from living_strategy.model.catalogue import Catalogue
from living_strategy.model.catalogue_reading import NEWER_FORMAT
from living_strategy.settings import Upstream
from living_strategy.upstream.offers import NoSuchVersion

Answer = TypeVar("Answer")


class NotUpdated(click.ClickException):
    """Nothing was changed; the message says why. 2 already means that there is a newer version."""

    exit_code = 1


def pinned_version(corpus: Corpus, one: Upstream, language: Language) -> Catalogue:
    """Return the version that is pinned.

    Raises:
        NotUpdated: there is none that can be used.
    """
    pinned = corpus.upstreams[one.name]
    if pinned.catalogue is None:
        message = language.text("No version of “{name}” is pinned that can be used: “{command}”.")
        command = language.command(f"upstream update {one.name}")
        raise NotUpdated(message.format(name=one.name, command=command))
    return pinned.catalogue


def source_of(one: Upstream, given: str, language: Language) -> str:
    """Return where newer versions are: what was given now, or else what strategy.yml says.

    Raises:
        NotUpdated: nothing says where.
    """
    if source := given or one.address:
        return source
    message = language.text("strategy.yml has no address for “{name}”: say where with --from.")
    raise NotUpdated(message.format(name=one.name))


def fetched(language: Language, get: Callable[[Callable[[str], None]], Answer]) -> Answer:
    """Return what is fetched, with a line on the terminal while one waits.

    Raises:
        NotUpdated: nothing was fetched that can be used.
    """
    with progress("") as line:
        try:
            return get(lambda where: line(language.text("Fetching {where}").format(where=where)))
        except FetchError as error:
            hint = language.text(
                "Nothing has changed here. Try again later; if the strategy has moved, write its "
                "new address in strategy.yml, or take a file with --from."
            )
            raise NotUpdated(f"{error.message(language)} {hint}") from None
        except RefusedError as error:
            raise NotUpdated(f"{error.message(language)} {_way_out(error, language)}") from None
        except NoSuchVersion as error:
            message = language.text("There is no such version. There is: {versions}.")
            raise NotUpdated(message.format(versions=", ".join(error.known))) from None
        except OSError as error:
            raise NotUpdated(explained(error, language)) from None


def _way_out(error: RefusedError, language: Language) -> str:
    if error.refused.reason == NEWER_FORMAT:
        message = language.text(
            "Nothing has changed here. Take a newer version of the program with “{command}”."
        )
        return message.format(command=language.command("upgrade"))
    return language.text("Nothing has changed here. Tell those who publish it.")
