"""Every diagnostic code with its meaning, message, hint and examples; a code is never renamed."""

from living_strategy.rules.codes.code import Code
from living_strategy.rules.codes.design import DESIGN
from living_strategy.rules.codes.fields import FIELDS
from living_strategy.rules.codes.links import LINKS
from living_strategy.rules.codes.prose import PROSE
from living_strategy.rules.codes.rules import RULES
from living_strategy.rules.codes.site import SITE
from living_strategy.rules.codes.syntax import SYNTAX

CODES: dict[str, Code] = {
    code.name: code
    for group in (SYNTAX, FIELDS, LINKS, RULES, PROSE, DESIGN, SITE)
    for code in group
}

__all__ = ["CODES", "Code"]
