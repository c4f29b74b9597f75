"""The number of an organisation that cannot be one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import Organisation
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule
from living_strategy.settings import OrganisationNumbers

CODE = Code(
    "bad-organisation-number",
    Severity.ERROR,
    message="“{value}” cannot be the number of an organisation.",
    hint="Check the number: a municipality has four digits, a county two, any other organisation nine. For organisations of another country write organisation_numbers: swedish or free in strategy.yml.",
    hints={
        "swedish": "A Swedish organisation has ten digits, such as 212000-1132, or the number of a place in the register.",
        "check-digit": "One of the digits is wrong: the last one does not go with the others.",
    },
    meaning="In Norway an organisation has nine digits, a municipality four and a county two. In Sweden it has ten, and the last one is a check digit. Which of them holds is said with organisation_numbers in strategy.yml; a strategy with places of its own may write any number if it says nothing.",
    wrong='number: "12345"',
    right='number: "971032146"',
)
_NORWEGIAN = re.compile(r"[0-9]{2}(?:[0-9]{2})?|[0-9]{9}")
_SWEDISH = re.compile(r"[0-9]{2}[2-9][0-9]{3}-?[0-9]{4}")


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report numbers of organisations that do not have the form of the country's."""
    wrong_with = _FORMS.get(graph.corpus.settings.numbers)
    register = graph.corpus.municipalities
    # A number of a place is right, and a register with a mistake in it may lack that place.
    if wrong_with is None or not register.is_whole:
        return
    for organisation in graph.of_kind(Organisation):
        number = organisation.number
        if number is None or number in register.by_number or register.former(number):
            continue
        params = wrong_with(number)
        if params is not None:
            location = graph.locate(organisation.id, ("number",))
            yield Diagnostic(CODE.name, location, {"value": number, **params}, organisation.id)


def _norwegian(number: str) -> Mapping[str, str] | None:
    return None if _NORWEGIAN.fullmatch(number) else {}


def _swedish(number: str) -> Mapping[str, str] | None:
    """Return what is wrong with a Swedish number. Its last digit is a check digit by the formula of
    Luhn (ISO/IEC 7812-1, annex B), and the third is 2 or more.
    """
    if not _SWEDISH.fullmatch(number):
        return {"case": "swedish"}
    digits = [int(digit) for digit in number if digit.isdecimal()]
    doubled = (digit * (2 - place % 2) for place, digit in enumerate(digits))
    return (
        None
        if sum(sum(divmod(part, 10)) for part in doubled) % 10 == 0
        else {"case": "check-digit"}
    )


_FORMS: Mapping[OrganisationNumbers, Callable[[str], Mapping[str, str] | None]] = {
    OrganisationNumbers.NORWEGIAN: _norwegian,
    OrganisationNumbers.SWEDISH: _swedish,
}
RULE = Rule(CODE, check)
