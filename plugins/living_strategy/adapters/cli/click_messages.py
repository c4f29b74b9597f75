"""Messages of click itself, in our catalogues.

click asks gettext's default domain when it shows a text; `site_language` makes that domain ours.
The texts are spelt exactly as in click, which uses positional quotes (`{name!r}`) in some.
"""

from __future__ import annotations

from living_strategy.adapters.cli.translatable import N_, plural

MESSAGES: tuple[str, ...] = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Positional arguments"),
    N_("Show this message and exit."),
    N_("default: {default}"),
    N_("required"),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("Missing command."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("No such command {name!r}."),
    N_("No such option {name!r}."),
    N_("Option {name!r} does not take a value."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("{name} {filename!r} is a file."),
    N_("directory"),
    N_("Choose from:\n\t{choices}"),
    N_("Aborted!"),
)
PLURALS: tuple[tuple[str, str], ...] = (
    plural("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    plural("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    plural("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    plural("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
