"""Ways to propose a change of a page: in the form, in an issue, in the file, or by writing to the
contact.

A site leads to what it has and promises nothing else: without an address of its files it has no
issues either, and the contact takes their place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote, urlsplit

from living_strategy.content.graph import Graph
from living_strategy.language import Language
from living_strategy.model import Entry
from living_strategy.proposals.answers import letter_text
from living_strategy.proposals.issue_addresses import issue_tracker
from living_strategy.proposals.questions import CHANGE, ENTRY, STATUS, Proposal, proposals
from living_strategy.site.addresses import relative_link
from living_strategy.site.contact_address import address_of
from living_strategy.site.edit_addresses import edit_address


@dataclass(frozen=True, slots=True)
class Way:
    """A link with its words, and what a reader must have to go there; neither is escaped."""

    words: str
    address: str
    needs: str = ""


@dataclass(frozen=True, slots=True)
class FormDoors:
    """Where the form on the site opens entries, by their ids, as addresses below the root of the
    site, and at which `host` its users need an account. At `reports` it opens them for a new
    status. There are none without the form.
    """

    host: str = ""
    addresses: Mapping[str, str] = field(default_factory=dict)
    reports: Mapping[str, str] = field(default_factory=dict)


class WaysToPropose:
    """The ways of a site whose files are edited at `edit`, a template of addresses, or empty."""

    def __init__(self, graph: Graph, language: Language, edit: str, doors: FormDoors) -> None:
        self._graph, self._language, self._edit, self._doors = graph, language, edit, doors
        self._contact = graph.corpus.settings.contact
        self._tracker = issue_tracker(edit)

    def of_page(
        self, name: str, title: str, source: str, with_contact: bool = True
    ) -> tuple[Way, ...]:
        """Return the ways for a page, the easiest first.

        Args:
            name: what editors know the page by: the id of an entry, or the path of a page.
            title: the title of the page.
            source: the path of its file, relative to the content root, or empty.
            with_contact: whether the page does not lead to the contact elsewhere.
        """
        text = self._language.text
        ways = []
        issue = self._issue(CHANGE, name, title)
        if issue:
            ways.append(Way(text("Tell the editors what is wrong"), issue, self._account))
        file = edit_address(self._edit, source)
        if file:
            ways.append(Way(text("Change the text yourself"), file, self._account))
        if self._contact and with_contact:
            ways.append(Way(text("Write to us about a change"), self._letter(CHANGE, title)))
        return tuple(ways)

    def in_form(self, entry_id: str, page: str) -> tuple[Way, ...]:
        """Return the way from the page at a path into the form at an entry; none where there is no
        form, or it cannot change that entry.
        """
        return self._door(self._doors.addresses.get(entry_id), page)

    def to_report(self, entry: Entry, page: str) -> tuple[Way, ...]:
        """Return where a new status of an entry is reported from its page at a path, the easiest
        way first; none where nobody takes it.
        """
        text = self._language.text
        ways = [*self._door(self._doors.reports.get(entry.id), page)]
        issue = self._issue(STATUS, entry.id, entry.title)
        if issue:
            ways.append(Way(text("Tell the editors what the status is"), issue, self._account))
        if self._contact:
            letter = self._letter(STATUS, entry.title, {ENTRY: entry.id})
            ways.append(Way(text("Write to us about the status"), letter))
        return tuple(ways)

    def _door(self, address: str | None, page: str) -> tuple[Way, ...]:
        if address is None:
            return ()
        needs = self._language.text("with an account at {host}; not made for phones")
        return (
            Way(
                self._language.text("Fill in the form"),
                relative_link(page, address),
                needs.format(host=self._doors.host),
            ),
        )

    @property
    def _account(self) -> str:
        needs = self._language.text("with an account at {host}")
        return needs.format(host=urlsplit(self._edit).hostname)

    @cached_property
    def _proposals(self) -> Mapping[str, Proposal]:
        return {form.name: form for form in proposals(self._graph, self._language)}

    def _issue(self, form_name: str, name: str, title: str) -> str:
        form = self._proposals[form_name]
        if not self._tracker:
            return ""
        return self._tracker.address(form, f"{form.title}: {title}", {ENTRY: name})

    def _letter(self, form_name: str, title: str, answers: Mapping[str, str] | None = None) -> str:
        """Return the address of the contact; a letter comes with a subject, and the questions where
        some are answered.
        """
        address = address_of(self._contact or "")
        if not address.startswith("mailto:"):
            return address
        form = self._proposals[form_name]
        subject = quote(f"{form.title}: {title}")
        if not answers:
            return f"{address}?subject={subject}"
        questions = letter_text(form, answers).replace("\n", "\r\n")
        return f"{address}?subject={subject}&body={quote(questions)}"
