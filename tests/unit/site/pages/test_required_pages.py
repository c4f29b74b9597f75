"""Accessibility, privacy and licence: what they say for which kind of site."""

from __future__ import annotations

import pytest

from living_strategy.site.pages.accessibility import view as accessibility
from living_strategy.site.pages.licence import view as licence
from living_strategy.site.pages.privacy import view as privacy
from tests.factories import an_area, an_organisation
from tests.unit.site.pages.conftest import Show

STATEMENT = {"url": "https://uustatus.no/nb/erklaringer/publisert/x", "date": "2026-05-04"}


def test_statement_comes_first(show: Show) -> None:
    """The body's own statement is linked, with its date and the ways to complain."""
    (page,) = show(accessibility, accessibility_statement=STATEMENT).values()

    assert next(link for link in page.links if "//" in link) == STATEMENT["url"]
    assert "Accessibility statement (May 4, 2026)" in page.blocks
    assert (
        "If you get no answer, or disagree with it, you can complain to "
        "Diskrimineringsnemnda. The authority that supervises the rules is uutilsynet."
    ) in page.blocks


def test_a_site_without_a_statement_says_so(show: Show) -> None:
    """What is missing is shown as missing."""
    (page,) = show(accessibility).values()

    assert "This site has no accessibility statement yet." in page.blocks
    assert "No address for questions is given." in page.blocks


@pytest.mark.parametrize("profile", ["sweden", "eu", "none"])
@pytest.mark.parametrize("publication", ["official", "demonstration"])
@pytest.mark.parametrize("statement", [STATEMENT, None])
def test_nothing_norwegian_elsewhere(
    show: Show, profile: str, publication: str, statement: dict[str, str] | None
) -> None:
    """Law, supervisor and register of Norway are named in Norway only."""
    fields = {"legal_profile": profile, "publication": publication}
    (page,) = show(accessibility, accessibility_statement=statement, **fields).values()

    text = " ".join(page.blocks)
    assert not any(word in text for word in ("uustatus", "Diskrimineringsnemnda", "uutilsynet"))
    assert ("than the law demands" in text) is (profile != "none")
    assert ("complain" in text) is (
        publication == "official"
        and (profile == "sweden" or (profile == "eu" and statement is not None))
    )
    assert ("https://www.digg.se/tdosanmalan" in page.links) is (
        profile == "sweden" and publication == "official"
    )


def test_licences_elsewhere(show: Show) -> None:
    """Outside Norway no text of a licence is in Norwegian, and data have no Norwegian licence."""
    (page,) = show(licence, legal_profile="eu").values()

    assert "https://creativecommons.org/licenses/by/4.0/" in page.links
    assert "CC BY 4.0: Open data" in page.blocks


def test_contact_is_a_link_that_works(show: Show) -> None:
    """An e-mail becomes a mail link, a web address stays one."""
    for view in (accessibility, privacy):
        (page,) = show(view, contact="post@lillevik.example").values()
        assert "mailto:post@lillevik.example" in page.links
        (page,) = show(view, contact="https://lillevik.example/kontakt").values()
        assert "https://lillevik.example/kontakt" in page.links


def test_licences_are_those_of_the_settings(show: Show) -> None:
    """Texts and data have their own terms, and the owner is named with the title."""
    own = {"title": "CC0", "url": "https://example.org/cc0"}
    (page,) = show(licence, an_organisation(), owner="ks", text_licence=own).values()

    assert "https://example.org/cc0" in page.links
    assert "NLOD 2.0: Open data" in page.blocks
    assert (
        "Write “Strategy, KS” and the address of the page. Say so if you have changed something."
    ) in page.blocks
    (page,) = show(licence, an_organisation(), owner="ks", publication="demonstration").values()
    assert (
        "Write “Strategy” and the address of the page. Say so if you have changed something."
    ) in page.blocks
    (page,) = show(licence, an_area()).values()
    assert (
        "Write “Strategy” and the address of the page. Say so if you have changed something."
    ) in page.blocks


def test_addresses_are_words_of_the_language(show: Show) -> None:
    """The pages lie where readers of the language would look for them."""
    views = (accessibility, privacy, licence)
    paths = {
        code: [path for view in views for path in show(view, language=code)]
        for code in ("nb", "nn", "en")
    }

    assert paths == {
        "nb": ["tilgjengelighet/", "personvern/", "lisens/"],
        "nn": ["tilgjengelegheit/", "personvern/", "lisens/"],
        "en": ["accessibility/", "privacy/", "licence/"],
    }
