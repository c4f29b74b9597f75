"""Codes for what a strategy says about the look of its site."""

from living_strategy.diagnostics import Severity
from living_strategy.rules.codes.code import Code

DESIGN = (
    Code(
        "colour-corrected",
        Severity.WARNING,
        message="The colour {colour} has a contrast of {ratio} to 1 against white; marks need 3. "
        "The site uses {used}, which has {used_ratio}.",
        hint="Write the darker colour, or choose another.",
        meaning="The base colour is seen on white. WCAG asks for 3 to 1, so a lighter one is made "
        "darker.",
        wrong='design: {colour: "#ffdd00"}',
        right='design: {colour: "#1e4d8c"}',
    ),
    Code(
        "missing-design-file",
        Severity.ERROR,
        message="The file “{file}” does not exist below strategy/.",
        hint="Put it there, or remove the line.",
        meaning="A mark or a font is a file beside the written pages, named from strategy/ on.",
        wrong="design: {mark: {file: strategy/merke.svg, text: Storvik kommune}}",
        right="design: {mark: {file: bilder/merke.svg, text: Storvik kommune}}",
    ),
)
