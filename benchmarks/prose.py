"""Titles, summaries and bodies: about 200 words of Norwegian with list, table, links."""

from __future__ import annotations

from random import Random

from benchmarks import words
from benchmarks.entry import Entry


class Writer:
    """Fills sentence patterns for one item; the theme and place stay the same within it."""

    def __init__(self, random: Random) -> None:
        """Choose theme and place."""
        self._random = random
        self.theme = random.choice(words.THEMES)
        self.place = random.choice(words.PLACES)

    def sentence(self, pattern: str, mention: str = "") -> str:
        """Write one sentence: the pattern with its slots filled."""
        return pattern.format(
            theme=self.theme,
            place=self.place,
            role=self._random.choice(words.ROLES),
            count=self._random.randint(3, 240),
            year=self._random.randint(2021, 2029),
            mention=mention,
        )

    def sample(self, patterns: tuple[str, ...], count: int) -> list[str]:
        """Write several different sentences from a list of patterns."""
        return [self.sentence(pattern) for pattern in self._random.sample(patterns, count)]

    def title(self, kind: str, number: int) -> str:
        """Write a title that no other item has."""
        return f"{self.sentence(self._random.choice(words.TITLES[kind]))} ({number})"

    def body(self, targets: list[Entry]) -> str:
        """Write the Markdown body, which mentions each of the targets once."""
        mentions = [
            self.sentence(pattern, self._mention(target))
            for pattern, target in zip(
                self._random.sample(words.MENTIONS, len(targets)), targets, strict=True
            )
        ]
        opening = self.sample(words.OPENINGS, 2) + self.sample(words.BACKGROUND, 3)
        items = "\n".join(f"- {item}" for item in self.sample(words.LIST_ITEMS, 4))
        rows = "\n".join(
            f"| {name} | {state} | {self._random.randint(1, 95)} |"
            for name, state in sorted(self._random.sample(words.TABLE_ROWS, 4))
        )
        parts = [
            " ".join(opening),
            " ".join(mentions),
            f"## {self._random.choice(words.HEADINGS)}",
            self.sentence(self._random.choice(words.LIST_INTROS)),
            items,
            self.sentence(words.TABLE_INTRO),
            f"| Oppgave | Status | Dager |\n| --- | --- | ---: |\n{rows}",
            " ".join(self.sample(words.CLOSINGS, 3)),
        ]
        return "\n\n".join(parts) + "\n"

    def _mention(self, target: Entry) -> str:
        if self._random.random() < 0.3:
            return f"[[{target.id}|beslektet arbeid]]"
        return f"[[{target.id}]]"
