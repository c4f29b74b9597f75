"""Codes for templates of a strategy's own."""

from living_strategy.diagnostics import Severity
from living_strategy.rules.code import Code

TEMPLATES = (
    Code(
        "unknown-block",
        Severity.WARNING,
        message="“{parent}” has no block called “{name}”, so what stands in it is on no page.",
        hint="Blocks that can be filled: {allowed}.",
        hint_near="Did you mean “{near}”?",
        hints={
            "none": "“{parent}” has no blocks. Replace it as a whole, or take the block out.",
        },
        meaning="A template that builds on another one fills its blocks. A block that the other one does not have is left out without a word, unless it stands inside one that it has.",
        wrong='{% extends "item.html" %}\n{% block fact %}…{% endblock %}',
        right='{% extends "item.html" %}\n{% block facts %}…{% endblock %}',
    ),
)
