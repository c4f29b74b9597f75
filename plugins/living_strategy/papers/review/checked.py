"""What the check says of a proposal: findings as matters of a review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from living_strategy.diagnostics import Severity
from living_strategy.papers.outline import Item, Section
from living_strategy.papers.review.review import Review
from living_strategy.papers.review.state import Found


def check_summary(review: Review) -> Iterator[str]:
    """Yield how many findings come, by severity, and how many go."""
    text, plural = review.language.text, review.language.plural
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


def new_findings(review: Review) -> Iterator[Section]:
    """Yield the section of new errors and warnings, if there are any."""
    serious = [found for found in review.new if found.finding.severity is not Severity.INFO]
    if serious:
        heading = review.language.text("What the check finds")
        order = {severity: index for index, severity in enumerate(Severity)}
        serious.sort(key=lambda found: order[found.finding.severity])
        yield Section(heading, (), tuple(found_item(found, review) for found in serious))


def found_item(found: Found, review: Review) -> Item:
    """Return a finding with the page that it is about, what to do, and its place."""
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
