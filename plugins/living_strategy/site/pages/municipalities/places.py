"""What the pages of municipalities and counties say, with what they share worked out once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from living_strategy.figures.charges import Charge, charges, priced_entries
from living_strategy.figures.outlook import Outlook, Outlooks
from living_strategy.figures.participation import Participation
from living_strategy.history.event import Event
from living_strategy.model.municipality import COUNTED, Municipality
from living_strategy.site.context import ViewContext
from living_strategy.site.pages.municipalities.county import County
from living_strategy.site.parts.following import Following, feed_files, following
from living_strategy.site.parts.uptake_words import age_words
from living_strategy.upstream.uptake import GoalUptake, LocalStrategy

# The most entries of a list; there are pages of their own for all of them.
MAX_LISTED = 40


class Places:
    """Says of each municipality and county what its page shows."""

    def __init__(
        self,
        by_number: Mapping[str, Participation],
        changes: Mapping[str, Sequence[Event]],
        context: ViewContext,
    ) -> None:
        self._changes = changes
        self._context = context
        self._register = context.graph.corpus.municipalities
        self._outlooks = Outlooks(context.graph, by_number, context.today)
        self._priced = priced_entries(context.graph)
        self._whole = following(context)

    def page_of(self, municipality: Municipality) -> tuple[str, str]:
        """Return the address and the title of the page of a municipality or county."""
        return self.address(municipality), self.title(municipality)

    def outlook(self, participation: Participation) -> Outlook:
        """Return what is known of it, and what may concern it."""
        return self._outlooks.of(participation)

    @property
    def goals(self) -> tuple[GoalUptake, ...]:
        """The goals that local strategies may have treated."""
        return self._context.uptake.goals

    def local(self, municipality: Municipality) -> LocalStrategy | None:
        """Return its own strategy, if its site is listed."""
        return self._context.uptake.by_number.get(municipality.number)

    def age(self, local: LocalStrategy) -> tuple[str, ...]:
        """Say how old what is known of its strategy is."""
        return age_words(local, self._context.language)

    def charges(self, own: Municipality) -> tuple[Charge, ...]:
        """Return what it would pay, as far as prices are known."""
        return tuple(charges(self._priced, own))[:MAX_LISTED]

    def address(self, municipality: Municipality) -> str:
        """Return the address of its page."""
        return self._context.addresses.municipality(municipality.number, self._register)

    def title(self, own: Municipality) -> str:
        """Return its name, as the title of its page."""
        if not own.is_county:
            return self._register.label(own.number)
        # A register of one's own may call its counties by another word, which the name then has.
        if not self._register.is_norwegian:
            return own.name
        return self._context.language.text("{name} county").format(name=own.norwegian_name)

    def subject(self, own: Municipality, county: County) -> str:
        """Return whom the sentences are about: a municipality, or the authority of a county."""
        if not own.is_county:
            return own.norwegian_name
        text = self._context.language.text
        words = (
            text("{name} municipality")
            if county.is_municipality
            else text("{name} county authority")
        )
        return words.format(name=own.norwegian_name)

    def description(self, own: Municipality, county: County) -> str:
        """Return what search engines show."""
        language = self._context.language
        text, inhabitants = language.text, language.number(own.inhabitants)
        if not own.inhabitants:
            return text(
                "Its network, where it is listed or named, and what is open to {name}."
            ).format(name=self.title(own))
        if county.is_municipality:
            return text(
                "{name} is both a municipality and a county, with {count} inhabitants {date}."
            ).format(name=own.norwegian_name, count=inhabitants, date=language.date(COUNTED))
        if own.is_county:
            words = text(
                "{name} has {inhabitants} inhabitants. Its network, where the county authority is "
                "listed or named, and what is open to it."
            )
        else:
            words = text(
                "{name} is a municipality in {county} with {inhabitants} inhabitants. Its network, "
                "where it is listed or named, and what is open to it."
            )
        return words.format(
            name=self.title(own),
            county=county.own.municipality.norwegian_name,
            inhabitants=inhabitants,
        )

    def following(self, own: Municipality) -> Following:
        """Return its own feed, or that of the whole strategy, and the calendar of the whole."""
        if own.number not in self._changes:
            return self._whole
        label = self._register.label(own.number)
        feeds = feed_files(self._context.addresses.place(own.number), self._context)
        return Following(label, feeds, self._whole.dated, self._whole.calendar)
