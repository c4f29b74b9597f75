"""A proposal read and compared: both states are data, whoever wrote them, and nothing is run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from living_strategy.adapters.git.proposed import changed_paths
from living_strategy.adapters.git.revision import GitSource
from living_strategy.adapters.item_prefetch import without_keeping
from living_strategy.adapters.process.fork import start
from living_strategy.content.graph import Graph
from living_strategy.content.intake import STRATEGY
from living_strategy.content.loader import ContentRootNotFound
from living_strategy.content.source import ContentSource
from living_strategy.content.versions import ADOPTION, SETTINGS, holding
from living_strategy.diagnostics import Finding
from living_strategy.history.proposal import Proposal, aliases_of, compare_states, words_of
from living_strategy.history.two_states import TwoStates
from living_strategy.inspection import inspect_source
from living_strategy.language import Language
from living_strategy.model.own_words import speaking
from living_strategy.papers.review.review import Review
from living_strategy.papers.review.state import Found, State, state_of
from living_strategy.rules.wording import render
from living_strategy.settings import Settings
from living_strategy.site.addresses import Addresses


def review(
    root: Path, base: GitSource, head: ContentSource, language: Language, today: date, site: str
) -> Review:
    """Compare the content of a proposal with what it is to change. `site` is the address of a site
    made from the proposal, or empty.
    """
    before = start(lambda: _state(root, base, language, today)[0])
    after, graph = _state(root, head, language, today)
    commit = head.commit if isinstance(head, GitSource) else ""
    paths = changed_paths(root, base.commit, commit)
    files = tuple(path for path in paths if not _is_told(path))
    if graph is None:
        return Review(before(), after, Proposal(), language, lambda kind, entry: "", files=files)
    proposal = compare_states(TwoStates(base, head), aliases_of(graph), words_of(graph), today)
    settings = graph.corpus.settings
    words = speaking(language, settings)
    adopted = any(edition.ref for edition in settings.adopted)
    address = _address(words, site, settings, after.kinds)
    return Review(before(), after, proposal, words, address, site, files, adopted)


def _state(
    root: Path, source: ContentSource, language: Language, today: date
) -> tuple[State, Graph | None]:
    """Read one state; without a settings file there is nothing that could be read."""
    try:
        inspection = inspect_source(source, today, without_keeping(root))
    except ContentRootNotFound:
        message = language.text(
            "There is no strategy in this proposal: the file strategy/strategy.yml is missing."
        )
        return State(trouble=message), None
    graph = inspection.graph
    words = speaking(language, graph.corpus.settings)
    return state_of(graph, _found(inspection.diagnostics, words)), graph


def _found(findings: tuple[Finding, ...], language: Language) -> Iterator[Found]:
    for finding in findings:
        yield Found(finding, *render(finding, language))


def _is_told(path: str) -> bool:
    """Whether it is content of which the review tells what it says."""
    return holding(path) is not None or (path.startswith(f"{STRATEGY}/") and path.endswith(".md"))


def _address(
    language: Language, site: str, settings: Settings, kinds: Mapping[str, str]
) -> Callable[[str, str], str]:
    addresses = Addresses(language)
    upstreams = tuple(upstream.name for upstream in settings.upstream)

    def address(kind: str, entry: str) -> str:
        """Return the address of what has a page on the site."""
        name, _, national = entry.partition(":")
        if not site:
            return ""
        if kind == ADOPTION:
            return f"{site}{addresses.national_goal(name, national)}" if name in upstreams else ""
        if kind == SETTINGS:
            return site
        return f"{site}{addresses.index(kind)}{entry}/" if entry in kinds else ""

    return address
