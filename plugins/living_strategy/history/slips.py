"""Slips of the pen: when one word is another one mended, and not another word.

Likeness alone cannot tell: «kommunen» and «kommunene», «lede» and «leie» are as near as any slip
is to its word. So a slip must not touch a word that carries the meaning, must differ in more than
an inflection, and the wrong word must stand nowhere in the texts of today. Doubt is no slip: to
hide a change is worse than to show one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from living_strategy.history.change import FieldChange, Operation
from living_strategy.model.trait import Change

# A word that another one may replace is never a slip of it: denials, duties, amounts, times.
_MEANING_TEXT = """
ikke ikkje aldri verken korkje ingen inga ingenting uten utan unntatt unntatte unnateke kun bare
berre skal skulle må måtte kan kunne bør burde burte vil ville får fikk fekk alle all alt noen
nokon nokre noe noko enkelte flere fleire færre flest fleste mange få hver kvar begge minst mest
høyst mer meir mindre mye mykje lite større høyere lavere høgare lågare null en ein ett eitt to
tre fire fem seks sju syv åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten
nitten tjue tyve tretti førti femti seksti sytti åtti nitti hundre tusen million millioner
milliard milliarder halv halve halvparten første fyrste andre tredje fjerde femte sjette sjuende
åttende januar februar mars april mai juni juli august september oktober november desember
mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tysdag laurdag sundag daglig dagleg
ukentlig månedlig månadleg årlig årleg kvartal tertial halvår før etter innen innan fra frå til
under over inn ut opp ned med mot for av på i ved blant utenfor utanfor og eller men hvis dersom
når enn som
"""
_MEANING = frozenset(_MEANING_TEXT.split())
# Beginnings that make another word of the same stem.
_BEGINNINGS = (
    *("an", "av", "be", "for", "fra", "frå", "inn", "mis", "ned", "om", "opp", "over", "på"),
    *("til", "under", "ut", "ved"),
)
_ENDING_TEXT = """
e t n r s a i en et er ar ene ane ne te de re ra st ere are est ast este aste ing inga ingen
inger ingar d dd tt es ende ande ed ede
"""
_ENDINGS = frozenset(("", *_ENDING_TEXT.split()))
# Two endings of one and the same form: kommuner and kommunar, barna and barnene.
_SAME_ENDINGS = frozenset(frozenset(pair) for pair in (("ar", "er"), ("ane", "ene"), ("a", "en")))
_SHORT, _LONG, _NAME = 6, 10, 8
_WORD = re.compile(r"[^\W\d_]+")


def vocabulary_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of texts as `settle` looks for them."""
    return frozenset(word for text in texts for word in _WORD.findall(text.casefold()))


def settle(change: FieldChange, vocabulary: Collection[str]) -> FieldChange:
    """Decide on the words that may be slips of the pen, with the words of today's texts.

    If all of them are slips, the change is editorial and keeps them; else it has none any more.
    """
    if change.operation is not Operation.WORDED or not change.slips:
        return change
    if all(_is_slip(old, new, vocabulary) for old, new in change.slips):
        return replace(change, change=Change.EDITORIAL)
    return replace(change, slips=())


def _is_slip(old: str, new: str, vocabulary: Collection[str]) -> bool:
    if _joined(old) != _joined(new):
        return not _is_known(old, vocabulary)
    # Two words made one, or one made two.
    if " " in old:
        pieces = old.split()
        return _is_known(new, vocabulary) or not all(_is_known(word, vocabulary) for word in pieces)
    return not _is_known(old, vocabulary)


def _is_known(words: str, vocabulary: Collection[str]) -> bool:
    return all(word in vocabulary for word in _WORD.findall(words.casefold()))


def _joined(words: str) -> str:
    return "".join(_WORD.findall(words.casefold()))


def may_be_slip(old: str, new: str, *, is_name: bool = False) -> bool:
    """Return whether one word may be the other one mended. `is_name` is set for words with a
    capital letter in the middle of a sentence.
    """
    if is_name and (max(len(old), len(new)) < _NAME or old.isupper() or new.isupper()):
        return False
    old, new = old.casefold(), new.casefold()
    if old in _MEANING or new in _MEANING or _differs_in_beginning(old, new):
        return False
    length = max(len(old), len(new))
    if length < _SHORT:
        return length > 3 and _is_transposition(old, new) and not _is_inflection(old, new)
    if distance(old, new, 2) > (1 if length < _LONG else 2):
        return False
    return not _is_inflection(old, new)


def _differs_in_beginning(old: str, new: str) -> bool:
    """Whether another beginning may turn the meaning: sikker and usikker, anmelde and avmelde."""
    if old[:1] != new[:1]:
        lost_letter = old[1:] == new or new[1:] == old
        turned = old[:1] == "u" or new[:1] == "u"
        swapped = old[:2] == new[1::-1] and old[2:] == new[2:]
        return not (swapped or (lost_letter and not turned and len(old) >= _NAME))
    rests = [old[len(was) :] for was in _BEGINNINGS if old.startswith(was)]
    return any(rest and new.endswith(rest) and new[: -len(rest)] in _BEGINNINGS for rest in rests)


def _is_transposition(old: str, new: str) -> bool:
    return len(old) == len(new) and sorted(old) == sorted(new) and distance(old, new, 1) == 1


def _is_inflection(old: str, new: str) -> bool:
    """Whether only the ending differs, so that both may be forms of one word."""
    stem = common_beginning(old, new)
    endings = old[stem:], new[stem:]
    if not all(ending in _ENDINGS for ending in endings):
        return False
    if frozenset(endings) in _SAME_ENDINGS:
        return False
    if old[:stem].endswith("er") and set(endings) == {"ene", "ne"}:
        return False
    # No form of a word is made by doubling its last letter.
    doubled = {*endings} == {"", old[stem - 1 : stem]} and stem > 4
    return not doubled and (_undoubled(old) != _undoubled(new) or len(old) < _NAME)


def common_beginning(old: str, new: str) -> int:
    """Return how many letters two texts begin with in common."""
    # Halving: slices are compared far quicker than letters.
    same, first_different = 0, min(len(old), len(new)) + 1
    while first_different - same > 1:
        middle = (same + first_different) // 2
        if old[same:middle] == new[same:middle]:
            same = middle
        else:
            first_different = middle
    return same


def _undoubled(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


def distance(old: str, new: str, most: int) -> int:
    """Return how many letters are lost, added, exchanged or swapped with their neighbour; more
    than `most` is `most + 1`.
    """
    if abs(len(old) - len(new)) > most:
        return most + 1
    start = common_beginning(old, new)
    end = min(common_beginning(old[::-1], new[::-1]), min(len(old), len(new)) - start)
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    before: list[int] = []
    previous = list(range(len(new) + 1))
    for row, letter in enumerate(old, 1):
        current = [row]
        for column, other in enumerate(new, 1):
            steps = min(
                previous[column] + 1, current[-1] + 1, previous[column - 1] + (letter != other)
            )
            swapped = row > 1 and column > 1 and (letter, old[row - 2]) == (new[column - 2], other)
            current.append(min(steps, before[column - 2] + 1) if swapped else steps)
        if min(current) > most:
            return most + 1
        before, previous = previous, current
    return previous[-1]
