"""The matters of a review in their order: what must be seen first, then changes by weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from living_strategy.content.intake import STRATEGY
from living_strategy.content.versions import ADOPTION
from living_strategy.diagnostics import Severity
from living_strategy.history.event_words import title_of
from living_strategy.model import ITEM_FOLDERS
from living_strategy.papers.outline import Item, Outline, Section
from living_strategy.papers.review.checked import check_summary, found_item, new_findings
from living_strategy.papers.review.fitting import fitting
from living_strategy.papers.review.review import Review
from living_strategy.papers.review.weighed import by_weight

_CONTENT = (STRATEGY, ADOPTION, "upstream", "collected", *ITEM_FOLDERS)


def review_outline(review: Review) -> Outline:
    """Return the review as an outline, the most important first."""
    language = review.language
    title = language.text("What this proposal changes for readers")
    if review.after.trouble:
        return Outline(title, (review.after.trouble,))
    changes = tuple(by_weight(review))
    sections = (
        *_first(review),
        *new_findings(review),
        *changes,
        *_asides(review),
    )
    fit = tuple(fitting(section, language) for section in sections)
    return Outline(title, tuple(_summary(review, changes)), fit)


def _summary(review: Review, changes: Iterable[Section]) -> Iterator[str]:
    counts = [f"{section.heading}: {len(section.items)}" for section in changes]
    if counts:
        yield ". ".join(counts) + "."
    else:
        yield review.language.text("Nothing that readers see is changed.")
    yield from check_summary(review)


def _first(review: Review) -> Iterator[Section]:
    """Yield what nobody may overlook."""
    text = review.language.text
    items = [
        Item(
            title_of(event, review.words.titles),
            review.language.kind(event.kind) if event.entry else "",
            "",
            (
                text(
                    "It is gone, and nothing says what took its place. Mark it as retired "
                    "instead, so that its page and its address stay"
                ),
            ),
        )
        for event in review.gone
    ]
    if program := [path for path in review.files if path.partition("/")[0] not in _CONTENT]:
        items.append(Item(text("Files that are not content: somebody who programs must look"),
                          lines=tuple(program)))  # fmt: skip
    if unread := review.proposal.unread:
        items.append(Item(text("Files that cannot be read: what they change is not told here"),
                          lines=unread))  # fmt: skip
    if items:
        yield Section(text("Look at this first"), (), tuple(items))


def _asides(review: Review) -> Iterator[Section]:
    """Yield what not everybody needs: links, other pages, findings that are cured, files."""
    text = review.language.text
    came = [text("New: {source} → {target}").format(source=source, target=target)
            for source, target in review.links_added]  # fmt: skip
    went = [text("Gone: {source} → {target}").format(source=source, target=target)
            for source, target in review.links_removed]  # fmt: skip
    files = [path for path in review.files if path.partition("/")[0] in _CONTENT]
    notes = [found for found in review.new if found.finding.severity is Severity.INFO]
    cured = [found.message for found in review.cured]
    asides = (
        (text("Links that come and go"), [Item(line) for line in (*came, *went)]),
        (
            text("Other pages that show something of it"),
            [Item(page.title, page.about, page.address) for page in review.pages_beside],
        ),
        (text("Notes of the check"), [found_item(found, review) for found in notes]),
        (text("Findings that are cured"), [Item(message) for message in cured]),
        (text("Other files"), [Item(path) for path in files]),
    )
    for heading, items in asides:
        if items:
            yield Section(f"{heading} ({len(items)})", (), tuple(items), is_aside=True)
