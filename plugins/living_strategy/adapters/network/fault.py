"""Why something was not fetched."""

from __future__ import annotations

from living_strategy.language import Language

# Message ids of the translations, each with a placeholder for what it is about.
FETCHING_PROBLEMS = (
    "“{subject}” is no web address that begins with https:// or http://.",
    "There is no host “{subject}”, or it cannot be reached from here.",
    "“{subject}” is not on the public internet.",
    "No connection with “{subject}” could be made.",
    "The certificate of “{subject}” is not valid.",
    "“{subject}” answers with the status {status}.",
    "“{subject}” leads on more often than it should.",
    "“{subject}” leads on to an address without encryption.",
    "“{subject}” did not send everything in time.",
    "“{subject}” sends more than is taken.",
    "“{subject}” sends something that cannot be unpacked.",
    "The connection with “{subject}” broke off.",
)
(
    NO_ADDRESS,
    NO_HOST,
    NOT_PUBLIC,
    NO_CONNECTION,
    BAD_CERTIFICATE,
    BAD_STATUS,
    TOO_MANY_REDIRECTS,
    NOT_SECURE,
    TOO_SLOW,
    TOO_MUCH,
    CANNOT_UNPACK,
    BROKEN,
) = FETCHING_PROBLEMS


class FetchError(Exception):
    """Nothing was fetched. `problem` is one of `FETCHING_PROBLEMS`, `subject` the host or address
    that it is about.
    """

    def __init__(self, problem: str, subject: str, status: int = 0) -> None:
        super().__init__(problem, subject, status)
        self.problem, self.subject, self.status = problem, subject, status

    def message(self, language: Language) -> str:
        """Say what is wrong, in a sentence."""
        shown = "".join(letter for letter in self.subject[:200] if letter.isprintable())
        return language.text(self.problem).format(subject=shown, status=self.status)
