"""Addresses of all pages, in the site's language, and relative links between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from living_strategy.content.validate import id_from
from living_strategy.language import Language
from living_strategy.model import KINDS, Entry
from living_strategy.model.municipality import Municipalities
from living_strategy.site.feed_formats import FEED_FORMATS

# Overviews, of which a site has one each, by the message id of their address.
VIEW_WORDS = (
    "results",
    "coverage",
    "national-goals",
    "timeline",
    "late",
    "leads",
    "status",
    "financing",
    "action-plan",
    "four-year-plan",
    "involvement",
    "map",
    "municipalities",
    "local-strategies",
    "changes",
    "national-changes",
    "report",
    "sources",
    "data",
    "search",
    "print",
    "accessibility",
    "privacy",
    "licence",
)

_FEED_ENDINGS = tuple(feed_format.ending for feed_format in FEED_FORMATS)

# The form for proposals, where a strategy has one, and the same for a try.
FORM_FOLDER = "admin/"
TRIAL_FOLDER = f"{FORM_FOLDER}demo/"
# Folders and files at the root of a site that the program or the host makes, whatever they hold.
_SITE_FOLDERS = ("data/", "assets/", "pagefind/", ".well-known/")
_SITE_FILES = (
    "index.html",
    "404.html",
    "robots.txt",
    "sitemap.xml",
    "sitemap.xml.gz",
    "_headers",
    ".htaccess",
    "nginx-headers.conf",
)

LinkResolver = Callable[[str, str], str]


def relative_link(source: str, target: str) -> str:
    """Return the address of page `target` as seen from page `source`, both paths below the root.

    Works under any base path and from the file system of a web server, because every page lies
    in a folder of its own.
    """
    return ("../" * source.count("/") + target) or "./"


class Addresses:
    """The address of every kind of page, without a leading slash and with one at the end."""

    def __init__(self, language: Language) -> None:
        self._language = language
        # Every page of a municipality names others.
        self._municipality_folders: dict[str, str] = {}
        self._folders = {kind.kind: language.address(kind.address_word()) + "/" for kind in KINDS}
        self._former_folders = {
            kind.kind: tuple(f"{word}/" for word in language.former_addresses(kind.address_word()))
            for kind in KINDS
        }

    def entry(self, entry: Entry) -> str:
        """Return the address of an entry's page."""
        return f"{self._folders[entry.kind]}{entry.id}/"

    def former_folders(self, kind: str) -> tuple[str, ...]:
        """Return the folders that the pages of a kind lay in before the strategy renamed it."""
        return self._former_folders[kind]

    def index(self, kind: str) -> str:
        """Return the address of the list of all entries of a kind."""
        return self._folders[kind]

    def view(self, word: str) -> str:
        """Return the address of an overview by the message id of its word, such as `timeline`."""
        return self._language.address(word) + "/"

    def national_goals(self, name: str, names: Iterable[str]) -> str:
        """Return the address of the goals of a strategy above by its short name; `names` are those
        of all that are followed. The first lies where the overview is.
        """
        top = self.view("national-goals")
        return top if name == next(iter(names), name) else f"{top}{name}/"

    def national_goal(self, name: str, entry_id: str) -> str:
        """Return the address of the page here about an entry of a strategy above."""
        return f"{self.view('national-goals')}{name}/{entry_id}/"

    def since(self, key: str) -> str:
        """Return the address of the page with what has changed since an occasion."""
        return f"{self.view('changes')}{key}/"

    def edition(self, key: str) -> str:
        """Return the folder of an edition as it was at a decision or release; it never changes."""
        return f"data/{self._language.address('editions')}/{key}/"

    @property
    def further_page(self) -> str:
        """What the address of a further page of a list begins with; a number follows."""
        return self._language.address("page")

    def feed(self, page: str, ending: str) -> str:
        """Return where the feed of what a page is about lies, in the format with this ending."""
        return f"{page}{self._language.address('changes')}.{ending}"

    def calendar(self, page: str) -> str:
        """Return where the calendar of what a page is about lies."""
        return f"{page}{self._language.address('calendar')}.ics"

    def for_followers(self) -> tuple[str, ...]:
        """Return where the feeds and the calendar of the whole strategy may lie."""
        return (*(self.feed("", ending) for ending in _FEED_ENDINGS), self.calendar(""))

    def uptake(self, goal_id: str) -> str:
        """Return the address of the page with what local strategies say about a goal."""
        return f"{self.view('local-strategies')}{self._folders['goal']}{goal_id}/"

    def local_measures(self) -> str:
        """Return the address of the list of what others could copy from local strategies."""
        return f"{self.view('local-strategies')}{self._folders['measure']}"

    def place(self, number: str) -> str:
        """Return the folder of what belongs to a municipality or county by its number, which may
        outlive its name.
        """
        return f"{self.view('municipalities')}{number}/"

    def municipality(self, number: str, register: Municipalities) -> str:
        """Return the address of the page of a municipality or county."""
        return f"{self.view('municipalities')}{self.municipality_folder(number, register)}/"

    def municipality_folder(self, number: str, register: Municipalities) -> str:
        """Return the last folder of that address: `giske`, `heroy-nordland`, or `vestland-fylke`,
        because Oslo is both.
        """
        folder = self._municipality_folders.get(number)
        if folder is None:
            folder = id_from(register.short_name(number))
            if register.by_number[number].is_county:
                folder = f"{folder}-{self._language.address('county')}"
            self._municipality_folders[number] = folder
        return folder

    @property
    def lookup_file(self) -> str:
        """The data file of the look-up of municipalities, beside the page that lists them."""
        return f"{self.view('municipalities')}places.json"

    def folders(self) -> dict[str, str]:
        """Return every folder that generated pages lie in, by kind or word."""
        return self._folders | {word: self.view(word) for word in VIEW_WORDS}

    def is_reserved(self, path: str, *, with_form: bool = False) -> bool:
        """Return whether a page or file of the site itself may lie at this path below the root,
        which may have a form for proposals. That holds for whole folders: entries, further pages
        of a list and earlier ids come and go. File systems may ignore case, so it is ignored here.
        """
        folded = path.casefold()
        former = (folder for folders in self._former_folders.values() for folder in folders)
        folders = (*self.folders().values(), *former, *_SITE_FOLDERS)
        folders += (FORM_FOLDER,) if with_form else ()
        files = (*_SITE_FILES, *self.for_followers())
        return folded in files or folded.startswith(folders)
