"""Codes for what the law and good custom ask of a public website as a whole."""

from living_strategy.diagnostics import Severity
from living_strategy.rules.codes.code import Code

SITE = (
    Code(
        "missing-accessibility-statement",
        Severity.WARNING,
        message="No accessibility statement is given.",
        hint="Make one in uustatus.no and add “accessibility_statement:” with “url” and “date”; for a site that no public body answers for, write “publication: demonstration”.",
        meaning="The website of a public body in Norway links to the body's own accessibility statement from every page. Nobody else can make it.",
        wrong="title: Strategi for Lillevik",
        right="title: Strategi for Lillevik\naccessibility_statement:\n  url: https://uustatus.no/nb/erklaringer/publisert/…\n  date: 2026-05-04",
    ),
    Code(
        "missing-contact",
        Severity.ERROR,
        message="It is not said whom readers can write to.",
        hint="Add “contact:” with an e-mail address or a web address; for a site that no public body answers for, write “publication: demonstration”.",
        meaning="A public body must be reached by those who find a fault or cannot use a page. The address stands at the bottom of every page.",
        wrong="title: Strategi for Lillevik",
        right="title: Strategi for Lillevik\ncontact: postmottak@lillevik.example",
    ),
    Code(
        "ageing-accessibility-statement",
        Severity.WARNING,
        message="The accessibility statement is from {date}, more than 11 months ago.",
        hint="Test the site anew, renew the statement in uustatus.no, and write its new address and date.",
        meaning="The statement is renewed at least once a year, and gets a new address each time.",
        wrong="accessibility_statement:\n  url: https://uustatus.no/nb/erklaringer/publisert/…\n  date: 2025-12",
        right="accessibility_statement:\n  url: https://uustatus.no/nb/erklaringer/publisert/…\n  date: 2026-11-20",
    ),
    Code(
        "expired-accessibility-statement",
        Severity.ERROR,
        message="The accessibility statement is from {date}, more than 13 months ago.",
        hint="Test the site anew, renew the statement in uustatus.no, and write its new address and date.",
        meaning="The law asks for a renewed statement every year; an older one is no longer valid.",
        wrong="accessibility_statement:\n  url: https://uustatus.no/nb/erklaringer/publisert/…\n  date: 2024",
        right="accessibility_statement:\n  url: https://uustatus.no/nb/erklaringer/publisert/…\n  date: 2026-11-20",
    ),
)
