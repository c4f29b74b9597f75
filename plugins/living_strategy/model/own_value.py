"""Values of a strategy's own lists: they take the place of, or stand beside, those of the package."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, Self, TypeAlias, TypeVar

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from living_strategy.language import Language

E = TypeVar("E", bound=StrEnum)
# What is longer stands in a line that may break.
_SHORT = 5
_ANY_DECIMALS = 6


class OwnValue(str):
    """A value of a strategy's own list: its key as text, with the word that readers see.

    `counts_as` is the value of the package that figures take it for, None where there is none.
    """

    word: str
    counts_as: StrEnum | None

    def __new__(cls, key: str, word: str = "", counts_as: StrEnum | None = None) -> Self:
        """Make a value; the defaults are for copies, which get their attributes afterwards."""
        value = super().__new__(cls, key)
        value.word = word or key
        value.counts_as = counts_as
        return value

    @property
    def value(self) -> str:
        """The key as files write it, as on a value of the package."""
        return str(self)


class OwnUnit(OwnValue):
    """A unit of a strategy's own. `word` is its symbol, `one` that of exactly one, if another.

    Values have at most `decimals` decimals, and are shown with all of them; `minimum` and `maximum`
    are the least and the most that a value can be, None where there is no bound.
    """

    one: str
    decimals: int
    minimum: Decimal | None
    maximum: Decimal | None

    def __new__(
        cls,
        key: str,
        word: str = "",
        one: str = "",
        decimals: int = 0,
        bounds: tuple[Decimal | None, Decimal | None] = (None, None),
    ) -> Self:
        """Make a unit; the defaults are for copies, which get their attributes afterwards."""
        unit = super().__new__(cls, key, word)
        unit.one = one or unit.word
        unit.decimals = decimals
        unit.minimum, unit.maximum = bounds
        return unit

    def amount(self, value: Decimal | int, language: Language) -> str:
        """Return a value with the symbol, such as `745 300,5 tonn`; the number and the first word
        stay on one line.
        """
        symbol = self.one if value == 1 else self.word
        return f"{language.fixed_number(value, self.decimals)}\u00a0{symbol}"

    @property
    def is_long(self) -> bool:
        """Whether the symbol is too long for pictures and for large print."""
        return len(self.word) > _SHORT


class OwnMoney(OwnUnit):
    """Sums in the currency of a strategy, where that is not the one that the package counts in."""

    in_millions: bool

    def __new__(cls, key: str, word: str = "", in_millions: bool = False) -> Self:
        """Make a unit of sums, which are positive when they are told in millions."""
        bounds = (Decimal(0) if in_millions else None, None)
        unit = super().__new__(cls, key, word, decimals=_ANY_DECIMALS, bounds=bounds)
        unit.in_millions = in_millions
        return unit

    def amount(self, value: Decimal | int, language: Language) -> str:
        """Return a sum as the language writes it."""
        return language.money_in_millions(value) if self.in_millions else language.money(value)

    @property
    def is_long(self) -> bool:
        """What stands beside a sum is always short."""
        return False


Choice: TypeAlias = StrEnum | OwnValue


@dataclass(frozen=True, eq=False, slots=True)
class OwnLists:
    """The lists that a strategy has of its own: all that may be chosen, by the vocabulary of the
    package that each takes the place of. A vocabulary that is not here is as the package has it.

    The lists of `unread` vocabularies could not be read: whatever entries choose from them may be
    right.
    """

    values: Mapping[type[StrEnum], Mapping[str, Choice]] = field(default_factory=dict)
    unread: frozenset[type[StrEnum]] = frozenset()

    def choices(self, vocabulary: type[StrEnum]) -> tuple[Choice, ...]:
        """Return all that may be chosen, in the order in which readers see it."""
        return tuple(self.values.get(vocabulary, {}).values()) or tuple(vocabulary)


NO_LISTS = OwnLists()


@dataclass(frozen=True, slots=True)
class OwnList:
    """Marks a field whose values a strategy may have a list of its own for.

    Validation takes the lists as its context; without one, the package's values hold.
    """

    vocabulary: type[StrEnum]
    own: type[OwnValue] = OwnValue

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Look values up in the list of the context, if it has one."""
        return core_schema.with_info_wrap_validator_function(
            self._find,
            handler.generate_schema(self.vocabulary),
            serialization=core_schema.to_string_ser_schema(),
        )

    def _find(
        self,
        written: Any,
        built_in: core_schema.ValidatorFunctionWrapHandler,
        info: core_schema.ValidationInfo,
    ) -> Any:
        lists = info.context if isinstance(info.context, OwnLists) else NO_LISTS
        if not isinstance(written, str):
            return built_in(written)
        if self.vocabulary in lists.unread:
            return built_in(written) if written in list(self.vocabulary) else self.own(written)
        own = lists.values.get(self.vocabulary)
        if own is None:
            return built_in(written)
        if (value := own.get(written)) is None:
            raise PydanticCustomError("enum", "not in the list")
        return value


def counted_as(value: E | OwnValue, vocabulary: type[E]) -> E | None:
    """Return the value of the package that figures take a value for, None if there is none."""
    meant = value.counts_as if isinstance(value, OwnValue) else value
    return meant if isinstance(meant, vocabulary) else None
