"""The files of a strategy on its first day, filled in for its owner and in its language."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from living_strategy.language import Language
from living_strategy.model.municipality import COUNTED, COUNTED_BY
from living_strategy.model.organisation import OrganisationKind
from living_strategy.starting.owner import Owner

_TEMPLATES = Path(__file__).with_name("files")
_PLACEHOLDER = re.compile(r"@([a-z_]+)@")

# Where each file stands, and the template it is made from: those that all languages share, then
# those that each has of its own.
_SHARED = {
    ".github/workflows/content.yml": "content-workflow.yml",
    ".github/workflows/pages.yml": "pages-workflow.yml",
    ".github/workflows/review.yml": "review-workflow.yml",
    ".github/workflows/upstream.yml": "upstream-workflow.yml",
    ".gitignore": "gitignore",
    ".gitlab-ci.yml": "gitlab-ci.yml",
    "Makefile": "makefile",
    "mkdocs.yml": "mkdocs.yml",
}
_OWN = {
    "CODEOWNERS": "codeowners",
    "README.md": "readme.md",
    "strategy/registers/organisations.yml": "organisations.yml",
    "strategy/strategy.yml": "strategy.yml",
}
# Names that readers see in addresses are in the language of the site.
_NAMED = {
    "nb": {
        "goals/eksempel-mal.md": "goal.md",
        "measures/eksempel-tiltak.md": "measure.md",
        "projects/eksempel-prosjekt.md": "project.md",
        "strategy/slik-bidrar-du.md": "guide.md",
    },
    "nn": {
        "goals/dome-mal.md": "goal.md",
        "measures/dome-tiltak.md": "measure.md",
        "projects/dome-prosjekt.md": "project.md",
        "strategy/slik-bidreg-du.md": "guide.md",
    },
    "en": {
        "goals/example-goal.md": "goal.md",
        "measures/example-measure.md": "measure.md",
        "projects/example-project.md": "project.md",
        "strategy/how-to-contribute.md": "guide.md",
    },
}
# What is the same for everybody: a later version refreshes it, where nobody has changed it.
GENERATED = tuple(path for path in _SHARED if path != "mkdocs.yml")
# The sums of those files as they were made, in the form that `sha256sum --check` reads.
GENERATED_SUMS = "engine/generated.sha256"
# What git ignores: it says where the program is on the machine that the strategy was started on.
LOCAL_PROGRAM = ".living-strategy-program.mk"


def starting_files(owner: Owner, today: date) -> dict[str, str]:
    """Return the text of every file by its path, in the order of the paths."""
    language = Language.load(owner.language)
    words = _words(owner, today, language)
    texts = {path: _text_of("shared", name, words) for path, name in _SHARED.items()}
    for path, name in {**_OWN, **_NAMED[owner.language]}.items():
        texts[path] = _text_of(owner.language, name, words)
    texts[GENERATED_SUMS] = generated_sums(texts)
    return dict(sorted(texts.items()))


def generated_files(language: Language) -> dict[str, str]:
    """Return the text of every file that is the same for all strategies in a language."""
    words = _shared_words(language)
    return {path: _text_of("shared", _SHARED[path], words) for path in GENERATED}


def generated_sums(texts: Mapping[str, str]) -> str:
    """Return the sums of the generated files among these, one a line."""
    return "".join(
        f"{hashlib.sha256(texts[path].encode()).hexdigest()}  {path}\n"
        for path in sorted(GENERATED)
        if path in texts
    )


def requirements(wheel: str, digest: str, pins: str) -> str:
    """Return the file of pinned packages: the wheel beside the content, and what it needs."""
    return f"./{wheel} \\\n    --hash=sha256:{digest}\n{pins}"


def local_program(programs: Path, wheel: str) -> str:
    """Return settings of make for this machine: the folder of the installed program, for as long as
    the strategy is pinned to the version there; only a remark where make cannot read the path.
    """
    folder = programs.as_posix()
    if not re.fullmatch(r"[\w./+:@-]+", folder):
        return "# The path of the program has letters that make does not take.\n"
    here = f"$(and $(wildcard {folder}/mkdocs),$(wildcard {wheel}))"
    return f"ifneq ({here},)\nBIN := {folder}\nREADY :=\nendif\n"


def _text_of(folder: str, name: str, words: dict[str, str]) -> str:
    template = (_TEMPLATES / folder / name).read_text("utf-8")
    return _PLACEHOLDER.sub(lambda match: words.get(match[1], match[0]), template)


def _words(owner: Owner, today: date, language: Language) -> dict[str, str]:
    text = language.text
    title = text("Strategy for {owner}").format(owner=owner.title)
    return {
        "id": owner.id,
        "organisation": _organisation(owner, today),
        "owner": owner.title,
        "title": _scalar(title),
        "use": _use(owner, language),
        "year": str(today.year),
        **_shared_words(language),
    }


def _shared_words(language: Language) -> dict[str, str]:
    text = language.text
    return {
        "check_help": text("find mistakes in the content"),
        "check_job": text("Check"),
        "check_step": text("Check the content"),
        "comment_step": text("Write the comment"),
        "content_workflow": text("Content"),
        "find_step": text("Find the proposal"),
        "help_help": text("show this list"),
        "install_help": text("install the program into .venv/, as “requirements.txt” says"),
        "install_step": text("Install"),
        "makefile_comment": text("“make” shows what there is."),
        "mkdocs_comment": text(
            "The site. What the strategy says about itself stands in strategy/strategy.yml."
        ),
        "pages_workflow": text("Site"),
        "preview_job": text("Preview"),
        "preview_step": text("Show the proposal at an address of its own"),
        "review_file": text("proposal"),
        "review_job": text("Comment"),
        "review_step": text("Say what the proposal changes"),
        "review_workflow": text("Review of proposals"),
        "serve_help": text("show the site while you write: http://127.0.0.1:8000"),
        "site_help": text("make the site in site/"),
        "site_step": text("Build the site"),
        "upstream_help": text("take the newest version of the national strategy"),
        "upstream_proposal": text("A newer version of the national strategy"),
        "upstream_step": text("Take the newest version"),
        "upstream_workflow": text("National strategy"),
    }


def _use(owner: Owner, language: Language) -> str:
    """Return what the strategy has no need of, or how to say so: one municipality has no need of a
    page for each of the others.
    """
    comment = language.text("Pages and registers that you do not need are switched off here.")
    if owner.kind is not OrganisationKind.MUNICIPALITY:
        return f"# {comment}\n# use:\n#   involvement: off"
    reason = language.text("no pages for every municipality in the country")
    return f"# {comment}\nuse:\n  municipalities: off                # {reason}"


def _organisation(owner: Owner, today: date) -> str:
    """Return the owner's own entry: what a register of places says of it, with the source."""
    lines = [f"{owner.id}:", f"  title: {_scalar(owner.title)}", f"  type: {owner.kind.value}"]
    if owner.number:
        lines += [
            f'  number: "{owner.number}"',
            f"  as_of: {COUNTED}",
            "  sources:",
            "    - title: Standard for kommuneinndeling (klassifikasjon 131)",
            f"      publisher: {COUNTED_BY}",
            f"      date: {COUNTED}",
        ]
    else:
        lines += [
            f"  as_of: {today.year}",
            "  sources:",
            f"    - title: {_scalar(owner.title)}",
            f"      publisher: {_scalar(owner.title)}",
        ]
    return "\n".join(lines)


def _scalar(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
