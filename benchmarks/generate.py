"""Writes one generated strategy as a project: ours, plain MkDocs, Hugo or lean Hugo; or a history.

`python -m benchmarks.generate ours|history|plain|hugo|hugo-lean FOLDER N` writes one of them. The
benchmark calls it as a command of its own, so that the measuring process stays small (see
`measure`).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from benchmarks.corpus import make_corpus
from benchmarks.entry import ITEM_FOLDERS, REGISTER_KINDS, Corpus
from benchmarks.hugo import write_hugo_site
from benchmarks.lean import write_lean_site
from benchmarks.plain import write_plain_site
from benchmarks.revisions import write_repository
from benchmarks.yaml_text import dump

MKDOCS = {
    "site_name": "Eksempelstrategien",
    "site_url": "https://example.org/",
    "docs_dir": "strategy",
    "theme": {"name": "material", "language": "nb", "font": False},
    "plugins": [{"living-strategy": {"search": False}}],
}

STRATEGY = {
    "title": "Eksempelstrategien",
    "language": "nb",
    "owner": "organisasjon-1",
    "publication": "demonstration",
    "summary": "En laget strategi som bare finnes for å måle fart.",
    "period": {"start": "2022", "end": "2035"},
    "vision": {
        "text": "Gode eksempler gir raske sider.",
        "source": "Eksempelstrategien",
        "url": "https://example.org/visjon",
    },
    "frameworks": ["rammeverk-1", "rammeverk-2", "rammeverk-3"],
}

ABOUT = """\
# Om strategien

Denne strategien er laget av et program. Den bygger på [[rammeverk-1]] og eies av
[[organisasjon-1]].
"""


def write_ours(root: Path, n: int) -> None:
    """Write N items as content of this project: strategy/, goals/, measures/, projects/."""
    corpus = make_corpus(n)
    registers = root / "strategy" / "registers"
    registers.mkdir(parents=True)
    (root / "mkdocs.yml").write_text(dump(MKDOCS), encoding="utf-8")
    (root / "strategy" / "strategy.yml").write_text(dump(_strategy(corpus)), "utf-8")
    (root / "strategy" / "om-strategien.md").write_text(ABOUT, encoding="utf-8")
    for register, kind in REGISTER_KINDS.items():
        entries = {entry.id: entry.fields for entry in corpus.of(kind)}
        (registers / f"{register}.yml").write_text(dump(entries), encoding="utf-8")
    _write_items(root, corpus)


def _strategy(corpus: Corpus) -> dict[str, object]:
    areas = [{"id": area.id, **area.fields} for area in corpus.of("area")]
    return {**STRATEGY, "areas": areas}


def write_history(root: Path, n: int) -> None:
    """Write N items as a repository in which each has a long history."""
    write_repository(root, n, _strategy(make_corpus(n)))


def _write_items(root: Path, corpus: Corpus) -> None:
    for kind, folder in ITEM_FOLDERS.items():
        (root / folder).mkdir()
        for entry in corpus.of(kind):
            text = f"---\n{dump(entry.fields)}---\n\n{entry.body}"
            (root / folder / f"{entry.id}.md").write_text(text, encoding="utf-8")


def write_plain_mkdocs(root: Path, n: int) -> None:
    """Write the same pages out by hand for plain MkDocs + Material."""
    write_plain_site(root, make_corpus(n))


def write_hugo(root: Path, n: int) -> None:
    """Write a site in Hugo that tells what ours tells."""
    write_hugo_site(root, make_corpus(n))


def write_hugo_lean(root: Path, n: int) -> None:
    """Write a site in Hugo with entries, indexes, front page and coverage only."""
    write_lean_site(root, make_corpus(n))


WRITERS: dict[str, Callable[[Path, int], None]] = {
    "ours": write_ours,
    "history": write_history,
    "plain": write_plain_mkdocs,
    "hugo": write_hugo,
    "hugo-lean": write_hugo_lean,
}


def main() -> None:
    """Write one project from the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.generate", description=__doc__)
    parser.add_argument("system", choices=sorted(WRITERS))
    parser.add_argument("folder", type=Path, help="folder to write to; must not hold a project")
    parser.add_argument("n", type=int, help="number of items")
    arguments = parser.parse_args()
    WRITERS[arguments.system](arguments.folder, arguments.n)


if __name__ == "__main__":
    main()
