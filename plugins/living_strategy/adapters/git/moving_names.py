"""Names of revisions that lead to another commit after each change: those of branches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from living_strategy.adapters.git.command import ask

_TAGS = "refs/tags/"
# Where git looks for a name, in its order (gitrevisions(7)).
_CANDIDATES = (
    "{}",
    "refs/{}",
    _TAGS + "{}",
    "refs/heads/{}",
    "refs/remotes/{}",
    "refs/remotes/{}/HEAD",
)


def moving_names(root: Path, names: Iterable[str]) -> frozenset[str]:
    """Return those of the names of revisions that do not stand still. Each is one that git knows.
    Tags and commits stand still, so does a commit by the tag before it (`git describe`).
    """
    candidates = {name: tuple(form.format(name) for form in _CANDIDATES) for name in names}
    if not candidates:
        return frozenset()
    patterns = (pattern for forms in candidates.values() for pattern in forms)
    listed = ask(root, "for-each-ref", "--format=%(refname)", *patterns)
    there = frozenset(listed.stdout.decode("utf-8", "replace").splitlines())
    return frozenset(_moving(candidates, there))


def _moving(candidates: dict[str, tuple[str, ...]], there: frozenset[str]) -> Iterator[str]:
    for name, forms in candidates.items():
        meant = next((form for form in forms if form in there), "")
        # HEAD and its like are files of git beside the references.
        if name.endswith("HEAD") if not meant else not meant.startswith(_TAGS):
            yield name
