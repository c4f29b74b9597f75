"""Refusal: why a version cannot be taken, as a sentence; nothing was changed."""

from __future__ import annotations

from living_strategy.language import Language


class Refusal(Exception):  # noqa: N818 - it says why
    """A version cannot be taken; the text is a message id, `params` what stands in its braces."""

    def __init__(self, template: str, **params: object) -> None:
        super().__init__(template)
        self.template, self.params = template, params

    def message(self, language: Language) -> str:
        """Return the sentence."""
        return language.text(self.template).format(**self.params)
