"""Artifacts of views and exports: pages, data files and redirects, free of any host."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site.

    `path` is the address below the site root, with a slash at the end (`mal/x/`), empty for the
    front page; `type` names the view, which is also the shell a host puts around it. `content` is
    the HTML between header and footer, with relative links. `source` is the file to edit,
    relative to the content root, or empty. `in_menu` pages are listed in the host's menu.
    `linked_data` is JSON for a `script` element, or empty. `script` is the name of the script that
    the page needs, or empty. `listed` pages are for people to find: in the sitemap and by search
    engines. A page with `absolute_links`
    is shown at any address: it lies at `path` itself, and its links begin with `LOCAL`. `head` is
    HTML for the head of the document, with relative links.
    """

    path: str
    type: str
    title: str
    description: str
    content: str
    source: str = ""
    in_menu: bool = False
    linked_data: str = ""
    script: str = ""
    listed: bool = True
    absolute_links: bool = False
    head: str = ""

    @property
    def file(self) -> str:
        """Its file, relative to the site root."""
        return self.path if self.absolute_links else f"{self.path}index.html"


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file to publish as it is. `path` is relative to the site root."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old address that leads to a page: both are paths below the site root."""

    path: str
    target: str
    title: str


Artifact = Page | DataFile | Redirect
