"""What is said about an upgrade that was carried out."""

from __future__ import annotations

from collections.abc import Sequence

from living_strategy.adapters.cli.findings import show_findings
from living_strategy.adapters.cli.output import write
from living_strategy.adapters.upgrading.editor import SCHEMAS
from living_strategy.adapters.upgrading.pin import Pin
from living_strategy.adapters.upgrading.plan import Plan
from living_strategy.adapters.upgrading.wheel import Wheel
from living_strategy.diagnostics import Finding
from living_strategy.language import Language
from living_strategy.upgrades.migration import Place
from living_strategy.upgrades.upgrade import RenamedFile, RenamedKey


def report(
    language: Language, pin: Pin, wheel: Wheel, plan: Plan, new: Sequence[Finding] | None
) -> None:
    """Say what was changed, what is left to people, what the check finds now, and what is next.
    `new` is None where nobody has checked.
    """
    text = language.text
    write(
        text("The strategy has version {version} now; it had {before}.").format(
            version=wheel.name, before=pin.version
        )
    )
    write(text("Changed files: {files}.").format(files=", ".join(sorted(plan.files))))
    for place in plan.migration.done:
        write(_renamed(language, place))
    _write_left(language, plan)
    if new:
        write("\n" + text("New since the upgrade:") + "\n")
        show_findings(new, language, pin.root, "text")
    elif new is not None:
        write(text("The check finds nothing that it did not find before."))
    write(
        "\n"
        + text(
            "Install it with “make install”, or with “python -m pip install --require-hashes "
            "-r requirements.txt”. Look at what was changed, and commit."
        )
    )


def _write_left(language: Language, plan: Plan) -> None:
    """Say what nobody but people can do."""
    text = language.text
    for place in plan.migration.left:
        message = text(
            "{place} still has the old name, beside something that is in the way: {names}"
        )
        write(message.format(place=_where(place), names=_names(language, place)))
    for action, files in plan.migration.actions:
        write(f"{', '.join(files)}: {text(action.text)}")
    for path, difference in plan.differences.items():
        message = text("{file} is yours, and stays as it is. This version would have it so:")
        write("\n" + message.format(file=path) + "\n" + difference)
    if plan.schemas_stay:
        message = text(
            "The schemas in {folder} are not as the version before made them, and stay as they "
            "are. “{command}” makes them anew."
        )
        write(message.format(folder=SCHEMAS, command=language.command("schema --editor")))


def _renamed(language: Language, place: Place) -> str:
    return f"{_where(place)}: {_names(language, place)}"


def _where(place: Place) -> str:
    return f"{place.file}:{place.line}" if place.line else place.file


def _names(language: Language, place: Place) -> str:
    step = place.step
    old = step.old[-1] if isinstance(step, RenamedKey) else step.old
    message = (
        language.text("The file is called “{new}” now.")
        if isinstance(step, RenamedFile)
        else language.text("“{old}” is called “{new}” now.")
    )
    return message.format(old=old, new=step.new)
