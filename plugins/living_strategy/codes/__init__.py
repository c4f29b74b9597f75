"""Every diagnostic code with its meaning, message, hint and examples; a code is never renamed."""

from living_strategy.codes.code import Code
from living_strategy.codes.design import DESIGN
from living_strategy.codes.fields import FIELDS
from living_strategy.codes.links import LINKS
from living_strategy.codes.prose import PROSE
from living_strategy.codes.rules import RULES
from living_strategy.codes.site import SITE
from living_strategy.codes.syntax import SYNTAX

CODES: dict[str, Code] = {
    code.name: code
    for group in (SYNTAX, FIELDS, LINKS, RULES, PROSE, DESIGN, SITE)
    for code in group
}

__all__ = ["CODES", "Code"]
