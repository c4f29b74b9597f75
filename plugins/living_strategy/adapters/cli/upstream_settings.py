"""Names a strategy above in strategy.yml, unless it stands there already."""

from __future__ import annotations

from living_strategy.adapters.cli.content_root import SETTINGS
from living_strategy.adapters.cli.output import note, write
from living_strategy.adapters.cli.session import Session
from living_strategy.adapters.storage.pair_writer import write_together
from living_strategy.content.corpus import Corpus
from living_strategy.upstream.texts import settings_lines


def add_to_settings(session: Session, corpus: Corpus, name: str, title: str, address: str) -> None:
    """Write the lines at the end of the file. Where there is a list already, or a file that cannot
    be read, they are shown.
    """
    if name in corpus.upstreams:
        return
    language = session.language
    lines = settings_lines(name, title, address)
    text = corpus.settings_source.text
    if corpus.settings.upstream or "upstream" in text or text.lstrip().startswith("{"):
        note(f"{language.text('Add these lines to {file}:').format(file=SETTINGS)}\n")
        write(lines.rstrip("\n"))
        return
    path = session.root / SETTINGS
    before = path.read_bytes()
    gap = b"" if before.endswith(b"\n") else b"\n"
    write_together({path: before + gap + lines.encode()})
    write(language.text("{file} names it now.").format(file=SETTINGS))
