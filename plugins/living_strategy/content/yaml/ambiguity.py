"""Words without quotes that other programs read as a number or as yes and no."""

from __future__ import annotations

import re

_BOOLEANS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false"))
_MAX_BOOLEAN = max(map(len, _BOOLEANS))
_FIRST_OF_NUMBER = frozenset("+-.0123456789")
_NUMBER = re.compile(
    r"""[-+]?0[0-9]+\Z             # leading zero: octal in YAML 1.1
      | [-+]?[0-9]+\.[0-9]*0\Z     # 1.10 becomes 1.1
      | [-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?\Z   # 12:30 becomes 750
      | [-+]?[0-9]+_[0-9_]*\Z      # underscores are dropped
      | [-+]?0[xob][0-9a-fA-F_]+\Z
      | [-+]?[0-9.]+[eE][-+]?[0-9]+\Z
      | [-+]?\.(inf|Inf|INF)\Z | \.(nan|NaN|NAN)\Z""",
    re.VERBOSE,
)


def ambiguity(words: str) -> str:
    """Return the code of the finding about these words; an empty text if all read them as text."""
    if words[0] in _FIRST_OF_NUMBER:
        return "ambiguous-number" if _NUMBER.match(words) else ""
    is_boolean = len(words) <= _MAX_BOOLEAN and words.lower() in _BOOLEANS
    return "ambiguous-boolean" if is_boolean else ""
