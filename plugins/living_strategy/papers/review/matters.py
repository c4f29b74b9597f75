"""The matters of a review in their order: what must be seen first, then changes by weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from living_strategy.content.intake import STRATEGY
from living_strategy.content.versions import ADOPTION
from living_strategy.diagnostics import Severity
from living_strategy.history.event import Event, EventClass, Nature
from living_strategy.history.event_words import title_of, told
from living_strategy.history.sentences import Sentence
from living_strategy.history.sentences.treated import is_treatment, treatment_label
from living_strategy.language import Language
from living_strategy.model import ITEM_FOLDERS
from living_strategy.model.trait import Change, Origin
from living_strategy.papers.outline import Item, Outline, Section
from living_strategy.papers.review.review import Review
from living_strategy.papers.review.state import Found
from living_strategy.papers.review.written import written_pages

# So many lines are told of one matter, each of so many letters, and so many matters stand in an
# aside.
MAX_LINES = 30
MAX_ASIDE = 200
MAX_LENGTH = 600
_CONTENT = (STRATEGY, ADOPTION, "upstream", "collected", *ITEM_FOLDERS)
_WEIGHTS = {change.value: index for index, change in enumerate(Change)}


def review_outline(review: Review) -> Outline:
    """Return the review as an outline, the most important first."""
    language = review.language
    title = language.text("What this proposal changes for readers")
    if review.after.trouble:
        return Outline(title, (review.after.trouble,))
    changes = tuple(_by_weight(review))
    sections = (
        *_first(review),
        *_new_findings(review),
        *changes,
        *_asides(review),
    )
    fitting = tuple(_fitting(section, language) for section in sections)
    return Outline(title, tuple(_summary(review, changes)), fitting)


def _summary(review: Review, changes: Iterable[Section]) -> Iterator[str]:
    text, plural = review.language.text, review.language.plural
    counts = [f"{section.heading}: {len(section.items)}" for section in changes]
    if counts:
        yield ". ".join(counts) + "."
    else:
        yield text("Nothing that readers see is changed.")
    severities = Counter(found.finding.severity for found in review.new)
    if not review.new:
        yield text("The check finds nothing new.")
    if errors := severities[Severity.ERROR]:
        yield plural(
            "The check finds {count} new error. It must be cured before this is published.",
            "The check finds {count} new errors. They must be cured before this is published.",
            errors,
        ).format(count=errors)
    if warnings := severities[Severity.WARNING]:
        yield plural(
            "The check finds {count} new warning.",
            "The check finds {count} new warnings.",
            warnings,
        ).format(count=warnings)
    if cured := len(review.cured):
        yield plural(
            "{count} earlier finding is cured.", "{count} earlier findings are cured.", cured
        ).format(count=cured)


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


def _new_findings(review: Review) -> Iterator[Section]:
    serious = [found for found in review.new if found.finding.severity is not Severity.INFO]
    if serious:
        heading = review.language.text("What the check finds")
        order = {severity: index for index, severity in enumerate(Severity)}
        serious.sort(key=lambda found: order[found.finding.severity])
        yield Section(heading, (), tuple(_found_item(found, review) for found in serious))


def _found_item(found: Found, review: Review) -> Item:
    finding, language = found.finding, review.language
    location = finding.location
    page = review.page(finding.ref) or review.page(location.file)
    place = language.text("{file}, line {line}") if location.line else "{file}"
    # What names a command is for those who sit at a terminal.
    hint = "" if "living-strategy " in found.hint else found.hint
    lines = (found.message, hint, place.format(file=location.file, line=location.line))
    return Item(
        page.title if page else location.file,
        language.term(finding.severity).lower(),
        page.address if page else "",
        tuple(line for line in lines if line),
    )


def _by_weight(review: Review) -> Iterator[Section]:
    items: dict[EventClass, list[Item]] = {weight: [] for weight in EventClass}
    for event in review.events:
        if event.classified and event not in review.gone:
            items[event.classified].append(_item(event, review))
    for weight, item in written_pages(review):
        items[weight].append(item)
    for weight in EventClass:
        if items[weight]:
            yield Section(review.language.term(weight), (), tuple(items[weight]))


def _item(event: Event, review: Review) -> Item:
    language, titles = review.language, review.words.titles
    sentences = told(event, titles, language)
    lines = [_line(sentence, event, language) for sentence in sentences]
    if event.nature is Nature.NEW:
        # The title stands above already.
        fields = [change for change in event.changes if change.path != ("title",)]
        sentences = told(event._replace(changes=tuple(fields)), titles, language)
        lines = [sentence.text for sentence in sentences]
    if review.adopted and _departs(event, sentences):
        lines.append(language.text("This changes what was adopted: a new decision may be needed"))
    about = treatment_label(language) if is_treatment(event) else language.kind(event.kind)
    is_there = event.nature not in (Nature.REMOVED, Nature.MERGED)
    return Item(
        title_of(event, titles) or language.kind(event.kind),
        about if event.entry else "",
        review.address(event.kind, event.entry) if is_there else "",
        tuple(lines),
    )


def _line(sentence: Sentence, event: Event, language: Language) -> str:
    """Return a sentence, with how it counts where that is less than its entry as a whole."""
    weight = event.classified.value if event.classified else ""
    if _WEIGHTS.get(weight, 0) >= _WEIGHTS[sentence.change.value]:
        return sentence.text
    term = language.term(EventClass(sentence.change.value)).lower()
    return f"{sentence.text} ({term})"


def _departs(event: Event, sentences: Iterable[Sentence]) -> bool:
    """Whether what was decided is to say something else."""
    if event.nature is Nature.NEW:
        return False
    return any(
        sentence.origin is Origin.DECIDED and sentence.change is Change.SUBSTANTIVE
        for sentence in sentences
    )


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
        (text("Notes of the check"), [_found_item(found, review) for found in notes]),
        (text("Findings that are cured"), [Item(message) for message in cured]),
        (text("Other files"), [Item(path) for path in files]),
    )
    for heading, items in asides:
        if items:
            yield Section(f"{heading} ({len(items)})", (), tuple(items), is_aside=True)


def _fitting(section: Section, language: Language) -> Section:
    """Return a section that somebody can read, whatever stands in content."""
    items = tuple(
        replace(
            item,
            title=_shortened(item.title),
            lines=_limited(map(_shortened, item.lines), language),
        )
        for item in section.items
    )
    rest = len(items) - MAX_ASIDE
    if section.is_aside and rest > 0:
        items = (*items[:MAX_ASIDE], Item(_more(rest, language)))
    return replace(section, items=items)


def _shortened(text: str) -> str:
    return text if len(text) <= MAX_LENGTH else f"{text[:MAX_LENGTH]} …"


def _limited(lines: Iterable[str], language: Language) -> tuple[str, ...]:
    listed = tuple(lines)
    rest = len(listed) - MAX_LINES
    return (*listed[:MAX_LINES], _more(rest, language)) if rest > 0 else listed


def _more(count: int, language: Language) -> str:
    return language.plural("and {count} more", "and {count} more", count).format(count=count)
