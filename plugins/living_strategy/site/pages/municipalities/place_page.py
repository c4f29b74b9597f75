"""The page of a municipality or county: what is known, what is not, and what is open to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from living_strategy.artifact import Page
from living_strategy.figures.charges import charges, priced_entries
from living_strategy.figures.outlook import Outlooks
from living_strategy.figures.participation import Participation
from living_strategy.history.event import Event
from living_strategy.model.municipality import COUNTED, COUNTED_BY, INHABITANTS_URL, Municipality
from living_strategy.site.context import ViewContext
from living_strategy.site.pages.municipalities.county import County
from living_strategy.site.parts.following import Following, feed_files, following

# The most entries of a list; there are pages of their own for all of them.
MAX_LISTED = 40


class PlacePages:
    """Makes the pages of all municipalities and counties."""

    def __init__(
        self,
        by_number: Mapping[str, Participation],
        counties: Sequence[County],
        changes: Mapping[str, Sequence[Event]],
        context: ViewContext,
    ) -> None:
        self._by_number = by_number
        self._counties = counties
        self._changes = changes
        self._context = context
        self._register = context.graph.corpus.municipalities
        self._outlooks = Outlooks(context.graph, by_number, context.today)
        self._priced = priced_entries(context.graph)
        self._whole = following(context)

    def pages(self) -> Iterator[Page]:
        """Yield every page, county by county."""
        for county in self._counties:
            yield self._page(county.own, county, "county.html")
            for participation in county.municipalities:
                yield self._page(participation, county, "municipality.html")

    def _page(self, participation: Participation, county: County, template: str) -> Page:
        own, context = participation.municipality, self._context
        path = self._address(own)
        follow = self._following(own)
        return context.page(
            path,
            template,
            title=self._title(own),
            description=self._description(own, county),
            page_type="municipalities",
            head=follow.head(path, context),
            part=None,
            own=own,
            subject=self._subject(own, county),
            county=county,
            is_both=_is_both(county),
            outlook=self._outlooks.of(participation),
            charges=tuple(charges(self._priced, own))[:MAX_LISTED],
            most=MAX_LISTED,
            counted=COUNTED,
            counted_by=COUNTED_BY,
            counted_at=INHABITANTS_URL,
            page_of=self._page_of,
            following=follow,
        )

    def _page_of(self, municipality: Municipality) -> tuple[str, str]:
        """Return the address and the name of a municipality or county."""
        return self._address(municipality), self._title(municipality)

    def _address(self, municipality: Municipality) -> str:
        return self._context.addresses.municipality(municipality.number, self._register)

    def _title(self, own: Municipality) -> str:
        if not own.is_county:
            return self._register.label(own.number)
        return self._context.language.text("{name} county").format(name=own.norwegian_name)

    def _subject(self, own: Municipality, county: County) -> str:
        """Return whom the sentences are about: a municipality, or the authority of a county."""
        if not own.is_county:
            return own.norwegian_name
        text = self._context.language.text
        words = text("{name} municipality") if _is_both(county) else text("{name} county authority")
        return words.format(name=own.norwegian_name)

    def _description(self, own: Municipality, county: County) -> str:
        language = self._context.language
        text, inhabitants = language.text, language.number(own.inhabitants)
        if _is_both(county):
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
            name=self._title(own),
            county=county.own.municipality.norwegian_name,
            inhabitants=inhabitants,
        )

    def _following(self, own: Municipality) -> Following:
        """Return its own feed, or that of the whole strategy, and the calendar of the whole."""
        if own.number not in self._changes:
            return self._whole
        label = self._register.label(own.number)
        feeds = feed_files(self._context.addresses.place(own.number), self._context)
        return Following(label, feeds, self._whole.dated, self._whole.calendar)


def _is_both(county: County) -> bool:
    """Whether a county is a municipality, too, as Oslo is."""
    return [part.municipality.name for part in county.municipalities] == [
        county.own.municipality.name
    ]
