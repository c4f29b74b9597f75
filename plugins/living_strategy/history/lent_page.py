"""The changes of one entry as another process packs them."""

from __future__ import annotations

from collections.abc import Callable

from living_strategy.history.kept_changes import Page, page_name


class LentPage(Page):
    """A page that another process makes: its content arrives later than the events on it."""

    __slots__ = ("_wait", "told")
    is_kept = False

    def __init__(self, wait: Callable[[LentPage], None]) -> None:
        """`wait` returns when the page has arrived; `told` counts the events that are known."""
        super().__init__("", b"")
        self._wait: Callable[[LentPage], None] | None = wait
        self.told = 0

    def has_only(self, count: int) -> bool:
        """Return whether so many events are all that the page has."""
        return count == self.told

    @property
    def is_here(self) -> bool:
        """Whether it has arrived."""
        return self._wait is None

    def arrive(self, content: bytes) -> None:
        """Take the content."""
        self.name, self._content, self._wait = page_name(content), content, None

    @property
    def content(self) -> bytes:
        """The page as it is kept, once it has arrived."""
        if self._wait:
            self._wait(self)
        return self._content
