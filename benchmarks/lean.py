"""The lean Hugo: a page for each entry, indexes, front page and coverage, and nothing else.

It continues the figures of the time when our site had no more than that; `hugo` is the peer.

Nothing is written into the content by hand that the layouts can compute: a link is an id, and
titles, addresses and back-links are found by `lean_layouts`.
"""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks import lean_layouts
from benchmarks.entry import MENTION, SECTIONS, Corpus, Entry
from benchmarks.lean_shell import shell
from benchmarks.sheet import WORDS
from benchmarks.yaml_text import dump_quoted

SETTINGS = {
    "baseURL": "https://example.org/",
    "title": "Eksempelstrategien",
    "locale": "nb-NO",
    "disableKinds": ["taxonomy", "term", "rss"],
    "timeout": "600s",
}

ABOUT = "Denne strategien er laget av et program. Den bygger på [](rammeverk-1).\n"


def write_lean_site(root: Path, corpus: Corpus) -> None:
    """Write hugo.yaml, content/, data/ and layouts/."""
    _write(root / "hugo.yaml", dump_quoted(SETTINGS))
    _write(root / "data" / "words.json", json.dumps(WORDS, ensure_ascii=False, indent=1))
    for path, text in _layouts(corpus).items():
        _write(root / "layouts" / path, text)
    content = root / "content"
    for kind, (section, title) in SECTIONS.items():
        _write(content / section / "_index.md", _page({"title": title}))
        for entry in corpus.of(kind):
            _write(content / f"{entry.address}.md", _entry(entry))
    _write(content / "dekning.md", _page({"title": "Dekning", "layout": "coverage"}))
    _write(content / "om-strategien.md", _page({"title": "Om strategien"}, ABOUT))


def _layouts(corpus: Corpus) -> dict[str, str]:
    """Return the text of every template by path below `layouts/`."""
    layouts = {
        "baseof.html": shell(),
        "home.html": lean_layouts.front(),
        "page.html": lean_layouts.PROSE,
        "coverage.html": lean_layouts.coverage(),
        "_markup/render-link.html": lean_layouts.RENDER_LINK,
        "_partials/graph.html": lean_layouts.graph(),
    }
    backlinks = corpus.backlinks()
    for kind, (section, _) in SECTIONS.items():
        labels = [label for entry in corpus.of(kind) for label in backlinks[entry.id]]
        layouts[f"{section}/page.html"] = lean_layouts.page(kind, list(dict.fromkeys(labels)))
        layouts[f"{section}/section.html"] = lean_layouts.index(kind)
    return layouts


def _entry(entry: Entry) -> str:
    # Below `params`, so that keys such as `type` and `summary` mean nothing else to Hugo.
    params = {key: value for key, value in entry.fields.items() if key != "title"}
    body = MENTION.sub(lambda mention: f"[{mention[2] or ''}]({mention[1]})", entry.body)
    return _page({"title": entry.title, "params": params}, body)


def _page(matter: dict[str, object], body: str = "") -> str:
    return f"---\n{dump_quoted(matter)}---\n\n{body}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
