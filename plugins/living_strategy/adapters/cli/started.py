"""What is said about a strategy that was just started, in its own language."""

from __future__ import annotations

import shlex
from pathlib import Path

from living_strategy.adapters.cli.output import write
from living_strategy.adapters.git.command import GitError
from living_strategy.adapters.starting.repository import InRepository, NoName, commit_all
from living_strategy.language import Language
from living_strategy.starting.owner import Owner


def commit(folder: Path, language: Language) -> str:
    """Commit everything and return what is to be said about it; without git it is complete, too."""
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
    except GitError as error:
        return text("Nothing is committed yet; git says: {reason}").format(reason=error)
    except OSError:
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
