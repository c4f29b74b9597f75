"""`upgrade`: another version of the program, with all that a strategy must follow."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.findings import exit_code
from living_strategy.adapters.cli.output import note, progress, write
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.cli.site_language import detect_language
from living_strategy.adapters.cli.upgraded import report
from living_strategy.adapters.item_prefetch import without_keeping
from living_strategy.adapters.starting.engine import NoEngine, this_engine
from living_strategy.adapters.system_faults import explained
from living_strategy.adapters.upgrading.exchange import exchange, recover
from living_strategy.adapters.upgrading.new_findings import Known, known_findings
from living_strategy.adapters.upgrading.other_program import ready_program
from living_strategy.adapters.upgrading.pin import Pin, read_pin
from living_strategy.adapters.upgrading.plan import Plan, plan_downgrade, plan_upgrade
from living_strategy.adapters.upgrading.refusal import Refusal
from living_strategy.adapters.upgrading.wheel import Wheel, find_wheel, read_wheel, wheel_of
from living_strategy.inspection import inspect_strategy
from living_strategy.language import Language
from living_strategy.upgrades.version import parse_version

CURRENT, NEWER = 0, 2
# What the program of a wheel is told by the one that unpacked it: which wheel it is.
_OWN_WHEEL = "--own-wheel"


class NoAnswer(CannotStart):
    """It cannot be said whether a version is newer: not the exit code that says it is."""

    exit_code = 1


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        upgrade,
        text(
            "The version that is taken renames in your files what it calls otherwise, refreshes "
            "the files that build the site, and the schemas of an editor, where nobody has changed "
            "them, and says what is left "
            "to do and what its check finds that was not found before. Everything is changed or "
            "nothing; what was done is for you to look at and commit. Without --to it is the "
            "version that you are running.\n\n"
            "The exit code is 0 when it is done or there was nothing to do, 1 when there are new "
            "errors to put right, and 2 when nothing was changed. With --check it is 0 when the "
            "strategy has that version or a later one, 2 when it has an earlier one, and 1 when "
            "that cannot be said."
        ),
        (
            click.Option(
                ["--to"],
                metavar=text("VERSION"),
                help=text(
                    "The file of a version, a folder with such files, or a number such as 0.2.0, "
                    "which pip fetches from its index."
                ),
            ),
            click.Option(
                ["--sha256"],
                metavar=text("CHECKSUM"),
                help=text("Take the file only if this is its SHA-256, as its publisher gives it."),
            ),
            click.Option(
                ["--check", "only_check"],
                is_flag=True,
                help=text("Say whether that version is newer, and change nothing."),
            ),
            click.Option(
                ["--downgrade"],
                is_flag=True,
                help=text("Take an earlier version, too. Nothing in your files is renamed back."),
            ),
            click.Option(
                [_OWN_WHEEL, "own_wheel"],
                type=click.Path(path_type=Path),
                hidden=True,
                help=text("The file that this program is from. One version tells another."),
            ),
        ),
    )


def upgrade(
    session: Session,
    to: str | None,
    sha256: str | None,
    only_check: bool,
    downgrade: bool,
    own_wheel: Path | None,
) -> int:
    """Take a version, or say whether it is newer."""
    language = session.language
    try:
        with tempfile.TemporaryDirectory() as work:
            if not only_check and recover(session.root):
                note(language.text("An upgrade that was stopped has been undone first."))
            pin = read_pin(session.root)
            wheel = _wheel(to, own_wheel, Path(work))
            _check_sum(wheel, sha256)
            if only_check:
                return _compare(pin, wheel, language)
            return _take(session, pin, wheel, downgrade, own_wheel is not None, Path(work))
    except NoEngine:
        reason = language.text(
            "This program is not installed as a package, so it cannot be taken from here. Name a "
            "version with --to."
        )
    except Refusal as error:
        reason = error.message(language)
    except OSError as error:
        reason = explained(error, language, session.root)
    raise (NoAnswer if only_check else CannotStart)(reason) from None


def _wheel(to: str | None, own_wheel: Path | None, work: Path) -> Wheel:
    if own_wheel is not None:
        return read_wheel(own_wheel)
    return wheel_of(this_engine()) if to is None else find_wheel(to, work)


def _check_sum(wheel: Wheel, wanted: str | None) -> None:
    if wanted and wheel.digest != wanted.lower().removeprefix("sha256:"):
        raise Refusal(
            _("The SHA-256 of version {version} is {digest}, and not the one that you gave."),
            version=wheel.name,
            digest=wheel.digest,
        )


def _compare(pin: Pin, wheel: Wheel, language: Language) -> int:
    if pin.digest == wheel.digest:
        write(
            language.text("The strategy has this version, {version}.").format(version=pin.version)
        )
        return CURRENT
    earlier = _is_earlier(wheel, pin)
    message = (
        language.text("The strategy has version {version}, which is later than {other}.")
        if earlier
        else language.text("Version {other} is newer; the strategy has {version}.")
    )
    write(message.format(version=pin.version, other=wheel.name))
    return CURRENT if earlier else NEWER


def _is_earlier(wheel: Wheel, pin: Pin) -> bool:
    pinned = parse_version(pin.version)
    return pinned is not None and wheel.version < pinned


def _take(
    session: Session, pin: Pin, wheel: Wheel, downgrade: bool, is_own: bool, work: Path
) -> int:
    """Let the program in the wheel do it: it knows what it renamed. An earlier one may not."""
    if pin.digest == wheel.digest:
        return _compare(pin, wheel, session.language)
    earlier = _is_earlier(wheel, pin)
    if earlier and not downgrade:
        raise Refusal(
            _("Version {other} is earlier than {version}. Add --downgrade if you mean it."),
            other=wheel.name,
            version=pin.version,
        )
    if earlier:
        return _carry_out(session, pin, wheel, plan_downgrade(pin, wheel), None)
    if not is_own and not _is_this(wheel):
        given = work / Path(wheel.path).name
        given.write_bytes(wheel.content)
        program = ready_program(wheel, work)
        return program.run(pin.root, "upgrade", _OWN_WHEEL, str(given))
    site = Language.load(detect_language(("--root", str(pin.root)), {}))
    plan = plan_upgrade(pin, wheel, site, work)
    with progress(session.language.text("Checking …")):
        known = known_findings(pin, work)
    return _carry_out(session, pin, wheel, plan, known)


def _is_this(wheel: Wheel) -> bool:
    try:
        return wheel.digest == wheel_of(this_engine()).digest
    except NoEngine:
        return False


def _carry_out(session: Session, pin: Pin, wheel: Wheel, plan: Plan, known: Known | None) -> int:
    exchange(pin.root, plan.files)
    new = None
    if known is not None:
        diagnostics = inspect_strategy(
            pin.root, session.today, without_keeping(pin.root)
        ).diagnostics
        new = known.missing_among(diagnostics, plan.migration)
    report(session.language, pin, wheel, plan, new)
    return exit_code(new or ())


def _(message: str) -> str:
    """Mark a message that is translated where it is shown."""
    return message
