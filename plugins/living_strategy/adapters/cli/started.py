"""Writes a strategy and keeps it in git, all of it or nothing, and says so in its own language."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

from living_strategy.adapters.cli.output import write
from living_strategy.adapters.cli.session import CannotStart
from living_strategy.adapters.git.command import GitError
from living_strategy.adapters.starting.new_folder import write_new
from living_strategy.adapters.starting.repository import InRepository, NoName, commit_all
from living_strategy.adapters.system_faults import explained
from living_strategy.language import Language
from living_strategy.starting.owner import Owner


def write_strategy(
    folder: Path, files: dict[str, bytes], own: Language | None, language: Language
) -> str:
    """Write the files, all of them or none, and return what is to be said about git. They are
    committed in the words of the strategy's own language; None leaves them without git.
    """
    said = [""]

    def finish(made: Path) -> None:
        said.append(_commit(made, own) if own else "")

    try:
        explaining(lambda: write_new(folder, files, finish), folder, language)
    except GitError as error:
        message = language.text(
            "Nothing was made, because git could not keep it: {reason}. Put that right, or add "
            "--no-git."
        )
        raise CannotStart(message.format(reason=_bare(error))) from None
    return said[-1]


def commit_exchange(folder: Path, own: Language, language: Language) -> str:
    """Commit what has come in the place of a copy; all that was there before is in git."""
    try:
        return _commit(folder, own)
    except (GitError, OSError) as error:
        message = language.text(
            "The strategy has taken the place of the copy, but git could not keep it: {reason}. "
            "Put that right, then run “git add --all” and “git commit -m start”."
        )
        raise CannotStart(message.format(reason=_bare(error))) from None


def _commit(folder: Path, language: Language) -> str:
    """Commit everything and return what is to be said about it; without git it is complete, too.

    Raises:
        GitError: git could not keep it.
        OSError: the system refuses to run git.
    """
    text = language.text
    try:
        commit_all(folder, text("Begin the strategy"))
    except InRepository as outer:
        return text(
            "Nothing is committed, and no repository is made, because the folder lies in the "
            "repository {repository}. Commit it there, or move it out and run “git init” in it: "
            "the pipelines only run at the top of a repository."
        ).format(repository=outer)
    except NoName:
        return text(
            "Nothing is committed yet, because git does not know your name: set “user.name” and "
            "“user.email” in git, then run “git commit -m start”."
        )
    except (FileNotFoundError, PermissionError):
        return text(
            "Git is not installed here, so there is no repository yet; everything else is complete."
        )
    return text("Everything is committed.")


def report(folder: Path, owner: Owner, committed: str, language: Language) -> None:
    """Say what was made, what was assumed, and what comes next."""
    text = language.text
    names = {"nb": text("bokmål"), "nn": text("nynorsk"), "en": text("English")}
    where = folder.absolute() if folder == Path() else folder
    write(text("The strategy of {owner} is in {folder}.").format(folder=where, owner=owner.title))
    write(text(owner.reason.value).format(language=names[owner.language], owner=owner.title))
    if committed:
        write(committed)
    change = "" if folder == Path() else f"cd {shlex.quote(str(folder))} && "
    write(text("Show the site: {command}").format(command=f"{change}make serve"))
    write(
        text(
            "One example of each kind shows how it is written, and “make check” reminds of them. "
            "“README.md” says what comes next."
        )
    )


def explaining(action: Callable[[], None], folder: Path, language: Language) -> None:
    """Do something, and say in a sentence what the system refuses."""
    try:
        action()
    except OSError as error:
        raise CannotStart(explained(error, language, folder)) from None


def _bare(error: Exception) -> str:
    return str(error).strip().rstrip(".")
